/** This project: the whole opening as `preflight` does it, and the reader below it on its own. */
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import type * as library from "../../../src/index.js";
import type * as pkcs12 from "../../../src/pkcs12/index.js";
import type { Contender } from "./contender.js";
import { OURS, OURS_PARSER } from "./contender.js";

/** `openFile`: certificates read, keys paired with them by the public key that each computes to. */
export async function openFileContender(entry: string): Promise<Contender> {
  const { openFile } = (await import(pathToFileURL(entry).href)) as typeof library;
  return {
    name: OURS,
    open: async (bytes, password) => {
      const { failure, credentials } = await openFile(bytes, { password, now: new Date() });
      if (failure !== undefined) throw failure;
      const [credential] = credentials;
      return {
        thumbprint: credential?.certificate.thumbprint,
        hasPrivateKey: credential?.privateKey !== undefined,
      };
    },
  };
}

/** `parsePkcs12`: bags as they lie in the file, nothing paired; what pkijs does, too. */
export async function parsePkcs12Contender(entry: string): Promise<Contender> {
  const { parsePkcs12 } = (await import(new URL("pkcs12/index.js", pathToFileURL(entry)).href)) as typeof pkcs12;
  return {
    name: OURS_PARSER,
    open: async (bytes, password) => {
      const { bags } = await parsePkcs12(bytes, { password });
      const certificate = bags.find((bag) => bag.kind === "certBag");
      return {
        thumbprint: certificate && createHash("sha1").update(certificate.certValue).digest("hex").toUpperCase(),
        hasPrivateKey: bags.some((bag) => "privateKeyInfo" in bag),
      };
    },
  };
}
