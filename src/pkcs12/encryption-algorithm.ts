/**
 * The AlgorithmIdentifier of an encryption: RFC 7292 App. C, RFC 8018 App. A.3 (PBES1) and A.4 (PBES2).
 *
 * An algorithm that nobody here implements is a value of its own, not an error: the reader without a password wants
 * to list it, and the one with a password refuses it only when it is needed.
 */

import type { AlgorithmIdentifier } from "../asn1/algorithm-identifier.js";
import { readAlgorithmIdentifier } from "../asn1/algorithm-identifier.js";
import type { BerNode } from "../asn1/ber.js";
import { OID } from "../asn1/oids.js";
import { readCount, readOctetString, readSequence } from "../asn1/values.js";
import type { Cipher } from "../crypto/cipher.js";
import { ivBytes } from "../crypto/cipher.js";
import type { KeyDerivationFunc } from "../crypto/pbes2.js";
import { MalformedError } from "../errors.js";
import { PBES1, PBES2_CIPHERS, PKCS12_PBE, RC2_CBC_OID } from "./algorithms.js";
import { readKeyDerivationFunc, readPositive } from "./key-derivation-func.js";

/** pbeWithSHAAnd…: key and IV from the derivation of RFC 7292 App. B. */
export interface Pkcs12PbeAlgorithm {
  readonly kind: "pkcs12Pbe";
  readonly oid: string;
  readonly cipher: Cipher;
  readonly salt: Uint8Array;
  readonly iterationCount: number;
}

/** The ciphers of PBES1, both with a key of 8 bytes. */
export type Pbes1Cipher = Extract<Cipher, { readonly name: "DES-CBC" | "RC2-CBC" }>;

/** PBES1: key and IV from PBKDF1. */
export interface Pbes1Algorithm {
  readonly kind: "pbes1";
  readonly oid: string;
  readonly hash: "MD5" | "SHA-1";
  readonly cipher: Pbes1Cipher;
  /** Where the IV begins in what PBKDF1 gives; absent: 8, as the standard has it. */
  readonly ivFrom?: 12;
  readonly salt: Uint8Array;
  readonly iterationCount: number;
}

/** PBES2: key from the named function, IV in the parameters. */
export interface Pbes2Algorithm {
  readonly kind: "pbes2";
  readonly oid: string;
  readonly keyDerivationFunc: KeyDerivationFunc;
  readonly cipher: Cipher;
  readonly iv: Uint8Array;
}

/** Something that is not implemented: `oid` names the part of the algorithm that is not. */
export interface UnsupportedAlgorithm {
  readonly kind: "unsupported";
  /** The scheme as a whole: equal to `oid` unless it is PBES2 with an unknown part. */
  readonly schemeOid: string;
  readonly oid: string;
  /** Present where only the cipher is unknown. */
  readonly keyDerivationFunc?: KeyDerivationFunc;
}

/** RFC 2268 section 2. */
const RC2_MAX_KEY_BYTES = 128;

/** An algorithm that is implemented. */
export type SupportedAlgorithm = Pkcs12PbeAlgorithm | Pbes1Algorithm | Pbes2Algorithm;

/** How a SafeContents or a private key is encrypted. */
export type EncryptionAlgorithm = SupportedAlgorithm | UnsupportedAlgorithm;

/**
 * Reads the algorithm with its parameters.
 * @throws {MalformedError} `ERR_PKCS12_CIPHER_PARAMETERS` where the parameters of a known algorithm break its standard
 */
export function readEncryptionAlgorithm(node: BerNode | undefined, at: string): EncryptionAlgorithm {
  const algorithm = readAlgorithmIdentifier(node, at);
  try {
    return decode(algorithm, at);
  } catch (cause) {
    if (!(cause instanceof MalformedError)) throw cause;
    throw new MalformedError(`the parameters of the encryption at ${at} are malformed: ${cause.message}`, {
      code: "ERR_PKCS12_CIPHER_PARAMETERS",
      at,
      cause,
    });
  }
}

