/** The certificate names uses of its key, and signatures are not among them. */
import { readKeyUsage } from "../../x509/key-usage.js";
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { renew } from "../renew.js";

/** `ku-without-digital-signature` */
export const kuWithoutDigitalSignature: Rule = {
  id: "ku-without-digital-signature",
  // Applications that verify tokens compare the certificate and rarely look at its extensions.
  severity: { "api-connector": "warning", "token-signing": "info", reader: null },
  evidence: "standard",
  reference: "RFC 5280 section 4.2.1.3; RFC 5246 section 7.4.6: the certificate must allow its key to sign",
  summary: "The certificate does not allow its key to sign (keyUsage without digitalSignature).",
  check({ opened, target }) {
    const leading = leadingCertificate(opened);
    const usages = leading && readKeyUsage(leading.certificate)?.value;
    if (leading === undefined || usages === undefined || usages.includes("digitalSignature")) return [];
    const purpose = target === "token-signing" ? "tokens are signed" : "TLS clients sign to authenticate themselves";
    const message = `The certificate limits its key to other uses (${usages.join(", ") || "none"}) than digitalSignature, yet ${purpose}: programs that check uses refuse it.`;
    return [{ at: leading.at, message, fix: renew(target) }];
  },
};
