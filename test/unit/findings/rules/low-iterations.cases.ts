/** Files for the rule of this name. */
import { openVector } from "../../credential/open-file.js";
import { authenticated, counted } from "../protected-files.js";
import type { RuleCases } from "../rule-case.js";
import { good, info, pem, vector } from "../sample-files.js";

const file = authenticated({ iterations: 999 });

export const cases: RuleCases = {
  catches: [
    { name: "999 for the MAC", file, says: info("macData") },
    { name: "999 for token-signing", file, target: "token-signing", says: info("macData") },
    { name: "999 for a reader", file, target: "go-pkcs12", says: info("macData") },
    { name: "999 for a content", file: counted(1000, 999), says: info("authSafe[2]") },
    { name: "the fewest of several", file: counted(999, 2, 500), says: info("authSafe[2]") },
    { name: "one for everything", file: vector("openssl-iter-1"), says: info("macData") },
    { name: "one without its password", file: () => openVector("openssl-iter-1", null), says: info("macData") },
    { name: "none stated, which means one", file: vector("made-iterations-omitted"), says: info("macData") },
  ],
  leaves: [
    good,
    pem,
    { name: "1,000 for the MAC", file: authenticated({ iterations: 1000 }) },
    { name: "1,000 for contents", file: counted(1000, 1001) },
    { name: "2,048", file: vector("openssl-default") },
    { name: "scrypt, which has no iterations", file: vector("bouncy-castle-scrypt") },
    { name: "no iterations, which is malformed", file: vector("broken-mac-iterations-0") },
  ],
};
