/** The certificate is that of a CA. */
import { readBasicConstraints } from "../../x509/basic-constraints.js";
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { renew } from "../renew.js";

/** `ca-as-leaf` */
export const caAsLeaf: Rule = {
  id: "ca-as-leaf",
  severity: { "api-connector": "warning", "token-signing": "info", reader: null },
  evidence: "third-party",
  reference:
    "rustls/webpki issue 205 and mozilla::pkix refuse it (CaUsedAsEndEntity), OpenSSL does not; RFC 5280 section 4.2.1.9",
  summary: "The certificate says that it is a CA's, as openssl req -x509 has it: some verifiers refuse it as a leaf.",
  check({ opened, target }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined || readBasicConstraints(leading.certificate)?.value?.ca !== true) return [];
    const message =
      "The certificate says that it is a CA's (basicConstraints cA): it is made to sign certificates. Some verifiers, rustls and Firefox among them, refuse it as a leaf.";
    return [{ at: leading.at, message, fix: renew(target) }];
  },
};
