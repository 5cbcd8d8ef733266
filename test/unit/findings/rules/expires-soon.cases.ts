/** Files for the rule of this name. */
import type { RuleCases } from "../rule-case.js";
import { LEAF_AT, sound, strangers, withLeaf } from "../sample-credentials.js";
import { warning } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "in this second", file: withLeaf({ notAfter: "20260601000000Z" }), says: warning(LEAF_AT) },
    { name: "tomorrow", file: withLeaf({ notAfter: "20260602000000Z" }), says: warning(LEAF_AT) },
    { name: "in 30 days", file: withLeaf({ notAfter: "20260701000000Z" }), says: warning(LEAF_AT) },
    {
      name: "in 30 days, for token signing",
      target: "token-signing",
      file: withLeaf({ notAfter: "20260701000000Z" }),
      says: warning(LEAF_AT),
    },
  ],
  leaves: [
    sound,
    { name: "in 30 days and a second", file: withLeaf({ notAfter: "20260701000001Z" }) },
    { name: "a second ago", file: withLeaf({ notAfter: "20260531235959Z" }) },
    { name: "for a reader", target: "node-20", file: withLeaf({ notAfter: "20260602000000Z" }) },
    strangers({ notAfter: "20260602000000Z" }),
  ],
};
