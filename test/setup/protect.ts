/**
 * Encrypts and authenticates with WebCrypto for cases that no tool makes: with any password bytes, right or wrong by the
 * standard. Only the key derivation of PKCS#12 is the library's own, since WebCrypto has none; the vectors of other
 * tools vouch for it.
 */
import { OID } from "../../src/asn1/oids.js";
import { derivePkcs12Key } from "../../src/crypto/pkcs12-kdf.js";
import type { Der } from "./der.js";
import { integer, octetString, sequence } from "./der.js";
import { algorithm, authenticatedSafe, macDataOf, pfx } from "./pfx.js";
import { testProvider } from "./provider.js";

const AES_128_CBC = "2.16.840.1.101.3.4.1.2";
const AES_256_CBC = "2.16.840.1.101.3.4.1.42";
const HMAC_SHA_256 = "1.2.840.113549.2.9";
const SHA_256 = "2.16.840.1.101.3.4.2.1";

/** The three encodings of the standards and their misuse, written apart from the library's. */
export const encodings = {
  utf8: (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text),
  latin1: (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (it) => it.charCodeAt(0)),
  bmp: (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(`${text}\0`.split("").flatMap((unit) => [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 0xff])),
};

/** What PBKDF2 takes beside the password. */
export interface Pbkdf2Options {
  readonly salt?: Uint8Array<ArrayBuffer>;
  readonly iterations?: number;
}

const SALT = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);

async function pbkdf2(password: Uint8Array<ArrayBuffer>, keyBytes: number, options: Pbkdf2Options) {
  const { subtle } = testProvider;
  const { salt = SALT, iterations = 1 } = options;
  const key = await subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  return subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, key, keyBytes * 8);
}

function pbkdf2Algorithm({ salt = SALT, iterations = 1 }: Pbkdf2Options, statedKeyBytes?: number): Der {
  const keyLength = statedKeyBytes === undefined ? [] : [integer(statedKeyBytes)];
  return algorithm(OID.pbkdf2, sequence(octetString(salt), integer(iterations), ...keyLength, algorithm(HMAC_SHA_256)));
}

/** An algorithm and what it encrypted. */
export interface Encrypted {
  readonly algorithm: Der;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/** PBES2 with AES-256, or with `oldNss` the same under the identifier of AES-128, the key length alone telling. */
export async function encryptPbes2(
  plaintext: Uint8Array<ArrayBuffer>,
  password: Uint8Array<ArrayBuffer>,
  options: Pbkdf2Options & { readonly oldNss?: boolean } = {},
): Promise<Encrypted> {
  const { subtle } = testProvider;
  const iv = new Uint8Array(16).fill(7);
  const key = await subtle.importKey("raw", await pbkdf2(password, 32, options), "AES-CBC", false, ["encrypt"]);
  const ciphertext = new Uint8Array(await subtle.encrypt({ name: "AES-CBC", iv }, key, plaintext));
  const cipherOid = options.oldNss === true ? AES_128_CBC : AES_256_CBC;
  const kdf = pbkdf2Algorithm(options, options.oldNss === true ? 32 : undefined);
  return { algorithm: algorithm(OID.pbes2, sequence(kdf, algorithm(cipherOid, octetString(iv)))), ciphertext };
}

async function hmacSha256(key: Uint8Array<ArrayBuffer> | ArrayBuffer, data: Uint8Array<ArrayBuffer>) {
  const { subtle } = testProvider;
  const cryptoKey = await subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await subtle.sign("HMAC", cryptoKey, data));
}

/** MacData of RFC 7292 with HMAC-SHA-256. */
export async function hmacMacData(
  authSafe: Uint8Array<ArrayBuffer>,
  password: Uint8Array,
  { salt = SALT, iterations = 1 }: Pbkdf2Options = {},
): Promise<Der> {
  const key = await derivePkcs12Key({ hash: "SHA-256", id: 3, password, salt, iterationCount: iterations, length: 32 });
  return macDataOf(algorithm(SHA_256), await hmacSha256(key, authSafe), octetString(salt), integer(iterations));
}

/** MacData of RFC 9879 with HMAC-SHA-256 and PBKDF2 over the same. */
export async function pbmac1MacData(
  authSafe: Uint8Array<ArrayBuffer>,
  password: Uint8Array<ArrayBuffer>,
  options: Pbkdf2Options & { readonly keyBytes?: number } = {},
): Promise<Der> {
  const { keyBytes = 32 } = options;
  const mac = await hmacSha256(await pbkdf2(password, keyBytes, options), authSafe);
  const parameters = sequence(pbkdf2Algorithm(options, keyBytes), algorithm(HMAC_SHA_256));
  return macDataOf(algorithm(OID.pbmac1, parameters), mac, octetString(), integer(1));
}

/** A whole file with the MAC of RFC 7292 under a password in the standard's encoding. */
export async function pfxWithMac(contents: readonly Uint8Array[], password: string): Promise<Der> {
  return pfx(contents, await hmacMacData(authenticatedSafe(contents), encodings.bmp(password)));
}
