/** This project: everything that the action of Graph leaves behind, with the PFX under `graph` protection. */
import { randomUUID, webcrypto } from "node:crypto";
import { pathToFileURL } from "node:url";
import type * as library from "../../../src/create.js";
import type { Creator } from "./creator.js";
import { COMMON_NAME, OURS, PASSWORD, WITHOUT_KEY } from "./creator.js";

type Library = typeof library;
type Provider = library.CryptoProvider;

/** @param entry - of the built library; its neighbour `create.js` is taken */
export async function loadLibrary(entry: string): Promise<Library> {
  return (await import(new URL("create.js", pathToFileURL(entry)).href)) as Library;
}

/** The whole creation. */
export function wholeCreator(library: Library): Creator {
  return { name: OURS, create: () => create(library, undefined) };
}

/** The same with a key that is there already: what is left when its generation is taken off. */
export async function creatorWithoutKey(library: Library): Promise<Creator> {
  const provider = await withReadyKey();
  return { name: WITHOUT_KEY, create: () => create(library, provider) };
}

async function create(
  { createTokenSigningCertificate }: Library,
  provider: Provider | undefined,
): Promise<{ readonly certificate: Uint8Array; readonly pfx: Uint8Array }> {
  return await createTokenSigningCertificate({
    displayName: `CN=${COMMON_NAME}`,
    now: new Date(),
    newId: randomUUID,
    password: PASSWORD,
    ...(provider !== undefined && { provider }),
  });
}

/** A WebCrypto that hands out one key again and again and does all else as Node's. */
async function withReadyKey(): Promise<Provider> {
  const native = webcrypto.subtle;
  const algorithm = {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: "SHA-256",
  };
  const pair = await native.generateKey(algorithm, true, ["sign", "verify"]);
  const subtle = new Proxy(native, {
    get: (target, name) => {
      if (name === "generateKey") return () => Promise.resolve(pair);
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { subtle: subtle as SubtleCrypto };
}
