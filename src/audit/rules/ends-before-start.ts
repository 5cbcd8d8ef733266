/** An entry ends before it begins. */
import type { PasswordCredential } from "../../graph/model.js";
import type { AuditRule } from "../audit-finding.js";
import type { Placed, PlacedKey } from "../credential-sets.js";
import { HOW_TO } from "../references.js";

/** `ends-before-start` */
export const endsBeforeStart: AuditRule = {
  id: "ends-before-start",
  severity: "error",
  evidence: "documented",
  reference: HOW_TO,
  summary: "An entry ends before it begins, as the password does in a sample of the documentation.",
  check({ sets }) {
    const entries: readonly (PlacedKey | Placed<PasswordCredential>)[] = [...sets.keys, ...sets.passwords];
    return entries
      .filter(({ start, end }) => start !== undefined && end !== undefined && end < start)
      .map(({ at }) => ({
        at: `${at}/endDateTime`,
        message: "This entry ends before it begins, so it is never valid.",
        fix: "Take both dates from the certificate, for the password too.",
      }));
  },
};
