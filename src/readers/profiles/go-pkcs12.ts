/** `DecodeChain`, or `DecodeTrustStore` for certificates alone, of the package that Go programs use. */
import {
  bytesAlone,
  contentsAtMost,
  derAlone,
  nothingBehind,
  nothingNested,
  partsReadable,
} from "../checks/container.js";
import { keyAlgorithms, oneKeyWithCertificates, trustedCertificates } from "../checks/keys.js";
import { bmpAlone, encodedAsExpected } from "../checks/password.js";
import { ciphers, macHashes, macRequired } from "../checks/protection.js";
import type { Reader } from "../reader.js";

export const goPkcs12: Reader = {
  id: "go-pkcs12",
  name: "go-pkcs12",
  evidence: "measured",
  reference: "software.sslmate.com/src/go-pkcs12 0.7.4",
  checks: [
    bytesAlone,
    partsReadable,
    derAlone,
    nothingBehind,
    contentsAtMost(2),
    nothingNested,
    encodedAsExpected(),
    bmpAlone,
    macRequired,
    macHashes(/^SHA-(1|256|512)$/),
    ciphers({ "PKCS12-KDF": / (DES-EDE3|RC2)/, PBKDF2: /SHA-(1|256|512) AES-\d+-CBC$/ }),
    oneKeyWithCertificates,
    trustedCertificates,
    keyAlgorithms(/^(RSA$|EC P-|Ed25519|X25519)/),
  ],
  protection: "AES256-SHA256",
};