function decode({ oid, parameters }: AlgorithmIdentifier, at: string): EncryptionAlgorithm {
  const pkcs12Cipher = PKCS12_PBE[oid];
  if (pkcs12Cipher !== undefined) {
    return { kind: "pkcs12Pbe", oid, cipher: pkcs12Cipher, ...readPbeParameters(parameters, at) };
  }
  const pbes1 = PBES1[oid];
  if (pbes1 !== undefined) return { kind: "pbes1", oid, ...pbes1, ...readPbeParameters(parameters, at) };
  if (oid === OID.pbes2) return readPbes2(parameters, at);
  return { kind: "unsupported", schemeOid: oid, oid };
}

/** pkcs-12PbeParams and PBEParameter: salt and iteration count. */
function readPbeParameters(
  parameters: BerNode | undefined,
  at: string,
): { readonly salt: Uint8Array; readonly iterationCount: number } {
  const [salt, iterationCount] = readSequence(parameters, at);
  return { salt: readOctetString(salt, at), iterationCount: readPositive(iterationCount, "iteration count", at) };
}

function readPbes2(parameters: BerNode | undefined, at: string): EncryptionAlgorithm {
  const [kdfNode, schemeNode] = readSequence(parameters, at);
  const keyDerivationFunc = readKeyDerivationFunc(kdfNode, at);
  if (keyDerivationFunc.kind === "unsupported") {
    return { kind: "unsupported", schemeOid: OID.pbes2, oid: keyDerivationFunc.oid };
  }
  const scheme = readAlgorithmIdentifier(schemeNode, at);
  const cipher = PBES2_CIPHERS[scheme.oid];
  if (cipher !== undefined) {
    const iv = readIv(scheme.parameters, cipher, at);
    return { kind: "pbes2", oid: OID.pbes2, keyDerivationFunc, cipher, iv };
  }
  if (scheme.oid === RC2_CBC_OID) {
    return { kind: "pbes2", oid: OID.pbes2, keyDerivationFunc, ...readRc2(scheme.parameters, keyDerivationFunc, at) };
  }
  return { kind: "unsupported", schemeOid: OID.pbes2, oid: scheme.oid, keyDerivationFunc };
}

/** RC2-CBC-Parameter: a version that stands for the effective key bits, and the IV (RFC 8018 App. B.2.3). */
function readRc2(
  parameters: BerNode | undefined,
  keyDerivationFunc: KeyDerivationFunc,
  at: string,
): { readonly cipher: Cipher; readonly iv: Uint8Array } {
  const members = readSequence(parameters, at);
  const [ivNode, versionNode] = [...members].reverse();
  const effectiveKeyBits = versionNode === undefined ? 32 : rc2EffectiveKeyBits(readCount(versionNode, at), at);
  const keyBytes = keyDerivationFunc.keyBytes ?? Math.ceil(effectiveKeyBits / 8);
  if (keyBytes > RC2_MAX_KEY_BYTES) throw parameterError(`a key of at most ${RC2_MAX_KEY_BYTES} bytes`, keyBytes, at);
  const cipher: Cipher = { name: "RC2-CBC", keyBytes, effectiveKeyBits };
  return { cipher, iv: readIv(ivNode, cipher, at) };
}

function readIv(node: BerNode | undefined, cipher: Cipher, at: string): Uint8Array {
  const iv = readOctetString(node, at);
  if (iv.length !== ivBytes(cipher)) throw parameterError(`an IV of ${ivBytes(cipher)} bytes`, iv.length, at);
  return iv;
}

function rc2EffectiveKeyBits(version: number, at: string): number {
  if (version === 160) return 40;
  if (version === 120) return 64;
  if (version === 58) return 128;
  if (version >= 256 && version <= 1024) return version;
  throw parameterError("an RC2 version of 160, 120, 58 or 256 to 1024", version, at);
}

function parameterError(expected: string, actual: number, at: string): MalformedError {
  return new MalformedError(`${at} expected ${expected}, got ${actual}`, { code: "ERR_PKCS12_CIPHER_PARAMETERS", at });
}
