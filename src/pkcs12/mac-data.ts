/** MacData (RFC 7292 section 4), with the HMAC of RFC 7292 or the PBMAC1 of RFC 9879 in its DigestInfo. */
import { readAlgorithmIdentifier } from "../asn1/algorithm-identifier.js";
import type { BerNode } from "../asn1/ber.js";
import { describeOid, OID } from "../asn1/oids.js";
import { readOctetString, readSequence } from "../asn1/values.js";
import type { HashName } from "../crypto/hash.js";
import type { Pbkdf2Func } from "../crypto/pbes2.js";
import { PBMAC1_KEY_BYTES } from "../crypto/pbmac1.js";
import { MalformedError, UnsupportedError } from "../errors.js";
import { DIGESTS, HMACS } from "./algorithms.js";
import { readKeyDerivationFunc, readPositive } from "./key-derivation-func.js";

/** HMAC under a key from the derivation of RFC 7292 App. B. */
export interface HmacAlgorithm {
  readonly kind: "hmac";
  readonly hash: HashName;
  readonly salt: Uint8Array;
  readonly iterationCount: number;
}

/** PBMAC1: the salt and the count are in its own parameters, those of MacData mean nothing (RFC 9879 section 4). */
export interface Pbmac1Algorithm {
  readonly kind: "pbmac1";
  /** The HMAC's hash (messageAuthScheme). */
  readonly hash: HashName;
  readonly keyDerivationFunc: Pbkdf2Func & { readonly keyBytes: number };
}

/** A digest or MAC scheme that is not implemented. */
export interface UnsupportedMac {
  readonly kind: "unsupported";
  /** Where the unknown part stands: as the digest of MacData, or inside PBMAC1. */
  readonly scheme: "hmac" | "pbmac1";
  readonly oid: string;
}

/** How the file is authenticated, and the code that it carries. */
export interface MacData {
  readonly algorithm: HmacAlgorithm | Pbmac1Algorithm | UnsupportedMac;
  readonly digest: Uint8Array;
}

/**
 * Reads MacData; an unknown algorithm is a value, so that the file can still be described.
 * @throws {MalformedError} `ERR_PKCS12_MAC_PARAMETERS`, for PBMAC1 also where the key is not 20 to 64 octets long
 */
export function readMacData(node: BerNode, at: string): MacData {
  try {
    const [digestInfo, macSalt, iterations] = readSequence(node, at);
    const [digestAlgorithm, digest] = readSequence(digestInfo, at);
    return {
      algorithm: readMacAlgorithm(digestAlgorithm, macSalt, iterations, at),
      digest: readOctetString(digest, at),
    };
  } catch (cause) {
    if (!(cause instanceof MalformedError)) throw cause;
    throw new MalformedError(`the MacData is malformed: ${cause.message}`, {
      code: "ERR_PKCS12_MAC_PARAMETERS",
      at,
      cause,
    });
  }
}

/** The error for a MAC that nobody here can compute: the password may well be right. */
export function unsupportedMac(oid: string): UnsupportedError {
  return new UnsupportedError(`the MAC algorithm ${describeOid(oid)} is not supported`, {
    code: "ERR_PKCS12_MAC_ALGORITHM",
    at: "macData",
    oid,
  });
}

function readMacAlgorithm(
  digestAlgorithm: BerNode | undefined,
  macSalt: BerNode | undefined,
  iterations: BerNode | undefined,
  at: string,
): MacData["algorithm"] {
  const { oid, parameters } = readAlgorithmIdentifier(digestAlgorithm, at);
  if (oid === OID.pbmac1) return readPbmac1(parameters, at);
  const hash = DIGESTS[oid];
  if (hash === undefined) return { kind: "unsupported", scheme: "hmac", oid };
  return {
    kind: "hmac",
    hash,
    salt: readOctetString(macSalt, at),
    // DEFAULT 1, "for historical reasons only" (RFC 7292 section 4).
    iterationCount: iterations === undefined ? 1 : readPositive(iterations, "iteration count", at),
  };
}

function readPbmac1(parameters: BerNode | undefined, at: string): MacData["algorithm"] {
  const [kdfNode, schemeNode] = readSequence(parameters, at);
  const scheme = readAlgorithmIdentifier(schemeNode, at).oid;
  const hash = HMACS[scheme];
  if (hash === undefined) return { kind: "unsupported", scheme: "pbmac1", oid: scheme };
  const keyDerivationFunc = readKeyDerivationFunc(kdfNode, at);
  if (keyDerivationFunc.kind === "unsupported") return { ...keyDerivationFunc, scheme: "pbmac1" };
  if (keyDerivationFunc.kind === "scrypt") return { kind: "unsupported", scheme: "pbmac1", oid: OID.scrypt };
  const { keyBytes } = keyDerivationFunc;
  if (keyBytes === undefined || keyBytes < PBMAC1_KEY_BYTES.least || keyBytes > PBMAC1_KEY_BYTES.most) {
    throw new MalformedError(
      `PBMAC1 expected a key length of ${PBMAC1_KEY_BYTES.least} to ${PBMAC1_KEY_BYTES.most} octets, got ${keyBytes ?? "none"}`,
      { code: "ERR_PKCS12_MAC_PARAMETERS", at },
    );
  }
  return { kind: "pbmac1", hash, keyDerivationFunc: { ...keyDerivationFunc, keyBytes } };
}
