/** The file holds certificates only. */
import type { Rule } from "../finding.js";
import { troublesOf } from "../troubles.js";

/** `no-private-key` */
export const noPrivateKey: Rule = {
  id: "no-private-key",
  severity: { "api-connector": "error", "token-signing": "error", reader: null },
  evidence: "documented",
  reference: "A sister API of Graph answers AADB2C90178 (Azure AD B2C error codes)",
  summary: "The file holds no private key.",
  check({ opened, target }) {
    // A part that could not be read may hold it: then that part is what is wrong. Only a certificate surely does not.
    const isHidden = troublesOf(opened).some(({ error }) => error.code !== "ERR_X509_CERTIFICATE");
    if (isHidden || opened.keys.length > 0) return [];
    const fix =
      "Export again with the private key; a key that the store marks as not exportable has to be made anew elsewhere.";
    const loss = target === "token-signing" ? "no token could be signed" : "the connector could not authenticate";
    return [{ at: "pfx", message: `The file holds no private key: ${loss}.`, fix }];
  },
};
