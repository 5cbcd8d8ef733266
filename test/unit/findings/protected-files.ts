/** Files whose protection is made to measure, for the rules that weigh it. */
import { OID } from "../../../src/asn1/oids.js";
import type { Der } from "../../setup/der.js";
import { integer, octetString, sequence } from "../../setup/der.js";
import { algorithm, authenticatedSafe, encryptedContent, macDataOf, pfx, plainContent } from "../../setup/pfx.js";
import { encodings, encryptPbes2, hmacMacData } from "../../setup/protect.js";
import { open } from "../credential/open-file.js";
import type { FileCase } from "./rule-case.js";
import { key, leaf, PASSWORD } from "./sample-files.js";

const CAMELLIA_256_CBC = "1.2.392.200011.61.1.1.1.4";
const [SALT, IV] = [octetString(new Uint8Array(8)), octetString(new Uint8Array(16))];

/** The sound pair, and a MAC over it under a password (default: the one that the file is opened with). */
export const authenticated =
  (options: { readonly iterations?: number; readonly password?: string } = {}): FileCase["file"] =>
  async () => {
    const { iterations = 2048, password = PASSWORD } = options;
    return open(await authenticate([plainContent(leaf, key)], password, iterations), password);
  };

/** Contents with a MAC under a password in the standard's encoding. */
export async function authenticate(contents: readonly Uint8Array[], password: string, iterations = 2048): Promise<Der> {
  return pfx(contents, await hmacMacData(authenticatedSafe(contents), encodings.bmp(password), { iterations }));
}

/** The sound pair with a MAC of this digest algorithm that fits no password. */
export const withMacOf =
  (digestAlgorithm: Der, ...iterations: readonly Uint8Array[]): FileCase["file"] =>
  () =>
    open(pfx([plainContent(leaf, key)], macDataOf(digestAlgorithm, new Uint8Array(20), SALT, ...iterations)), PASSWORD);

/**
 * Contents encrypted with these counts of iterations, under a cipher that is not known here: so they are described, and
 * nothing is derived.
 */
export const counted =
  (...iterations: readonly number[]): FileCase["file"] =>
  () =>
    open(pfx([plainContent(leaf, key), ...iterations.map(countedContent)]), PASSWORD);

function countedContent(iterations: number): Der {
  const kdf = algorithm(OID.pbkdf2, sequence(SALT, integer(iterations)));
  const scheme = algorithm(OID.pbes2, sequence(kdf, algorithm(CAMELLIA_256_CBC, IV)));
  return encryptedContent(scheme, new Uint8Array(16));
}

/** The sound pair in a content under PBES2 with these octets for a password, in a file without MAC. */
export const sealedAs =
  (octets: Uint8Array<ArrayBuffer>, password: string, options: { readonly oldNss?: boolean } = {}): FileCase["file"] =>
  async () => {
    const { algorithm: scheme, ciphertext } = await encryptPbes2(sequence(leaf, key), octets, options);
    return open(pfx([encryptedContent(scheme, ciphertext)]), password);
  };

/** The sound pair in the clear with a MAC under these octets for a password. */
export const authenticatedAs =
  (octets: Uint8Array, password: string): FileCase["file"] =>
  async () => {
    const contents = [plainContent(leaf, key)];
    return open(pfx(contents, await hmacMacData(authenticatedSafe(contents), octets)), password);
  };
