/** Bytes follow the PFX. */
import type { Rule } from "../finding.js";

/** `trailing-data` */
export const trailingData: Rule = {
  id: "trailing-data",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "warning" },
  evidence: "third-party",
  reference: "Readers differ: node-forge refuses such files, OpenSSL and Java open them",
  summary: "Bytes follow the end of the PFX, such as a line break.",
  check({ opened: { pkcs12, bytes } }) {
    const trailingBytes = pkcs12?.trailingBytes ?? 0;
    if (trailingBytes === 0) return [];
    const message = `${trailingBytes === 1 ? "A byte follows" : `${trailingBytes} bytes follow`} the end of the PFX: some readers refuse that.`;
    return [
      { at: "pfx", message, fix: `Cut off what follows: head -c ${bytes.length - trailingBytes} old.pfx > new.pfx` },
    ];
  },
};
