/** DSA and DH: y = g^x modulo p (FIPS 186-4 section 4.1, RFC 3279 section 2.3.3, PKCS #3 section 7). */

import type { BerNode } from "../asn1/ber.js";
import { decodeBer } from "../asn1/ber.js";
import { OID } from "../asn1/oids.js";
import { isUniversal, readSequence, TAG, unexpected } from "../asn1/values.js";
import { discreteLogIdentity } from "./identity.js";
import { badPrivateKey } from "./malformed.js";
import { power } from "./modular.js";
import type { PrivateKeyInfo } from "./private-key-info.js";
import { unsignedBigint } from "./unsigned.js";

/** The largest group of RFC 3526 and 7919; computing in it takes half a second. */
const MAX_PRIME_BITS = 8192;

/**
 * The identity of the public key.
 * @returns `undefined` where the domain parameters are absent
 * @throws {MalformedError} `ERR_ASN1_*`, `ERR_X509_PRIVATE_KEY` for numbers out of range
 */
export function deriveDiscreteLog({ algorithm, privateKey }: PrivateKeyInfo, at: string): string | undefined {
  if (algorithm.parameters === undefined) return undefined;
  const parametersAt = `${at}.privateKeyAlgorithm.parameters`;
  const [first, second, third] = readSequence(algorithm.parameters, parametersAt);
  // Dss-Parms are p, q, g; X9.42 has p, g, q; PKCS #3 has p, g and a length.
  const isDsa = algorithm.family === "dsa";
  const p = readUnsigned(first, parametersAt);
  const g = readUnsigned(isDsa ? third : second, parametersAt);
  const x = readUnsigned(decodeBer(privateKey, `${at}.privateKey`).root, `${at}.privateKey`);
  const order = isDsa
    ? readUnsigned(second, parametersAt)
    : algorithm.oid === OID.dhPublicNumber
      ? readUnsigned(third, parametersAt)
      : p;
  if (p < 5n || g < 2n || g >= p || order > p) throw badPrivateKey("its domain parameters are out of range", at);
  if (x === 0n || x >= order) throw badPrivateKey("its private value is out of range", at);
  return discreteLogIdentity(isDsa ? "DSA" : "DH", power(g, x, p));
}

/** An INTEGER as an unsigned number: some writers leave out the zero octet before a high bit. */
function readUnsigned(node: BerNode | undefined, at: string): bigint {
  if (!isUniversal(node, TAG.integer) || node.content.length > MAX_PRIME_BITS / 8 + 1) {
    throw unexpected(node, `an INTEGER of up to ${MAX_PRIME_BITS} bits`, at);
  }
  return unsignedBigint(node.content);
}
