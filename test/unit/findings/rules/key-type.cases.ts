/** Files for the rule of this name. */
import { KEYS } from "../../credential/certificate-writer.js";
import type { RuleCases } from "../rule-case.js";
import { LEAF_AT, sound, strangers, withLeaf } from "../sample-credentials.js";
import { error, vector, warning } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "Ed25519", file: withLeaf({ key: KEYS.first }), says: warning(LEAF_AT) },
    { name: "EC", file: vector("openssl-aes-128"), says: warning(LEAF_AT) },
    { name: "EC for signing", target: "token-signing", file: vector("openssl-aes-128"), says: warning(LEAF_AT) },
    { name: "RSA for PSS alone", file: vector("openssl-key-rsa-pss"), says: warning(LEAF_AT) },
    { name: "DSA", file: vector("openssl-key-dsa"), says: warning(LEAF_AT) },
    { name: "a key that cannot sign", file: vector("openssl-key-x25519"), says: error(LEAF_AT) },
    {
      name: "a key that cannot sign, for signing",
      target: "token-signing",
      file: vector("openssl-key-x25519"),
      says: error(LEAF_AT),
    },
  ],
  leaves: [
    sound,
    { ...sound, name: "a sound credential for signing", target: "token-signing" },
    { name: "RSA", file: vector("openssl-default") },
    { name: "EC for a reader", target: "node-20", file: vector("openssl-aes-128") },
    strangers({ key: KEYS.first }),
  ],
};
