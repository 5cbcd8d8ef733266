/** The keyDerivationFunc of PBES2 and PBMAC1: PBKDF2 (RFC 8018 App. A.2) and scrypt (RFC 7914 section 7). */
import { readAlgorithmIdentifier } from "../asn1/algorithm-identifier.js";
import type { BerNode } from "../asn1/ber.js";
import { OID } from "../asn1/oids.js";
import { isUniversal, readCount, readOctetString, readSequence, TAG } from "../asn1/values.js";
import type { HashName } from "../crypto/hash.js";
import type { KeyDerivationFunc, Pbkdf2Func, ScryptFunc } from "../crypto/pbes2.js";
import { MalformedError } from "../errors.js";
import { DEFAULT_PRF, HMACS } from "./algorithms.js";

/** The function, or its prf, is not implemented. */
export interface UnsupportedFunc {
  readonly kind: "unsupported";
  readonly oid: string;
}

/**
 * Reads the function with its parameters.
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED`: a salt from another source, a count of zero, an absurd length
 */
export function readKeyDerivationFunc(node: BerNode | undefined, at: string): KeyDerivationFunc | UnsupportedFunc {
  const { oid, parameters } = readAlgorithmIdentifier(node, at);
  if (oid === OID.pbkdf2) return readPbkdf2(readSequence(parameters, at), at);
  if (oid === OID.scrypt) return readScrypt(readSequence(parameters, at), at);
  return { kind: "unsupported", oid };
}

function readPbkdf2(members: readonly BerNode[], at: string): Pbkdf2Func | UnsupportedFunc {
  const [salt, iterationCount, ...optional] = members;
  const keyLength = optional.find((member) => isUniversal(member, TAG.integer));
  const prfNode = optional.find((member) => isUniversal(member, TAG.sequence));
  let prf: HashName | undefined = DEFAULT_PRF;
  if (prfNode !== undefined) {
    const { oid } = readAlgorithmIdentifier(prfNode, at);
    prf = HMACS[oid];
    if (prf === undefined) return { kind: "unsupported", oid };
  }
  return {
    kind: "pbkdf2",
    salt: readOctetString(salt, at),
    iterationCount: readPositive(iterationCount, "iteration count", at),
    keyBytes: keyLength && readKeyBytes(keyLength, at),
    prf,
  };
}

function readScrypt(members: readonly BerNode[], at: string): ScryptFunc {
  const [salt, cost, block, parallelization, keyLength] = members;
  const costParameter = readPositive(cost, "cost parameter", at);
  const blockSize = readPositive(block, "block size", at);
  const parallelizationParameter = readPositive(parallelization, "parallelization parameter", at);
  if (
    costParameter < 2 ||
    !Number.isInteger(Math.log2(costParameter)) ||
    blockSize * parallelizationParameter >= 2 ** 30
  ) {
    throw new MalformedError(`${at} breaks the bounds on scrypt's parameters (RFC 7914 section 2)`, {
      code: "ERR_ASN1_UNEXPECTED",
      at,
    });
  }
  return {
    kind: "scrypt",
    salt: readOctetString(salt, at),
    costParameter,
    blockSize,
    parallelizationParameter,
    keyBytes: keyLength && readKeyBytes(keyLength, at),
  };
}

/** Counts of zero would mean no work at all, in any of the functions. */
export function readPositive(node: BerNode | undefined, what: string, at: string): number {
  const value = readCount(node, at);
  if (value > 0) return value;
  throw new MalformedError(`${at} expected the ${what} to be at least 1, got 0`, { code: "ERR_ASN1_UNEXPECTED", at });
}

/** No cipher or MAC takes a longer key; a longer one only multiplies the work. */
const MAX_KEY_BYTES = 1024;

function readKeyBytes(node: BerNode, at: string): number {
  const value = readPositive(node, "key length", at);
  if (value <= MAX_KEY_BYTES) return value;
  throw new MalformedError(`${at} expected a key length of at most ${MAX_KEY_BYTES} bytes, got ${value}`, {
    code: "ERR_ASN1_UNEXPECTED",
    at,
  });
}
