/** Writes PFX structures piece by piece (RFC 7292), so that a recipe can put together what no tool would write. */
import { createCipheriv, createHash, createHmac, pbkdf2Sync } from "node:crypto";
import { bmpString, concat, explicit, integer, nul, octetString, oid, sequence, set, value } from "./der.js";

const BAGS = "1.2.840.113549.1.12.10.1";
const SHA256 = "2.16.840.1.101.3.4.2.1";
export const CONTENT = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  envelopedData: "1.2.840.113549.1.7.3",
  encryptedData: "1.2.840.113549.1.7.6",
} as const;

export interface Attributes {
  readonly friendlyName?: string;
  readonly localKeyId?: Uint8Array;
}

/** A SafeBag (section 4.2) of any type. */
export function safeBag(type: string, bagValue: Uint8Array, attributes: Attributes = {}): Uint8Array {
  const list: Uint8Array[] = [];
  const { friendlyName, localKeyId } = attributes;
  if (friendlyName !== undefined) list.push(sequence(oid("1.2.840.113549.1.9.20"), set(bmpString(friendlyName))));
  if (localKeyId !== undefined) list.push(sequence(oid("1.2.840.113549.1.9.21"), set(octetString(localKeyId))));
  return sequence(oid(type), explicit(0, bagValue), ...(list.length === 0 ? [] : [set(...list)]));
}

export const keyBag = (pkcs8: Uint8Array, attributes?: Attributes): Uint8Array =>
  safeBag(`${BAGS}.1`, pkcs8, attributes);
export const shroudedKeyBag = (pkcs8: Uint8Array, password: string, attributes?: Attributes): Uint8Array =>
  safeBag(`${BAGS}.2`, sequence(...encrypted(pkcs8, password, octetString)), attributes);
export const certBag = (der: Uint8Array, attributes?: Attributes): Uint8Array =>
  safeBag(`${BAGS}.3`, sequence(oid("1.2.840.113549.1.9.22.1"), explicit(0, octetString(der))), attributes);
export const safeContentsBag = (...bags: readonly Uint8Array[]): Uint8Array => safeBag(`${BAGS}.6`, sequence(...bags));

export const contentInfo = (type: string, content: Uint8Array): Uint8Array => sequence(oid(type), explicit(0, content));
/** An unencrypted SafeContents of these bags. */
export const data = (...bags: readonly Uint8Array[]): Uint8Array =>
  contentInfo(CONTENT.data, octetString(sequence(...bags)));

/** What PBES2 is told in {@link encrypted}; the defaults are sound, a recipe spoils one. */
export interface Pbes2 {
  readonly iterations?: number;
  readonly iv?: Uint8Array;
  /** Replaces the whole key derivation function's AlgorithmIdentifier; the key stays PBKDF2's. */
  readonly kdf?: Uint8Array;
  /** Replaces the cipher's OID; the cipher stays AES-256-CBC. */
  readonly cipher?: string;
}

/** AlgorithmIdentifier and ciphertext of PBES2 with PBKDF2-HMAC-SHA-256 and AES-256-CBC (RFC 8018 section 6.2). */
function encrypted(
  plain: Uint8Array,
  password: string,
  wrap: (ciphertext: Uint8Array) => Uint8Array,
  pbes2: Pbes2 = {},
): Uint8Array[] {
  const salt = Buffer.from("salt of 16 bytes");
  const iv = pbes2.iv ?? Buffer.from("an IV of 16 byte");
  const iterations = pbes2.iterations ?? 2048;
  const key = pbkdf2Sync(password, salt, Math.min(iterations, 2048), 32, "sha256");
  const cipher = createCipheriv("aes-256-cbc", key, Buffer.alloc(16, iv));
  const prf = sequence(oid("1.2.840.113549.2.9"), nul);
  const kdf = sequence(oid("1.2.840.113549.1.5.12"), sequence(octetString(salt), integer(iterations), prf));
  const scheme = sequence(oid(pbes2.cipher ?? "2.16.840.1.101.3.4.1.42"), octetString(iv));
  const algorithm = sequence(oid("1.2.840.113549.1.5.13"), sequence(pbes2.kdf ?? kdf, scheme));
  return [algorithm, wrap(concat(cipher.update(plain), cipher.final()))];
}

/** A SafeContents of these bags inside encryptedData. */
export function encryptedData(password: string, bags: readonly Uint8Array[], pbes2: Pbes2 = {}): Uint8Array {
  const [algorithm, content] = encrypted(sequence(...bags), password, (it) => value(0x80, it), pbes2);
  const info = sequence(oid(CONTENT.data), algorithm ?? nul, content ?? nul);
  return contentInfo(CONTENT.encryptedData, sequence(integer(0), info));
}

/** RFC 7292 appendix B.2 with SHA-256 for an ID of 3, one block long: the MAC's key. */
function macKey(password: string | null, salt: Uint8Array, iterations: number): Uint8Array {
  const text = password === null ? Buffer.alloc(0) : Buffer.from(`${password}\0`, "utf16le").swap16();
  const fill = (bytes: Uint8Array): Buffer => Buffer.alloc(Math.ceil(bytes.length / 64) * 64, bytes);
  let block: Uint8Array = concat(Buffer.alloc(64, 3), fill(salt), text.length === 0 ? text : fill(text));
  for (let round = 0; round < iterations; round++) block = createHash("sha256").update(block).digest();
  return block;
}

/** How the file is protected as a whole; the defaults are sound, a recipe spoils one. */
export interface Mac {
  readonly iterations?: number;
  /** What is written instead of the iterations that the MAC was computed with. */
  readonly claimedIterations?: number;
  readonly spoil?: (digest: Uint8Array) => Uint8Array;
}

/** MacData over the AuthenticatedSafe (section 4), HMAC-SHA-256. `null`: the password is no octets at all. */
export function macData(password: string | null, authenticatedSafe: Uint8Array, mac: Mac = {}): Uint8Array {
  const salt = Buffer.from("MAC salt");
  const iterations = mac.iterations ?? 2048;
  const key = macKey(password, salt, iterations);
  const digest = createHmac("sha256", key).update(authenticatedSafe).digest();
  const digestInfo = sequence(sequence(oid(SHA256), nul), octetString(mac.spoil?.(digest) ?? digest));
  return sequence(digestInfo, octetString(salt), integer(mac.claimedIterations ?? iterations));
}

/** The PFX around content infos, with a MAC unless `mac` is `undefined`. */
export function pfx(contents: readonly Uint8Array[], password: string | null, mac: Mac | undefined = {}): Uint8Array {
  const authenticatedSafe = sequence(...contents);
  const authSafe = contentInfo(CONTENT.data, octetString(authenticatedSafe));
  return sequence(integer(3), authSafe, ...(mac === undefined ? [] : [macData(password, authenticatedSafe, mac)]));
}
