/** A password has another keyId than the Sign key that it opens. */
import { octetsOf } from "../../graph/credential-groups.js";
import type { AuditRule } from "../audit-finding.js";
import { isSameGuid } from "../credential-sets.js";
import { HOW_TO } from "../references.js";

/** `key-id-not-shared` */
export const keyIdNotShared: AuditRule = {
  id: "key-id-not-shared",
  severity: "error",
  evidence: "documented",
  reference: HOW_TO,
  summary: "A password has the customKeyIdentifier of a Sign key and another keyId: Graph wants both the same.",
  check({ sets }) {
    return sets.passwords.flatMap(({ at, credential }) => {
      const identifier = octetsOf(credential.customKeyIdentifier);
      if (identifier === undefined) return [];
      const signs = sets.signing.filter(({ sign }) => octetsOf(sign.credential.customKeyIdentifier) === identifier);
      if (signs.length === 0 || signs.some(({ sign }) => isSameGuid(sign.credential.keyId, credential.keyId)))
        return [];
      return [
        {
          at: `${at}/keyId`,
          message: `This password has the customKeyIdentifier of ${signs.map(({ sign }) => sign.at).join(", ")} and another keyId, so it is not known to be that Sign key's.`,
          fix: "Remove the three entries of the certificate and add it anew: the password's keyId is that of the Sign key.",
        },
      ];
    });
  },
};
