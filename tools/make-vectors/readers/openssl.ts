/** OpenSSL's command as a reader; the legacy provider is on, so that old ciphers are read too. */
import type { Reader } from "../vector.js";
import { readPem } from "./pem.js";

export const openssl: Reader = {
  name: "openssl",
  version: (workshop) => workshop.run("openssl", ["version"]).split(" ").slice(0, 2).join(" "),
  read(workshop, path, password) {
    const secret = ["-passin", `file:${workshop.passwordFile(`${password ?? ""}\n`)}`];
    const text = workshop.run("openssl", ["pkcs12", "-in", path, "-nodes", "-legacy", ...secret]);
    return { ...readPem(text), inFileOrder: true };
  },
};
