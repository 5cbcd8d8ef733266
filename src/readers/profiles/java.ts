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
import type { KnownCiphers } from "../checks/protection.js";
import { ciphers, iterationsAtMost, macHashes, macSaltAtLeast, noPbmac1 } from "../checks/protection.js";
import type { Reader } from "../reader.js";

/** The ciphers of PKCS#12 itself, and the one of PBES1 that Java always had. */
const OLD: KnownCiphers = { "PKCS12-KDF": / (DES-EDE3|RC2|RC4)/, PBKDF1: /^MD5 DES/ };

/** Curves that it has a name for: not SM2's, nor the twisted ones of brainpool. */
const CURVES = "EC (?!\\(explicit|SM2|.*t1$)";

const SHARED: readonly Check[] = [
  bytesAlone,
  partsReadable,
  noPbmac1(),
  macSaltAtLeast(8),
  iterationsAtMost(5_000_000),
  encryptedKeys,
  pairedByLocalKeyId,
  trustedCertificates,
  issuerRequired,
  nothingNested,
];

/** From 8u301 on, but for what a password outside ASCII means. */
const CURRENT: readonly Check[] = [
  macHashes(/^SHA-/),
  ciphers({ ...OLD, PBKDF2: /SHA-\S+ AES-(128|256)-CBC$/ }),
  ...SHARED,
];

/** PBE with SHA-1 takes seven bits of each UTF-8 byte, so a file of another writer opens only under ASCII. */
const sevenBitAlone: Check = ({ passwordCharacters, encryptions }) =>
  passwordCharacters === "ascii"
    ? []
    : encryptions
        .filter(({ kdf, passwordForm }) => kdf === "PKCS12-KDF" && passwordForm !== "utf-8-7-bit-as-bmp-string")
        .map(({ at, scheme }) => ({ at, message: `For ${scheme} only passwords in ASCII are taken.` }));

export const JAVA: readonly Reader[] = [
  {
    id: "java-8",
    name: "Java 8 before 8u301",
    evidence: "documented",
    reference: "JDK-8267701: HmacPBESHA256 is new in 8u301, as is PBES2 by JDK-8076190",
    checks: [
      encodedAsExpected(),
      asciiAlone,
      macHashes(/^SHA-1$/),
      ciphers(OLD),
      keyAlgorithms(new RegExp(`^(RSA$|DSA|DH|${CURVES})`)),
      ...SHARED,
    ],
    protection: "TripleDES-SHA1",
  },
  {
    id: "java-17",
    name: "Java 17",
    evidence: "measured",
    reference: "OpenJDK 17.0.15",
    checks: [encodedAsExpected(), asciiAlone, keyAlgorithms(new RegExp(`^(RSA|DSA|DH|${CURVES}|Ed|X)`)), ...CURRENT],
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
      keyAlgorithms(new RegExp(`^(RSA|DSA|DH|${CURVES}|Ed|X|ML-DSA)`)),
      ...CURRENT,
    ],
    protection: "AES256-SHA256",
  },
];
