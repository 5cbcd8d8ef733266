/** Files for the rule of this name. */
import { certBag, sealedPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bags, bytes, coming, error, firstSecond, good, key, leaf, past, warning } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "in a second", file: bags(certBag(coming), key), says: error("authSafe[0].safeBag[0]") },
    {
      name: "in a second, for token signing",
      target: "token-signing",
      file: bags(certBag(coming), key),
      says: warning("authSafe[0].safeBag[0]"),
    },
  ],
  leaves: [
    good,
    { name: "in its first second", file: bags(certBag(firstSecond), key) },
    { name: "expired", file: bags(certBag(past), key) },
    { name: "with a valid one beside it", file: bags(certBag(coming), leaf, key) },
    { name: "for a reader", target: "node-20", file: bags(certBag(coming), key) },
    { name: "under a wrong password", file: bytes(sealedPfx(certBag(coming), key)) },
  ],
};
