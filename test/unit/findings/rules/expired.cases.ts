/** Files for the rule of this name. */
import { certBag, sealedPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bags, bytes, coming, error, good, key, lastSecond, leaf, past, vector } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "a second ago", file: bags(certBag(past), key), says: error("authSafe[0].safeBag[0]") },
    { name: "a real file", file: vector("openssl-expired"), says: error("authSafe[0].safeBag[0]") },
    {
      name: "a second ago, for token signing",
      target: "token-signing",
      file: bags(certBag(past), key),
      says: error("authSafe[0].safeBag[0]"),
    },
  ],
  leaves: [
    good,
    { name: "in its last second", file: bags(certBag(lastSecond), key) },
    { name: "not valid yet", file: bags(certBag(coming), key) },
    { name: "with its renewal beside it", file: bags(certBag(past), leaf, key) },
    { name: "without its key", file: bags(certBag(past)) },
    { name: "for a reader", target: "node-20", file: bags(certBag(past), key) },
    { name: "under a wrong password", file: bytes(sealedPfx(certBag(past), key)) },
  ],
};
