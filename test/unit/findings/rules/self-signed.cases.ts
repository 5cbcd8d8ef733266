/** Files for the rule of this name. */
import type { RuleCases } from "../rule-case.js";
import { LEAF_AT, sound, withLeaf, withOwnLeaf } from "../sample-credentials.js";
import { bags, info, leaf, vector } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "its own name as issuer", file: withOwnLeaf(), says: info(LEAF_AT) },
    {
      name: "the same key identifier twice",
      file: withOwnLeaf({ subjectKeyIdentifier: 1, authorityKeyIdentifier: 1 }),
      says: info(LEAF_AT),
    },
    { name: "a real file", file: vector("openssl-legacy"), says: info(LEAF_AT) },
  ],
  leaves: [
    sound,
    { name: "an issuer that is not there", file: withLeaf({ issuer: "nobody" }) },
    {
      name: "its own name as issuer and another's key",
      file: withOwnLeaf({ subjectKeyIdentifier: 1, authorityKeyIdentifier: 2 }),
    },
    { name: "for token signing", target: "token-signing", file: withOwnLeaf() },
    { name: "for a reader", target: "node-20", file: withOwnLeaf() },
    { name: "without a key", file: bags(leaf) },
  ],
};
