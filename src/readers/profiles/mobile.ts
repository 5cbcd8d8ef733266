/** Apple's and Google's systems, by what their users report. */

import type { Check } from "../check.js";
import { bytesAlone, partsReadable } from "../checks/container.js";
import { encryptedKeys } from "../checks/keys.js";
import { encodedAsExpected } from "../checks/password.js";
import { ciphers, macHashes, noNullPassword, noPbmac1 } from "../checks/protection.js";
import type { Reader } from "../reader.js";

/** Both call a file with the new defaults of OpenSSL 3, Java 16 and Windows 11 a wrong password. */
const OLD: readonly Check[] = [
  bytesAlone,
  partsReadable,
  encodedAsExpected(),
  macHashes(/^SHA-1$/),
  noPbmac1(),
  ciphers({ "PKCS12-KDF": /./ }),
  encryptedKeys,
];

export const MOBILE: readonly Reader[] = [
  {
    id: "apple",
    name: "macOS 14 and iOS 17 or earlier",
    evidence: "third-party",
    reference: "pyca/cryptography issue 7293, 7ritn/VaulTLS issue 176, dotnet/corefx pull request 42226",
    checks: [...OLD, noNullPassword],
    protection: "TripleDES-SHA1",
  },
  {
    id: "android",
    name: "Android 13 or earlier",
    evidence: "third-party",
    reference: "strongswan/strongswan-docs issue 5, thevindu-w/clip_share_server pull request 48",
    checks: OLD,
    protection: "TripleDES-SHA1",
  },
];
