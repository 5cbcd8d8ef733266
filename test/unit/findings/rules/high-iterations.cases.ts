/** Files for the rule of this name. */
import { integer } from "../../../setup/der.js";
import { algorithm } from "../../../setup/pfx.js";
import { counted, withMacOf } from "../protected-files.js";
import type { RuleCases } from "../rule-case.js";
import { good, info, vector, warning } from "../sample-files.js";

const SHA_1 = algorithm("1.3.14.3.2.26");
const file = counted(300_001);

export const cases: RuleCases = {
  catches: [
    { name: "300,001 for one content", file, says: warning("authSafe[1]") },
    { name: "300,001 for token-signing", file, target: "token-signing", says: warning("authSafe[1]") },
    { name: "300,001 for a reader", file, target: "node-20", says: info("authSafe[1]") },
    { name: "300,001 for the MAC", file: withMacOf(SHA_1, integer(300_001)), says: warning("macData") },
    { name: "the most of several", file: counted(300_001, 400_000, 1), says: warning("authSafe[2]") },
    { name: "1,000,001 together", file: counted(250_000, 250_000, 250_000, 250_001), says: warning("pfx") },
  ],
  leaves: [
    good,
    { name: "300,000 for one content", file: counted(300_000) },
    { name: "300,000 for the MAC, which is counted apart", file: withMacOf(SHA_1, integer(300_000)) },
    { name: "1,000,000 together", file: counted(250_000, 250_000, 250_000, 250_000) },
    { name: "20,000", file: vector("pyca-default") },
    { name: "more than this tool takes", file: vector("broken-mac-iterations-most") },
  ],
};
