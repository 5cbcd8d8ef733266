/** Microsoft's services and systems that are known for Triple DES with SHA-1. */

import type { Check } from "../check.js";
import { bytesAlone, partsReadable } from "../checks/container.js";
import { firstKeyWithCertificate, keyBitsAtLeast } from "../checks/keys.js";
import { encodedAsExpected, passwordRequired } from "../checks/password.js";
import { ciphers, macHashes, noPbmac1 } from "../checks/protection.js";
import type { Reader } from "../reader.js";

/** What Windows wrote before it knew AES, and what such readers still call a wrong password otherwise. */
const TRIPLE_DES_SHA1: readonly Check[] = [
  bytesAlone,
  partsReadable,
  encodedAsExpected(),
  macHashes(/^SHA-1$/),
  noPbmac1(),
  ciphers({ "PKCS12-KDF": /./, PBKDF1: /./ }),
];

export const MICROSOFT: readonly Reader[] = [
  {
    id: "entra-b2c",
    name: "Azure AD B2C policy keys",
    evidence: "third-party",
    reference: "MicrosoftDocs/azure-docs issue 36773: AES256-SHA256 is rejected as a wrong password",
    checks: [...TRIPLE_DES_SHA1, firstKeyWithCertificate],
    protection: "TripleDES-SHA1",
  },
  {
    id: "azure-app-service",
    name: "Azure App Service",
    evidence: "documented",
    reference: "Add and manage TLS/SSL certificates in Azure App Service: private certificate requirements",
    checks: [...TRIPLE_DES_SHA1, passwordRequired, firstKeyWithCertificate, keyBitsAtLeast(2048)],
    protection: "TripleDES-SHA1",
  },
  {
    id: "azure-tripledes",
    name: "Azure Application Gateway, Key Vault and Container Apps",
    evidence: "third-party",
    reference:
      "MicrosoftDocs/azure-docs issues 54393 and 39861, microsoft/azure-container-apps issue 511, 2019 to 2023",
    checks: [...TRIPLE_DES_SHA1, firstKeyWithCertificate],
    protection: "TripleDES-SHA1",
  },
  {
    id: "windows-server-2016",
    name: "Windows Server 2016",
    evidence: "documented",
    reference: "PKCS12_PBES2_EXPORT_PARAMS (wincrypt.h): AES256-SHA256 from Windows 10 1709 and Windows Server 2019 on",
    checks: TRIPLE_DES_SHA1,
    protection: "TripleDES-SHA1",
  },
];
