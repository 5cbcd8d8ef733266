/** The AlgorithmIdentifiers that files are written with: RFC 7292 App. C, RFC 8018 App. A and B, RFC 9879. */
import { OID } from "../asn1/oids.js";
import type { Der } from "../asn1/write.js";
import { writeCount, writeNull, writeObjectIdentifier, writeOctetString, writeSequence } from "../asn1/write.js";
import type { Pbkdf2Func } from "../crypto/pbes2.js";

const PBE_SHA1_3DES = "1.2.840.113549.1.12.1.3";
const AES_256_CBC = "2.16.840.1.101.3.4.1.42";
const HMAC_SHA_256 = "1.2.840.113549.2.9";
const DIGESTS = { "SHA-1": "1.3.14.3.2.26", "SHA-256": "2.16.840.1.101.3.4.2.1" } as const;

function writeAlgorithm(oid: string, parameters: Der = writeNull()): Der {
  return writeSequence(writeObjectIdentifier(oid), parameters);
}

/** pbeWithSHAAnd3-KeyTripleDES-CBC. */
export function writeTripleDesPbe(salt: Uint8Array, iterations: number): Der {
  return writeAlgorithm(PBE_SHA1_3DES, writeSequence(writeOctetString(salt), writeCount(iterations)));
}

/** The digest of MacData. */
export function writeDigest(hash: "SHA-1" | "SHA-256"): Der {
  return writeAlgorithm(DIGESTS[hash]);
}

/** PBES2 with AES-256-CBC; the prf is HMAC-SHA-256. */
export function writePbes2(func: Pbkdf2Func, iv: Uint8Array): Der {
  return writeAlgorithm(OID.pbes2, writeSequence(writePbkdf2(func), writeAlgorithm(AES_256_CBC, writeOctetString(iv))));
}

/** PBMAC1 with HMAC-SHA-256 twice; `keyBytes` must be there (RFC 9879 section 5). */
export function writePbmac1(func: Pbkdf2Func): Der {
  return writeAlgorithm(OID.pbmac1, writeSequence(writePbkdf2(func), writeAlgorithm(HMAC_SHA_256)));
}

/** PBKDF2 with its prf, which is not the default of RFC 8018 App. A.2 and so is written. */
function writePbkdf2({ salt, iterationCount, keyBytes }: Pbkdf2Func): Der {
  const keyLength = keyBytes === undefined ? [] : [writeCount(keyBytes)];
  return writeAlgorithm(
    OID.pbkdf2,
    writeSequence(writeOctetString(salt), writeCount(iterationCount), ...keyLength, writeAlgorithm(HMAC_SHA_256)),
  );
}
