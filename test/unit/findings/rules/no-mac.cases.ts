/** Files for the rule of this name. */
import { openVector } from "../../credential/open-file.js";
import { authenticated } from "../protected-files.js";
import type { RuleCases } from "../rule-case.js";
import { cutOff, good, info, PASSWORD, pem, vector, warning, wrongPassword } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { ...good, says: warning("pfx") },
    { ...good, name: "for token-signing", target: "token-signing", says: warning("pfx") },
    { ...good, name: "for a reader", target: "openssl-3", says: info("pfx") },
    { name: "a file of OpenSSL", file: vector("openssl-nomac"), says: warning("pfx") },
    { name: "one under a wrong password", file: vector("openssl-nomac", PASSWORD), says: warning("pfx") },
    { name: "one without its password", file: () => openVector("openssl-nomac", null), says: warning("pfx") },
  ],
  leaves: [
    pem,
    cutOff,
    wrongPassword,
    { name: "a MAC of RFC 7292", file: authenticated() },
    { name: "PBMAC1", file: vector("go-modern-2026") },
    { name: "a MAC that nobody here knows", file: vector("openssl-mac-whirlpool") },
  ],
};
