/** Files for the rule of this name. */
import { certBag } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bags, coming, error, firstSecond, good, key, leaf, past } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [{ name: "in a second", file: bags(certBag(coming), key), says: error("authSafe[0].safeBag[0]") }],
  leaves: [
    good,
    { name: "in its first second", file: bags(certBag(firstSecond), key) },
    { name: "expired", file: bags(certBag(past), key) },
    { name: "with a valid one beside it", file: bags(certBag(coming), leaf, key) },
  ],
};
