/**
 * Identifiers of the hashes and ciphers that a PFX names, as the algorithms of crypto/ that implement them.
 * An identifier that is not here is unsupported and gets named from asn1/oids.
 */
import type { Cipher } from "../crypto/cipher.js";
import type { HashName } from "../crypto/hash.js";

/** Digests in MacData (RFC 7292 section 4) and their OIDs. */
export const DIGESTS: Readonly<Record<string, HashName>> = {
  "1.2.840.113549.2.5": "MD5",
  "1.3.14.3.2.26": "SHA-1",
  "2.16.840.1.101.3.4.2.4": "SHA-224",
  "2.16.840.1.101.3.4.2.1": "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
  "2.16.840.1.101.3.4.2.5": "SHA-512/224",
  "2.16.840.1.101.3.4.2.6": "SHA-512/256",
  "2.16.840.1.101.3.4.2.7": "SHA3-224",
  "2.16.840.1.101.3.4.2.8": "SHA3-256",
  "2.16.840.1.101.3.4.2.9": "SHA3-384",
  "2.16.840.1.101.3.4.2.10": "SHA3-512",
  "1.3.36.3.2.1": "RIPEMD-160",
  "1.2.156.10197.1.401": "SM3",
};

/** HMACs, as the prf of PBKDF2 and the messageAuthScheme of PBMAC1 (RFC 8018 App. B.1.2, B.3; NIST CSOR for SHA-3). */
export const HMACS: Readonly<Record<string, HashName>> = {
  "1.2.840.113549.2.6": "MD5",
  "1.3.6.1.5.5.8.1.1": "MD5",
  "1.2.840.113549.2.7": "SHA-1",
  "1.3.6.1.5.5.8.1.2": "SHA-1",
  "1.2.840.113549.2.8": "SHA-224",
  "1.2.840.113549.2.9": "SHA-256",
  "1.2.840.113549.2.10": "SHA-384",
  "1.2.840.113549.2.11": "SHA-512",
  "1.2.840.113549.2.12": "SHA-512/224",
  "1.2.840.113549.2.13": "SHA-512/256",
  "2.16.840.1.101.3.4.2.13": "SHA3-224",
  "2.16.840.1.101.3.4.2.14": "SHA3-256",
  "2.16.840.1.101.3.4.2.15": "SHA3-384",
  "2.16.840.1.101.3.4.2.16": "SHA3-512",
  "1.2.156.10197.1.401.3.1": "SM3",
  "1.2.156.10197.1.401.2": "SM3",
};

/** The prf that PBKDF2-params means when it names none (RFC 8018 App. A.2). */
export const DEFAULT_PRF: HashName = "SHA-1";

/** RFC 7292 App. C: the cipher whose key and IV come from the App. B derivation with SHA-1. */
export const PKCS12_PBE: Readonly<Record<string, Cipher>> = {
  "1.2.840.113549.1.12.1.1": { name: "RC4", keyBytes: 16 },
  "1.2.840.113549.1.12.1.2": { name: "RC4", keyBytes: 5 },
  "1.2.840.113549.1.12.1.3": { name: "DES-EDE3-CBC", keyBytes: 24 },
  "1.2.840.113549.1.12.1.4": { name: "DES-EDE3-CBC", keyBytes: 16 },
  "1.2.840.113549.1.12.1.5": { name: "RC2-CBC", keyBytes: 16, effectiveKeyBits: 128 },
  "1.2.840.113549.1.12.1.6": { name: "RC2-CBC", keyBytes: 5, effectiveKeyBits: 40 },
};

/** RFC 8018 section 6.1 and App. A.3; PBES1 takes 8 bytes of key and 8 of IV from one PBKDF1 output. */
export const PBES1: Readonly<
  Record<
    string,
    { readonly hash: "MD5" | "SHA-1"; readonly cipher: Extract<Cipher, { readonly name: "DES-CBC" | "RC2-CBC" }> }
  >
> = {
  "1.2.840.113549.1.5.3": { hash: "MD5", cipher: { name: "DES-CBC", keyBytes: 8 } },
  "1.2.840.113549.1.5.6": { hash: "MD5", cipher: { name: "RC2-CBC", keyBytes: 8, effectiveKeyBits: 64 } },
  "1.2.840.113549.1.5.10": { hash: "SHA-1", cipher: { name: "DES-CBC", keyBytes: 8 } },
  "1.2.840.113549.1.5.11": { hash: "SHA-1", cipher: { name: "RC2-CBC", keyBytes: 8, effectiveKeyBits: 64 } },
};

/** Encryption schemes of PBES2 whose parameters are the IV alone (RFC 8018 App. B.2). RC2-CBC has its own reader. */
export const PBES2_CIPHERS: Readonly<Record<string, Cipher>> = {
  "1.3.14.3.2.7": { name: "DES-CBC", keyBytes: 8 },
  "1.2.840.113549.3.7": { name: "DES-EDE3-CBC", keyBytes: 24 },
  "2.16.840.1.101.3.4.1.2": { name: "AES-CBC", keyBytes: 16 },
  "2.16.840.1.101.3.4.1.22": { name: "AES-CBC", keyBytes: 24 },
  "2.16.840.1.101.3.4.1.42": { name: "AES-CBC", keyBytes: 32 },
};

/** RC2-CBC as an encryption scheme of PBES2 (RFC 8018 App. B.2.3). */
export const RC2_CBC_OID = "1.2.840.113549.3.2";
