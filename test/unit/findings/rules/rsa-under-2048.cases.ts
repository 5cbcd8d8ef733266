/** Files for the rule of this name. */
import { textbookRsa } from "../../credential/certificate-writer.js";
import { certBag } from "../../credential/pfx-writer.js";
import { PRIMES, rsaKey } from "../../credential/rsa-key.js";
import type { RuleCases } from "../rule-case.js";
import {
  authority,
  LEAF_AT,
  SECOND_AT,
  sound,
  soundKey,
  soundLeaf,
  strangers,
  withLeaf,
} from "../sample-credentials.js";
import { bags, vector, warning } from "../sample-files.js";

const tiny = textbookRsa();
const withTinyRoot = bags(certBag(soundLeaf()), certBag(authority("root", { key: tiny })), soundKey);

export const cases: RuleCases = {
  catches: [
    { name: "12 bits", file: withLeaf({ key: tiny }), says: warning(LEAF_AT) },
    { name: "2047 bits", file: withLeaf({ key: rsaKey(PRIMES.small, PRIMES.smaller) }), says: warning(LEAF_AT) },
    { name: "12 bits for signing", target: "token-signing", file: withLeaf({ key: tiny }), says: warning(LEAF_AT) },
    { name: "a CA with 12 bits", file: withTinyRoot, says: warning(SECOND_AT) },
  ],
  leaves: [
    sound,
    { name: "2048 bits of other primes", file: withLeaf({ key: rsaKey(PRIMES.first, PRIMES.third) }) },
    { name: "2048 bits for PSS", file: vector("openssl-key-rsa-pss") },
    { name: "EC of 256 bits", file: vector("openssl-aes-128") },
    { name: "a CA with 12 bits, for signing", target: "token-signing", file: withTinyRoot },
    { name: "12 bits for a reader", target: "node-20", file: withLeaf({ key: tiny }) },
    strangers({ key: tiny }),
  ],
};
