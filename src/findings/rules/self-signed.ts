/** The certificate is its own issuer. */
import { isSelfIssued } from "../../credential/chain.js";
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { REQUEST } from "../renew.js";

/** `self-signed` */
export const selfSigned: Rule = {
  id: "self-signed",
  // Graph's own certificates for token signing are self-signed.
  severity: { "api-connector": "info", "token-signing": null, reader: null },
  evidence: "documented",
  reference: "https://learn.microsoft.com/azure/active-directory-b2c/secure-rest-api",
  summary: "The certificate names itself as its issuer: the documentation has that for testing.",
  check({ opened }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined || !isSelfIssued(leading)) return [];
    const message =
      "The certificate names itself as its issuer, which the documentation recommends for testing only: an API accepts it only where it knows this very certificate.";
    return [{ at: leading.at, message, fix: `For production, request a certificate from a CA: ${REQUEST}` }];
  },
};
