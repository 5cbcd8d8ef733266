/** Files for the rule of this name. */
import type { RuleCases } from "../rule-case.js";
import { CLIENT_AUTH, LEAF_AT, SERVER_AUTH, sound, strangers, withLeaf } from "../sample-credentials.js";
import { warning } from "../sample-files.js";

const ANY_PURPOSE = "2.5.29.37.0";
const UNKNOWN_PURPOSE = "1.3.6.1.4.1.55555.8";

export const cases: RuleCases = {
  catches: [
    { name: "for servers alone", file: withLeaf({ extKeyUsage: [SERVER_AUTH] }), says: warning(LEAF_AT) },
    { name: "for something unknown", file: withLeaf({ extKeyUsage: [UNKNOWN_PURPOSE] }), says: warning(LEAF_AT) },
    { name: "for nothing", file: withLeaf({ extKeyUsage: [] }), says: warning(LEAF_AT) },
  ],
  leaves: [
    sound,
    { name: "for servers and clients", file: withLeaf({ extKeyUsage: [SERVER_AUTH, CLIENT_AUTH] }) },
    { name: "for anything", file: withLeaf({ extKeyUsage: [SERVER_AUTH, ANY_PURPOSE] }) },
    { name: "without the extension", file: withLeaf({ extKeyUsage: undefined }) },
    { name: "for token signing", target: "token-signing", file: withLeaf({ extKeyUsage: [SERVER_AUTH] }) },
    { name: "for a reader", target: "node-20", file: withLeaf({ extKeyUsage: [SERVER_AUTH] }) },
    strangers({ extKeyUsage: [SERVER_AUTH] }),
  ],
};
