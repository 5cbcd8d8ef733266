/** Decrypts one content or key with each candidate of the password until what comes out is what should be there. */
import { describeOid } from "../asn1/oids.js";
import { decrypt as decryptCipher } from "../crypto/cipher.js";
import type { Cipher } from "../crypto/cipher.js";
import { PasswordError, UnsupportedError } from "../errors.js";
import type { Opened } from "./description.js";
import type { EncryptionAlgorithm, Pbes1Algorithm, Pbes2Algorithm, Pkcs12PbeAlgorithm } from "./encryption-algorithm.js";
import type { KeyDerivationFunc } from "./key-derivation-func.js";
import type { PasswordCandidate } from "./password.js";
import type { Session } from "./session.js";

/** Diversifiers of App. B for keys and IVs (RFC 7292 App. B.3). */
const KEY_ID = 1;
const IV_ID = 2;
/** Block of DES and RC2, and with it the IV that the old schemes derive. */
const LEGACY_BLOCK_BYTES = 8;

/** One way to turn a password into what a cipher needs. */
interface Attempt {
  readonly candidate: PasswordCandidate;
  readonly cipher: Cipher;
  /** True for a key size other than the cipher's identifier says. */
  readonly oddKeySize: boolean;
}

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
  for (const candidate of trials.candidates()) {
    for (const { cipher, oddKeySize } of ciphersOf(algorithm)) {
      const { key, iv } = await deriveKeyAndIv(algorithm, { candidate, cipher, oddKeySize }, session);
      const plaintext = await decryptCipher(cipher, { key, iv, data, provider: session.provider });
      const content = plaintext && decode(plaintext);
      if (content !== undefined) {
        trials.succeeded(candidate);
        return { content, passwordForm: candidate.form, misencoded: candidate.misencoded || oddKeySize };
      }
    }
  }
  throw new PasswordError(`${at} does not decrypt: another password or altered`, { code: "ERR_PKCS12_DECRYPT", at });
}

/**
 * The cipher that the algorithm names, and for PBES2 with AES the one that its keyLength stands for where that is
 * another: NSS before 3.43 wrote the identifier of AES-128 and used AES-256.
 */
function ciphersOf(algorithm: Exclude<EncryptionAlgorithm, { kind: "unsupported" }>): readonly Omit<Attempt, "candidate">[] {
  const named = { cipher: algorithm.cipher, oddKeySize: false };
  if (algorithm.kind !== "pbes2" || algorithm.cipher.name !== "AES-CBC") return [named];
  const { keyBytes } = algorithm.keyDerivationFunc;
  if (keyBytes === algorithm.cipher.keyBytes || (keyBytes !== 16 && keyBytes !== 24 && keyBytes !== 32)) return [named];
  return [named, { cipher: { name: "AES-CBC", keyBytes }, oddKeySize: true }];
}

interface KeyAndIv {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
}

function deriveKeyAndIv(
  algorithm: Pkcs12PbeAlgorithm | Pbes1Algorithm | Pbes2Algorithm,
  attempt: Attempt,
  session: Session,
): Promise<KeyAndIv> {
  switch (algorithm.kind) {
    case "pkcs12Pbe":
      return derivePkcs12Pbe(algorithm, attempt, session);
    case "pbes1":
      return derivePbes1(algorithm, attempt, session);
    case "pbes2":
      return derivePbes2(algorithm, attempt, session);
  }
}

/** RFC 7292 App. B and C: always SHA-1; RC4 takes no IV. */
async function derivePkcs12Pbe(
  { salt, iterationCount }: Pkcs12PbeAlgorithm,
  { candidate, cipher }: Attempt,
  { derivations }: Session,
): Promise<KeyAndIv> {
  const common = { hash: "SHA-1", password: candidate.bytes, salt, iterationCount } as const;
  const [key, iv] = await Promise.all([
    derivations.pkcs12({ ...common, id: KEY_ID, length: cipher.keyBytes }),
    cipher.name === "RC4"
      ? new Uint8Array(0)
      : derivations.pkcs12({ ...common, id: IV_ID, length: LEGACY_BLOCK_BYTES }),
  ]);
  return { key, iv };
}

/** RFC 8018 section 6.1.1: the first half of 16 octets is the key, the second the IV. */
async function derivePbes1(
  { hash, salt, iterationCount }: Pbes1Algorithm,
  { candidate, cipher }: Attempt,
  { derivations }: Session,
): Promise<KeyAndIv> {
  const length = cipher.keyBytes + LEGACY_BLOCK_BYTES;
  const derived = await derivations.pbkdf1({ hash, password: candidate.bytes, salt, iterationCount, length });
  return { key: derived.subarray(0, cipher.keyBytes), iv: derived.subarray(cipher.keyBytes) };
}

/** RFC 8018 section 6.2. */
async function derivePbes2(
  { keyDerivationFunc, iv }: Pbes2Algorithm,
  { candidate, cipher }: Attempt,
  session: Session,
): Promise<KeyAndIv> {
  return { key: await derivePbes2Key(keyDerivationFunc, candidate.bytes, cipher.keyBytes, session), iv };
}

function derivePbes2Key(
  func: KeyDerivationFunc,
  password: Uint8Array,
  length: number,
  { derivations }: Session,
): Promise<Uint8Array> {
  if (func.kind === "scrypt") return derivations.scrypt({ ...func, password, length });
  const { prf, salt, iterationCount } = func;
  return derivations.pbkdf2({ prf, password, salt, iterationCount, length });
}
