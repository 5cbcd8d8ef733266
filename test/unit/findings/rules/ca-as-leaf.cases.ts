/** Files for the rule of this name. */
import type { RuleCases } from "../rule-case.js";
import { LEAF_AT, sound, strangers, withLeaf, withOwnLeaf } from "../sample-credentials.js";
import { info, vector, warning } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "a CA's certificate", file: withLeaf({ isCa: true }), says: warning(LEAF_AT) },
    { name: "self-signed as openssl req has it", file: withOwnLeaf({ isCa: true }), says: warning(LEAF_AT) },
    { name: "for signing", target: "token-signing", file: withOwnLeaf({ isCa: true }), says: info(LEAF_AT) },
  ],
  leaves: [
    sound,
    { name: "no basicConstraints", file: withLeaf({ isCa: undefined }) },
    { name: "for a reader", target: "node-20", file: withLeaf({ isCa: true }) },
    { name: "a wrong password", file: vector("made-key-bag", "wrong") },
    strangers({ isCa: true }),
  ],
};
