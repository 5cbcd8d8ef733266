/** Files for the rule of this name. */
import { certBag } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { authority, LEAF_AT, sound, soundKey, soundLeaf, strangers, withLeaf } from "../sample-credentials.js";
import { bags, info, warning } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "version 1", file: withLeaf({ version: 1 }), says: warning(LEAF_AT) },
    { name: "version 2", file: withLeaf({ version: 2 }), says: warning(LEAF_AT) },
    { name: "a version that does not exist", file: withLeaf({ version: 4 }), says: warning(LEAF_AT) },
    { name: "for token signing", target: "token-signing", file: withLeaf({ version: 1 }), says: info(LEAF_AT) },
  ],
  leaves: [
    sound,
    { name: "an old root", file: bags(certBag(soundLeaf()), certBag(authority("root", { version: 1 })), soundKey) },
    { name: "for a reader", target: "node-20", file: withLeaf({ version: 1 }) },
    strangers({ version: 1 }),
  ],
};
