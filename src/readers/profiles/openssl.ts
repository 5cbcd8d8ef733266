/** `openssl pkcs12` of OpenSSL 3.0, as its distributors build it (without IDEA). */

import type { Check } from "../check.js";
import { bytesAlone, partsReadable } from "../checks/container.js";
import { keyAlgorithms } from "../checks/keys.js";
import { encodedAsExpected } from "../checks/password.js";
import type { KnownCiphers } from "../checks/protection.js";
import { ciphers, noPbmac1 } from "../checks/protection.js";
import type { Reader } from "../reader.js";

const MODERN = / (AES|DES-EDE|Camellia|ARIA|SM4)(?!.*[CG]CM)/;
const ALL = / (?!IDEA|GOST|Magma|Kuz|.*[CG]CM)/;

/** Without its legacy provider: no RC2, RC4 and single DES, and nothing by PBKDF1. */
export const DEFAULT_PROVIDER: KnownCiphers = { "PKCS12-KDF": MODERN, PBKDF2: MODERN, scrypt: MODERN };

/** With it. */
export const LEGACY_PROVIDER: KnownCiphers = { "PKCS12-KDF": /./, PBKDF1: /./, PBKDF2: ALL, scrypt: ALL };

const SHARED: readonly Check[] = [
  bytesAlone,
  partsReadable,
  // The command tries the mistake of OpenSSL 1.0 by itself.
  encodedAsExpected("utf-8-as-bmp-string"),
  noPbmac1(" before OpenSSL 3.4"),
  keyAlgorithms(/^(?!ML-|RSAES)/),
];

export const OPENSSL: readonly Reader[] = [
  {
    id: "openssl-3",
    name: "OpenSSL 3.0",
    evidence: "measured",
    reference: "OpenSSL 3.0.22, openssl pkcs12",
    checks: [...SHARED, ciphers(DEFAULT_PROVIDER, " without -legacy", LEGACY_PROVIDER)],
    protection: "AES256-SHA256",
  },
  {
    id: "openssl-3-legacy",
    name: "OpenSSL 3.0 with -legacy",
    evidence: "measured",
    reference: "OpenSSL 3.0.22, openssl pkcs12 -legacy",
    checks: [...SHARED, ciphers(LEGACY_PROVIDER)],
    protection: "AES256-SHA256",
  },
];
