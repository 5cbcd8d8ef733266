/** Files for the rule of this name. */
import type { RuleCases } from "../rule-case.js";
import { LEAF_AT, MAY_SIGN, sound, strangers, withLeaf } from "../sample-credentials.js";
import { info, warning } from "../sample-files.js";

const MAY_ENCIPHER = 0x20;

export const cases: RuleCases = {
  catches: [
    { name: "for encryption alone", file: withLeaf({ keyUsage: MAY_ENCIPHER }), says: warning(LEAF_AT) },
    { name: "for nothing", file: withLeaf({ keyUsage: 0 }), says: warning(LEAF_AT) },
    {
      name: "for token signing",
      target: "token-signing",
      file: withLeaf({ keyUsage: MAY_ENCIPHER }),
      says: info(LEAF_AT),
    },
  ],
  leaves: [
    sound,
    { name: "for signatures and encryption", file: withLeaf({ keyUsage: MAY_SIGN | MAY_ENCIPHER }) },
    { name: "without the extension", file: withLeaf({ keyUsage: undefined }) },
    { name: "for a reader", target: "node-20", file: withLeaf({ keyUsage: MAY_ENCIPHER }) },
    strangers({ keyUsage: MAY_ENCIPHER }),
  ],
};
