/** ML-KEM private keys (RFC 9935 section 6): the encapsulation key that an expanded one holds (FIPS 203 section 7.1). */
import { decodeBer } from "../asn1/ber.js";
import { OID } from "../asn1/oids.js";
import { isUniversal, readOctetString, readSequence, TAG } from "../asn1/values.js";
import { badPrivateKey } from "./malformed.js";

/** The rank k of the module (FIPS 203 table 2). */
const RANKS: Readonly<Record<string, number>> = { [OID.mlKem512]: 2, [OID.mlKem768]: 3, [OID.mlKem1024]: 4 };

/**
 * Reads the encapsulation key out of `expandedKey` or `both`. A decapsulation key is the secret vector (384 k bytes),
 * the encapsulation key (384 k + 32), its digest (32) and a secret (32).
 * @returns `undefined` for a key that is only a seed (making a key from it is not done here) and for other algorithms
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY` for an expanded key of another length, `ERR_ASN1_*`
 */
export function readEncapsulationKey(oid: string, octets: Uint8Array, at: string): Uint8Array | undefined {
  const rank = Object.hasOwn(RANKS, oid) ? RANKS[oid] : undefined;
  if (rank === undefined) return undefined;
  const expandedBytes = 768 * rank + 96;
  const expanded = octets.length === expandedBytes ? octets : readExpandedKey(octets, `${at}.privateKey`);
  if (expanded === undefined) return undefined;
  if (expanded.length !== expandedBytes) {
    throw badPrivateKey(`its expanded key has ${expanded.length} bytes in place of ${expandedBytes}`, at);
  }
  return expanded.subarray(384 * rank, 768 * rank + 32);
}

/** The expanded key of RFC 9935's CHOICE; `undefined` for a seed, which is tagged or, from older writers, bare. */
function readExpandedKey(octets: Uint8Array, at: string): Uint8Array | undefined {
  if (octets.length === 64) return undefined;
  const { root } = decodeBer(octets, at);
  if (root.tagClass === "context") return undefined;
  if (isUniversal(root, TAG.octetString)) return readOctetString(root, at);
  return readOctetString(readSequence(root, at)[1], at);
}
