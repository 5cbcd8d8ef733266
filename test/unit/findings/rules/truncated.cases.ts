/** Files for the rule of this name. */
import type { RuleCases } from "../rule-case.js";
import { bytes, certificate, cutOff, error, good, pem, vector } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { ...cutOff, says: error("pfx") },
    { name: "a real file cut off", file: vector("broken-truncated"), says: error("pfx") },
  ],
  leaves: [good, pem, { name: "half a certificate", file: bytes(certificate.subarray(0, 100)) }],
};
