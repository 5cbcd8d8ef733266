/** Files for the rule of this name. */
import type { KeyPair } from "../../credential/certificate-writer.js";
import { PRIMES, rsaKey, rsaKeyWithoutPrimes } from "../../credential/rsa-key.js";
import type { RuleCases } from "../rule-case.js";
import { LEAF_AT, sound, strangers, withLeaf } from "../sample-credentials.js";
import { error, info, vector } from "../sample-files.js";

const withExponent = (e: bigint): KeyPair => rsaKey(PRIMES.second, PRIMES.third, e);

/** 2^(2 * 17) = 2 modulo 7 * 23: nothing says that these do not belong together, and there are two roots for each number. */
const even = rsaKeyWithoutPrimes(161n, 2n, 17n);

export const cases: RuleCases = {
  catches: [
    { name: "1", file: withLeaf({ key: withExponent(1n) }), says: error(LEAF_AT) },
    { name: "2", file: withLeaf({ key: even }), says: error(LEAF_AT) },
    { name: "3", file: withLeaf({ key: withExponent(3n) }), says: info(LEAF_AT) },
    { name: "65535", file: withLeaf({ key: withExponent(65_535n) }), says: info(LEAF_AT) },
    { name: "1 for signing", target: "token-signing", file: withLeaf({ key: withExponent(1n) }), says: error(LEAF_AT) },
    { name: "3 for signing", target: "token-signing", file: withLeaf({ key: withExponent(3n) }), says: info(LEAF_AT) },
  ],
  leaves: [
    sound,
    { name: "65537", file: withLeaf({ key: withExponent(65_537n) }) },
    { name: "65539", file: withLeaf({ key: withExponent(65_539n) }) },
    { name: "no RSA key", file: vector("openssl-aes-128") },
    { name: "1 for a reader", target: "node-20", file: withLeaf({ key: withExponent(1n) }) },
    strangers({ key: withExponent(3n) }),
  ],
};
