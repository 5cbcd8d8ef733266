/** Java's keytool as a reader: counts private key entries; an entry's chain is printed leaf first. */
import type { Reader } from "../vector.js";
import { readPem } from "./pem.js";

export const keytool: Reader = {
  name: "keytool",
  version: (workshop) => `keytool ${/version "([^"]+)"/.exec(workshop.run("sh", ["-c", "java -version 2>&1"]))?.[1]}`,
  read(workshop, path, password) {
    const secret = ["-storepass:file", workshop.passwordFile(password ?? "")];
    const text = workshop.run("keytool", ["-list", "-rfc", "-storetype", "PKCS12", "-keystore", path, ...secret]);
    const keys = text.match(/^Entry type: PrivateKeyEntry/gm)?.length ?? 0;
    return { thumbprints: readPem(text).thumbprints, inFileOrder: false, keys };
  },
};
