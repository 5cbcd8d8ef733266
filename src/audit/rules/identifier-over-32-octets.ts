/** An identifier is longer than Graph takes today. */
import type { AuditRule } from "../audit-finding.js";
import { firstOfEachIdentifier } from "../first-of-each-identifier.js";
import { decodeIdentifier } from "../identifier.js";
import { KEY_IDENTIFIER_LIMIT } from "../references.js";

const MOST_OCTETS = 32;

/** `identifier-over-32-octets` */
export const identifierOver32Octets: AuditRule = {
  id: "identifier-over-32-octets",
  severity: "warning",
  evidence: "third-party",
  reference: KEY_IDENTIFIER_LIMIT,
  summary: "A customKeyIdentifier has more than 32 octets: Graph takes no new one of that length.",
  check({ sets }) {
    return firstOfEachIdentifier(sets).flatMap(({ at, credential }) => {
      const count = decodeIdentifier(credential.customKeyIdentifier)?.length ?? 0;
      if (count <= MOST_OCTETS) return [];
      return [
        {
          at: `${at}/customKeyIdentifier`,
          message: `This identifier has ${count} octets; today Graph refuses more than ${MOST_OCTETS}. Whether it takes an old entry of that length back is not known.`,
          fix: "Replace the certificate by one with a shorter identifier before anything else of the collection must change.",
        },
      ];
    });
  },
};
