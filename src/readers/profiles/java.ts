/** `KeyStore.getInstance("PKCS12")` of OpenJDK, through which keytool reads too. */

import type { Check } from "../check.js";
import { bytesAlone, nothingNested, partsReadable } from "../checks/container.js";
import {
  encryptedKeys,
  issuerRequired,
  keyAlgorithms,
  pairedByLocalKeyId,
  trustedCertificates,
} from "../checks/keys.js";
import { asciiAlone, encodedAsExpected } from "../checks/password.js";
import { ciphers, iterationsAtMost, macHashes, macSaltAtLeast, noPbmac1 } from "../checks/protection.js";
import type { Reader } from "../reader.js";

const KEYS = /^(RSA|RSASSA-PSS|DSA|DH|EC (?!\(explicit)|Ed|X)/;

/** The ciphers of PKCS#12 itself; from PBES1 the one that Java always had. */
const OLD = { "PKCS12-KDF": /^(DES-EDE3|RC2|RC4)/, PBKDF1: /^DES/ };
const CURRENT = { ...OLD, PBKDF2: /^AES-(128|256)-CBC$/, prf: /SHA-/ };
const HASHES = /^SHA-/;

const SHARED: readonly Check[] = [
  bytesAlone,
  partsReadable,
  macSaltAtLeast(8),
  iterationsAtMost(5_000_000),
  encryptedKeys,
  pairedByLocalKeyId,
  trustedCertificates,
  issuerRequired,
  nothingNested,
];

/** PBE with SHA-1 takes seven bits of each UTF-8 byte, so a file of another writer opens only under ASCII. */
const sevenBitAlone: Check = ({ passwordCharacters, encryptions }) =>
  passwordCharacters === "ascii"
    ? []
    : encryptions
        .filter(({ kdf, passwordForm }) => kdf === "PKCS12-KDF" && passwordForm !== "utf-8-7-bit-as-bmp-string")
        .map(({ at, scheme }) => ({ at, message: `For ${scheme} only passwords in ASCII are taken.` }));

/** PBEWithMD5AndDES alone is left of PBES1. */
const md5DesAlone: Check = ({ encryptions }) =>
  encryptions
    .filter(({ kdf, prf }) => kdf === "PBKDF1" && prf !== "MD5")
    .map(({ at, scheme }) => ({ at, message: `${scheme} is not supported.` }));

export const JAVA: readonly Reader[] = [
  {
    id: "java-8",
    name: "Java 8 before 8u301",
    evidence: "documented",
    reference: "JDK-8267701: HmacPBESHA256 is new in 8u301; JDK-8076190: so are PKCS12 files under PBES2",
    checks: [
      encodedAsExpected(),
      asciiAlone,
      macHashes(/^SHA-1$/),
      noPbmac1(),
      ciphers(OLD),
      md5DesAlone,
      keyAlgorithms(/^(RSA$|DSA|DH|EC (?!\(explicit))/),
      ...SHARED,
    ],
    protection: "TripleDES-SHA1",
  },
  {
    id: "java-17",
    name: "Java 17",
    evidence: "measured",
    reference: "OpenJDK 17.0.15",
    checks: [
      encodedAsExpected(),
      asciiAlone,
      macHashes(HASHES),
      noPbmac1(),
      ciphers(CURRENT),
      md5DesAlone,
      keyAlgorithms(KEYS),
      ...SHARED,
    ],
    protection: "AES256-SHA256",
  },
  {
    id: "java-25",
    name: "Java 25",
    evidence: "measured",
    reference: "Temurin 25.0.3",
    checks: [
      encodedAsExpected("utf-8-7-bit-as-bmp-string"),
      sevenBitAlone,
      macHashes(HASHES),
      noPbmac1(),
      ciphers(CURRENT),
      md5DesAlone,
      keyAlgorithms(KEYS),
      ...SHARED,
    ],
    protection: "AES256-SHA256",
  },
];
