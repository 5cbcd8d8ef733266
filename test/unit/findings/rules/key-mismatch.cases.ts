/** Files for the rule of this name. */
import { KEYS } from "../../credential/certificate-writer.js";
import { keyBag, lockedKeyBag, sealedPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bags, bytes, error, garbage, good, key, leaf, vector, warning } from "../sample-files.js";

const file = bags(leaf, keyBag(KEYS.second.pkcs8));

export const cases: RuleCases = {
  catches: [
    { name: "another's key", file, says: error("authSafe[0].safeBag[1]") },
    { name: "another's key for token-signing", file, target: "token-signing", says: error("authSafe[0].safeBag[1]") },
    { name: "another's key for a reader", file, target: "node-20", says: warning("authSafe[0].safeBag[1]") },
    {
      name: "two keys of others",
      file: bags(keyBag(KEYS.second.pkcs8), leaf, keyBag(KEYS.third.pkcs8)),
      says: [...error("authSafe[0].safeBag[0]"), ...error("authSafe[0].safeBag[2]")],
    },
    {
      name: "another's key with the certificate's localKeyId",
      file: vector("made-key-mismatch"),
      says: error("authSafe[1].safeBag[0]"),
    },
  ],
  leaves: [
    good,
    { name: "a key alone", file: bags(key) },
    { name: "another's key beside a sound pair", file: bags(leaf, keyBag(KEYS.second.pkcs8), key) },
    {
      name: "another's key beside one that does not open",
      file: bags(leaf, keyBag(KEYS.second.pkcs8), lockedKeyBag()),
    },
    { name: "a certificate that cannot be read", file: bags(garbage, key) },
    { name: "another's key under a wrong password", file: bytes(sealedPfx(leaf, keyBag(KEYS.second.pkcs8))) },
  ],
};
