/** Decrypts one content or key with each candidate of the password until what comes out is what should be there. */
import { describeOid } from "../asn1/oids.js";
import { decryptPbes1 } from "../crypto/pbes1.js";
import { decryptPbes2 } from "../crypto/pbes2.js";
import { decryptPkcs12Pbe } from "../crypto/pkcs12-pbe.js";
import { PasswordError, UnsupportedError } from "../errors.js";
import { encryptionCost } from "./derivation-cost.js";
import type { Opened } from "./description.js";
import type { EncryptionAlgorithm, SupportedAlgorithm } from "./encryption-algorithm.js";
import type { Session } from "./session.js";

/** What one encryption holds, decoded. */
export interface Decrypted<Content> extends Opened {
  readonly content: Content;
}

/**
 * Decrypts and decodes.
 * @param decode - gives the decoded content, or `undefined` for octets that cannot be the plaintext: the padding of
 * a block cipher fits by chance once in 256 wrong keys, that of RC4 always
 * @throws {PasswordError} `ERR_PKCS12_DECRYPT`
 * @throws {UnsupportedError} `ERR_PKCS12_CIPHER`
 */
export async function decrypt<Content>(
  algorithm: EncryptionAlgorithm,
  data: Uint8Array,
  at: string,
  session: Session,
  decode: (plaintext: Uint8Array) => Content | undefined,
): Promise<Decrypted<Content>> {
  if (algorithm.kind === "unsupported") {
    throw new UnsupportedError(`the encryption ${describeOid(algorithm.oid)} at ${at} is not supported`, {
      code: "ERR_PKCS12_CIPHER",
      at,
      oid: algorithm.oid,
    });
  }
  const trials = algorithm.kind === "pkcs12Pbe" ? session.pkcs12 : session.pkcs5;
  for (const [index, candidate] of trials.candidates().entries()) {
    if (index > 0 && candidate.misencoded && !session.work.affords(encryptionCost(algorithm))) break;
    for (const variant of variantsOf(algorithm)) {
      const plaintext = await decryptOnce(variant, candidate.bytes, data, session);
      const content = plaintext && decode(plaintext);
      if (content !== undefined) {
        trials.succeeded(candidate);
        return { content, passwordForm: candidate.form, misencoded: candidate.misencoded || variant !== algorithm };
      }
    }
  }
  throw new PasswordError(`${at} does not decrypt: another password or altered`, { code: "ERR_PKCS12_DECRYPT", at });
}

/**
 * The algorithm as it names itself, and what NSS made of it:
 * - PBES2 with the identifier of AES-128 around AES-256 (then keyLength tells),
 * - PBES1 with SHA-1 and the last eight octets of PBKDF1 for IV.
 */
function variantsOf(algorithm: SupportedAlgorithm): readonly SupportedAlgorithm[] {
  if (algorithm.kind === "pbes1" && algorithm.hash === "SHA-1") return [algorithm, { ...algorithm, ivFrom: 12 }];
  if (algorithm.kind !== "pbes2" || algorithm.cipher.name !== "AES-CBC") return [algorithm];
  const { keyBytes } = algorithm.keyDerivationFunc;
  if (keyBytes === algorithm.cipher.keyBytes || (keyBytes !== 16 && keyBytes !== 24 && keyBytes !== 32)) {
    return [algorithm];
  }
  return [algorithm, { ...algorithm, cipher: { name: "AES-CBC", keyBytes } }];
}

function decryptOnce(
  algorithm: SupportedAlgorithm,
  password: Uint8Array,
  data: Uint8Array,
  { provider, derivations: derive }: Session,
): Promise<Uint8Array | undefined> {
  const shared = { password, data, provider, derive };
  switch (algorithm.kind) {
    case "pkcs12Pbe":
      return decryptPkcs12Pbe({ ...algorithm, ...shared });
    case "pbes1":
      return decryptPbes1({ ...algorithm, ...shared });
    case "pbes2": {
      const { cipher, iv } = algorithm;
      // The variant above asks for another length than the file states, so the statement is left out.
      const keyDerivationFunc = { ...algorithm.keyDerivationFunc, keyBytes: undefined };
      return decryptPbes2({ keyDerivationFunc, encryptionScheme: { cipher, iv }, ...shared });
    }
  }
}
