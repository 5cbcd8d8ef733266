/** GnuTLS' `certtool --p12-info` as a reader. */
import type { Reader } from "../vector.js";
import { readPem } from "./pem.js";

export const gnutls: Reader = {
  name: "gnutls",
  version: (workshop) => `GnuTLS ${/certtool (\S+)/.exec(workshop.run("certtool", ["--version"]))?.[1]}`,
  read(workshop, path, password) {
    const secret =
      password === null ? ["--null-password"] : password === "" ? ["--empty-password"] : ["--password", password];
    const text = workshop.run("certtool", ["--p12-info", "--inder", "--infile", path, ...secret]);
    if (/MAC.*(fail|mismatch)|verification failed/i.test(text)) throw new Error("certtool: MAC");
    return { ...readPem(text), inFileOrder: true };
  },
};
