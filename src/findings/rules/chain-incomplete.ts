/** The issuer of the certificate is not in the file. */
import { isSelfIssued } from "../../credential/chain.js";
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { PACK_WITH_ISSUERS, UNPACK } from "../repack.js";
import { troublesOf } from "../troubles.js";

/** `chain-incomplete` */
export const chainIncomplete: Rule = {
  id: "chain-incomplete",
  severity: { "api-connector": "warning", "token-signing": null, reader: null },
  evidence: "standard",
  reference: "RFC 8446 section 4.4.2: only the trust anchor may be left out of what is sent; measured with Node 20",
  summary: "The certificate's issuer is not in the file: a server that does not know it cannot verify the certificate.",
  check({ opened }) {
    const leading = leadingCertificate(opened);
    // A chain that ends below its root is how files ought to be: whoever verifies it has the root.
    if (leading === undefined || (opened.credentials[0]?.chain ?? []).length > 0 || isSelfIssued(leading)) return [];
    // A part that could not be read may be the issuer: then that part is what is wrong.
    if (troublesOf(opened).length > 0) return [];
    const message =
      "The file does not hold the certificate's issuer. Where that is an intermediate CA, a server that knows only the root cannot verify the certificate. Whether the connector sends a chain is not documented.";
    return [
      {
        at: leading.at,
        message,
        fix: `Add the intermediate certificates of your CA: ${UNPACK} && ${PACK_WITH_ISSUERS}`,
      },
    ];
  },
};
