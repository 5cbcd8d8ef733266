/** Bytes follow the PFX. */
import type { Rule } from "../finding.js";

/** `trailing-data` */
export const trailingData: Rule = {
  id: "trailing-data",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "warning" },
  evidence: "third-party",
  reference: "Readers differ: node-forge refuses such files, OpenSSL and Java open them",
  summary: "Bytes follow the end of the PFX, such as a line break.",
  check({ opened: { pkcs12 } }) {
    const trailingBytes = pkcs12?.trailingBytes ?? 0;
    if (trailingBytes === 0) return [];
    const fix = "Remove what follows the PFX: some readers refuse it.";
    return [{ at: "pfx", message: `${trailingBytes} bytes follow the end of the PFX.`, fix }];
  },
};
