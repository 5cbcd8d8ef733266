/** Several certificates could sign, and none is chosen. */
import type { AuditRule } from "../audit-finding.js";
import { DEPLOYMENT_THEORY } from "../references.js";
import { isValid } from "../usage.js";

/** `several-active` */
export const severalActive: AuditRule = {
  id: "several-active",
  severity: "warning",
  evidence: "third-party",
  reference: DEPLOYMENT_THEORY,
  summary: "No certificate is preferred and several are valid: Graph chooses which one signs.",
  check({ sets, servicePrincipal, now }) {
    // Absent is not null: that GET did not ask for it.
    const { preferredTokenSigningKeyThumbprint: preferred } = servicePrincipal;
    if (preferred !== null && preferred !== "") return [];
    const valid = sets.signing.filter(({ sign }) => isValid(sign, now));
    if (valid.length < 2) return [];
    return [
      {
        at: "/preferredTokenSigningKeyThumbprint",
        message: `No certificate is preferred and ${valid.length} could sign (${valid.map(({ sign }) => sign.at).join(", ")}): Graph chooses, by a rule that is not documented.`,
        fix: "PATCH it with the thumbprint of the certificate that the applications trust.",
      },
    ];
  },
};
