/** `tls.createSecureContext({ pfx })` of Node.js with its own OpenSSL. */

import type { Check } from "../check.js";
import { bytesAlone, partsReadable } from "../checks/container.js";
import { firstKeyWithCertificate, keyAlgorithms, keyBitsAtLeast, noWeakSignature } from "../checks/keys.js";
import { encodedAsExpected } from "../checks/password.js";
import { ciphers, macRequired, noPbmac1 } from "../checks/protection.js";
import type { Reader } from "../reader.js";
import { DEFAULT_PROVIDER, LEGACY_PROVIDER } from "./openssl.js";

const SHARED: readonly Check[] = [
  bytesAlone,
  partsReadable,
  encodedAsExpected(),
  ciphers(DEFAULT_PROVIDER, " without --openssl-legacy-provider", LEGACY_PROVIDER),
  firstKeyWithCertificate,
];

export const NODE: readonly Reader[] = [
  {
    id: "node-20",
    name: "Node.js 20 tls",
    evidence: "measured",
    reference: "Node.js 20.20.2, OpenSSL 3.0.19 at security level 1",
    checks: [
      ...SHARED,
      keyAlgorithms(/^(RSA(?!ES)|DSA|EC (?!SM2)|Ed)/),
      macRequired,
      noPbmac1(" before Node.js 24"),
      keyBitsAtLeast(1024, 160),
      noWeakSignature,
    ],
    protection: "AES256-SHA256",
  },
  {
    id: "node-24",
    name: "Node.js 24 tls",
    evidence: "measured",
    reference: "Node.js 24.21.0, OpenSSL 3.5.8 at security level 2",
    checks: [...SHARED, keyAlgorithms(/^(RSA(?!ES)|DSA|EC (?!SM2)|Ed|ML-DSA)/), keyBitsAtLeast(2048, 224)],
    protection: "AES256-SHA256",
  },
];
