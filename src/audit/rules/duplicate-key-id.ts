/** Two entries of a collection have one keyId. */
import type { AuditRule } from "../audit-finding.js";
import type { Placed } from "../credential-sets.js";
import { isSameGuid } from "../credential-sets.js";
import { KEY_CREDENTIAL } from "../references.js";

/** `duplicate-key-id` */
export const duplicateKeyId: AuditRule = {
  id: "duplicate-key-id",
  severity: "error",
  evidence: "hypothesis",
  reference: KEY_CREDENTIAL,
  summary: "Two entries of a collection have the same keyId, which is what tells them apart.",
  check({ sets }) {
    return [sets.keys, sets.passwords].flatMap((entries: readonly Placed<{ readonly keyId?: string | null }>[]) =>
      entries.flatMap(({ at, credential }, index) => {
        const earlier = entries.slice(0, index).find((other) => isSameGuid(other.credential.keyId, credential.keyId));
        if (earlier === undefined) return [];
        const message = `This is the keyId of ${earlier.at} too. A keyId tells the entries of a collection apart, and a change is refused by it.`;
        return [
          {
            at: `${at}/keyId`,
            message,
            fix: "Give each entry that is added a keyId of its own; of two that are there, remove one.",
          },
        ];
      }),
    );
  },
};
