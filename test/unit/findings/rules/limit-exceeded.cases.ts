/** Files for the rule of this name. */
import type { RuleCases } from "../rule-case.js";
import { error, good, vector } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "too many iterations", file: vector("broken-mac-iterations-most"), says: error("macData") },
    { name: "too much memory", file: vector("broken-scrypt-memory"), says: error("authSafe[0]") },
  ],
  leaves: [good, { name: "20,000 iterations", file: vector("pyca-default") }],
};
