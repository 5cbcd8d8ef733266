/** The file is protected with AES, which services around Graph are reported to call a wrong password. */
import type { Rule } from "../finding.js";
import { namePlaces, protectionOf } from "../protection.js";
import { REPACK_WHOLE } from "../repack.js";

/** The variant that the reports are of. */
const REPORTED = "AES-256-CBC";

/** `aes-protection` */
export const aesProtection: Rule = {
  id: "aes-protection",
  // Nothing of the kind is reported of keyCredentials; readers that do not know AES are listed as such.
  severity: { "api-connector": "warning", "token-signing": null, reader: null },
  evidence: "third-party",
  reference: "microsoft-graph-docs-contrib issues 8993 and 8994, azure-docs issue 36773",
  summary: "The file is protected with AES: a sister API of Graph is reported to call its password wrong.",
  check({ opened }) {
    const found = protectionOf(opened)?.encryptions.filter(({ cipher }) => cipher?.startsWith("AES-")) ?? [];
    const first = found.find(({ cipher }) => cipher === REPORTED) ?? found[0];
    if (first === undefined) return [];
    const reported = first.cipher === REPORTED ? "such files" : "files under AES-256";
    const message =
      `${first.cipher} protects ${namePlaces([first, ...found.filter((it) => it !== first)])}. ` +
      `Users report that a sister API (trustFramework/keySets, uploadPkcs12) and the portal of Azure AD B2C answer ${reported} with AADB2C90213, wrong password, although it is right. Nobody has verified it for uploadClientCertificate.`;
    const fix = `If the upload is refused, pack the file anew with Triple DES and SHA-1: ${REPACK_WHOLE}`;
    return [{ at: first.at, message, fix }];
  },
};
