/**
 * The protections that files are written with, and why they have the iterations that they have.
 *
 * - `graph`: RFC 7292's own pbeWithSHAAnd3-KeyTripleDES-CBC and a MAC over SHA-1. Microsoft's key sets of B2C, a sister of
 *   Graph's backend, answer an AES file with "wrong password" and take this one (verified there, unverified for Graph).
 *   2,048 iterations: OpenSSL's default; files of Windows itself have 2,000. What more the service would take is not
 *   known. It protects little: keep such a file no longer than its upload takes, under a password of many characters.
 * - `modern`: PBES2 with AES-256-CBC, PBKDF2 over HMAC-SHA-256, and a MAC over SHA-256 (RFC 7292 App. B). 600,000
 *   iterations: OWASP's figure for PBKDF2-HMAC-SHA-256 (Password Storage Cheat Sheet, since 2023), which NSS and GnuTLS
 *   write too. The MAC has as many, and each is one run of the hash instead of HMAC's two: a guess is cheapest there.
 *   Readers with limits of their own, as .NET's loader has them, may refuse so many: give fewer `iterations` then.
 * - `pbmac1`: the same with the MAC of RFC 9879, whose key is derived by PBKDF2 too. Few programs read it: OpenSSL 3.4
 *   and later do, Java up to 25 does not.
 *
 * Under the default limits `parsePkcs12` counts a file of `modern` as 1,800,000 iterations and 600,000 more for each
 * key, and opens it with up to 20 keys; a file with more needs fewer `iterations` or a higher limit.
 */

/** How a file is protected: encryption of keys and certificates, and MAC. */
export type Protection = "graph" | "modern" | "pbmac1";

/** Every protection, the most widely read first. */
export const PROTECTIONS: readonly Protection[] = ["graph", "modern", "pbmac1"];

/** What a protection is made of. */
export interface ProtectionScheme {
  readonly encryption: "3DES" | "PBES2";
  readonly mac: "SHA-1" | "SHA-256" | "PBMAC1";
  /** Default for each derivation. */
  readonly iterations: number;
}

/** OWASP, see above. */
const OWASP_ITERATIONS = 600_000;

const SCHEMES: Readonly<Record<Protection, ProtectionScheme>> = {
  graph: { encryption: "3DES", mac: "SHA-1", iterations: 2048 },
  modern: { encryption: "PBES2", mac: "SHA-256", iterations: OWASP_ITERATIONS },
  pbmac1: { encryption: "PBES2", mac: "PBMAC1", iterations: OWASP_ITERATIONS },
};

/**
 * What a protection is made of.
 * @throws {RangeError} naming `protection`
 */
export function protectionScheme(protection: Protection): ProtectionScheme {
  if (PROTECTIONS.includes(protection)) return SCHEMES[protection];
  throw new RangeError(`"protection" expected one of ${PROTECTIONS.join(", ")}`);
}
