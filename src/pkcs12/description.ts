/** How a PFX is protected, in the standards' own terms: for people and reports, never for computing. */
import { oidName } from "../asn1/oids.js";
import type { Cipher } from "../crypto/cipher.js";
import type { KeyDerivationFunc } from "../crypto/pbes2.js";
import type { EncryptionAlgorithm } from "./encryption-algorithm.js";
import type { MacData } from "./mac-data.js";
import type { PasswordForm } from "./password.js";

/** The MAC of a file. */
export interface MacDescription {
  readonly at: "macData";
  readonly kind: "hmac" | "pbmac1";
  /** The hash of the HMAC, such as `SHA-256`; for an unsupported MAC the name or OID of what is not supported. */
  readonly digest: string;
  /** `null` where the algorithm is unknown. */
  readonly iterations: number | null;
  readonly saltBytes: number;
  /** OID of the algorithm where it is not supported. */
  readonly unsupportedOid?: string;
}

/** One encryption in a file: a content info or a single key. */
export interface EncryptionDescription {
  /** Such as `authSafe[0]` or `authSafe[1].safeBag[0]`. */
  readonly at: string;
  /** `PBES2`, or the name of the scheme as in RFC 7292 App. C and RFC 8018 App. A.3; the OID where it has no name. */
  readonly scheme: string;
  /** Such as `AES-256-CBC`, `DES-EDE3-CBC`, `RC2-40-CBC`; `null` where it is unknown. */
  readonly cipher: string | null;
  readonly kdf: "PKCS12-KDF" | "PBKDF1" | "PBKDF2" | "scrypt" | null;
  /** Such as `HMAC-SHA-256`; the hash alone for PKCS12-KDF and PBKDF1. */
  readonly prf: string | null;
  /** `null` for scrypt and unknown functions. */
  readonly iterations: number | null;
  /** OID of the part that is not supported. */
  readonly unsupportedOid?: string;
}

/** A description with the way the password had to be encoded for it. */
export interface Opened {
  readonly passwordForm: PasswordForm;
  /** True where that encoding, or the key size, breaks the standard: other readers will call the password wrong. */
  readonly misencoded: boolean;
}

/** Describes MacData. */
export function describeMac({ algorithm }: MacData): MacDescription {
  switch (algorithm.kind) {
    case "hmac":
      return {
        at: "macData",
        kind: "hmac",
        digest: algorithm.hash,
        iterations: algorithm.iterationCount,
        saltBytes: algorithm.salt.length,
      };
    case "pbmac1":
      return {
        at: "macData",
        kind: "pbmac1",
        digest: algorithm.hash,
        iterations: algorithm.keyDerivationFunc.iterationCount,
        saltBytes: algorithm.keyDerivationFunc.salt.length,
      };
    case "unsupported":
      return {
        at: "macData",
        kind: algorithm.scheme,
        digest: oidName(algorithm.oid) ?? algorithm.oid,
        iterations: null,
        saltBytes: 0,
        unsupportedOid: algorithm.oid,
      };
  }
}

/** Describes the algorithm of an encryption that stands at `at`. */
export function describeEncryption(algorithm: EncryptionAlgorithm, at: string): EncryptionDescription {
  switch (algorithm.kind) {
    case "pkcs12Pbe":
      return {
        at,
        scheme: schemeName(algorithm.oid),
        cipher: cipherName(algorithm.cipher),
        kdf: "PKCS12-KDF",
        prf: "SHA-1",
        iterations: algorithm.iterationCount,
      };
    case "pbes1":
      return {
        at,
        scheme: schemeName(algorithm.oid),
        cipher: cipherName(algorithm.cipher),
        kdf: "PBKDF1",
        prf: algorithm.hash,
        iterations: algorithm.iterationCount,
      };
    case "pbes2":
      return { at, scheme: "PBES2", cipher: cipherName(algorithm.cipher), ...describeKdf(algorithm.keyDerivationFunc) };
    case "unsupported": {
      const { schemeOid, oid, keyDerivationFunc } = algorithm;
      return {
        at,
        scheme: schemeName(schemeOid),
        cipher: keyDerivationFunc === undefined ? null : schemeName(oid),
        ...(keyDerivationFunc === undefined
          ? { kdf: null, prf: null, iterations: null }
          : describeKdf(keyDerivationFunc)),
        unsupportedOid: oid,
      };
    }
  }
}

function describeKdf(func: KeyDerivationFunc): Pick<EncryptionDescription, "kdf" | "prf" | "iterations"> {
  if (func.kind === "scrypt") return { kdf: "scrypt", prf: "HMAC-SHA-256", iterations: null };
  return { kdf: "PBKDF2", prf: `HMAC-${func.prf}`, iterations: func.iterationCount };
}

function schemeName(oid: string): string {
  return oidName(oid) ?? oid;
}

function cipherName(cipher: Cipher): string {
  switch (cipher.name) {
    case "AES-CBC":
      return `AES-${cipher.keyBytes * 8}-CBC`;
    case "DES-EDE3-CBC":
      return cipher.keyBytes === 16 ? "DES-EDE2-CBC" : "DES-EDE3-CBC";
    case "DES-CBC":
      return "DES-CBC";
    case "RC2-CBC":
      return `RC2-${cipher.effectiveKeyBits}-CBC`;
    case "RC4":
      return `RC4-${cipher.keyBytes * 8}`;
  }
}
