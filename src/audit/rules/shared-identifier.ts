/** Two Sign keys have one identifier. */
import { octetsOf } from "../../graph/credential-groups.js";
import type { AuditRule } from "../audit-finding.js";
import { DEPLOYMENT_THEORY } from "../references.js";

/** `shared-identifier` */
export const sharedIdentifier: AuditRule = {
  id: "shared-identifier",
  severity: "warning",
  evidence: "third-party",
  reference: DEPLOYMENT_THEORY,
  summary: "Two Sign keys have the same customKeyIdentifier: what removes one by it removes both.",
  check({ sets }) {
    const identifiers = sets.signing.map(({ sign }) => octetsOf(sign.credential.customKeyIdentifier));
    return sets.signing.flatMap(({ sign: { at } }, index) => {
      const identifier = identifiers[index];
      const earlier = identifier === undefined ? -1 : identifiers.indexOf(identifier);
      if (earlier < 0 || earlier === index) return [];
      return [
        {
          at: `${at}/customKeyIdentifier`,
          message: `${sets.signing[earlier]?.sign.at ?? ""} has this customKeyIdentifier too. Certificates are removed by it, so both go together, and nothing tells whose the Verify key and the password are.`,
          fix: "Add each certificate with an identifier of its own; its SHA-1 thumbprint is one.",
        },
      ];
    });
  },
};
