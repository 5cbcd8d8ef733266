/** Files for the rule of this name. */
import { KEYS, UNKNOWN_KEY } from "../../credential/certificate-writer.js";
import { keyBag, lockedKeyBag, sealedPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bags, bytes, garbage, good, key, leaf, vector, warning } from "../sample-files.js";

const [second, third] = [keyBag(KEYS.second.pkcs8), keyBag(KEYS.third.pkcs8)];
const file = bags(second, leaf, key);

export const cases: RuleCases = {
  catches: [
    { name: "another's key before a sound pair", file, says: warning("authSafe[0].safeBag[0]") },
    { name: "the same for token-signing", file, target: "token-signing", says: warning("authSafe[0].safeBag[0]") },
    { name: "the same for a reader", file, target: "node-20", says: warning("authSafe[0].safeBag[0]") },
    {
      name: "two of them",
      file: bags(leaf, second, key, third),
      says: [...warning("authSafe[0].safeBag[1]"), ...warning("authSafe[0].safeBag[3]")],
    },
    {
      name: "a key of an unknown algorithm",
      file: bags(leaf, key, keyBag(UNKNOWN_KEY.pkcs8)),
      says: warning("authSafe[0].safeBag[2]"),
    },
  ],
  leaves: [
    good,
    { name: "a key alone", file: bags(second) },
    { name: "another's key and no pair, which is a mismatch", file: bags(leaf, second) },
    { name: "a certificate that cannot be read", file: bags(leaf, key, second, garbage) },
    { name: "a key that does not open", file: bags(leaf, key, second, lockedKeyBag()) },
    { name: "two pairs", file: vector("keytool-two-keys") },
    { name: "the same key twice", file: bags(leaf, key, key) },
    { name: "another's key under a wrong password", file: bytes(sealedPfx(leaf, key, second)) },
  ],
};
