/** The certificate is not of version 3. */
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { REQUEST, renew } from "../renew.js";

/** The command makes version 1 where nothing tells it which extensions to write. */
const FIX = `Request a new certificate: ${REQUEST}. If your CA signs it with openssl x509 -req, add -copy_extensions copy.`;

/** `v1-certificate` */
export const v1Certificate: Rule = {
  id: "v1-certificate",
  severity: { "api-connector": "warning", "token-signing": "info", reader: null },
  evidence: "standard",
  reference: "RFC 8446 section 4.4.2.3 and RFC 5246 section 7.4.6: a client's certificate is X.509 version 3",
  summary: "The certificate is of version 1, or of another one than 3.",
  check({ opened, target }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined || leading.certificate.version === 3) return [];
    const { version } = leading.certificate;
    const what =
      version < 3
        ? `The certificate is of version ${version}, which has no extensions`
        : `The certificate states version ${version}, which does not exist`;
    return target === "token-signing"
      ? [{ at: leading.at, message: `${what}. Graph itself makes version 3.`, fix: renew(target) }]
      : [{ at: leading.at, message: `${what}. TLS wants version 3, and strict servers refuse others.`, fix: FIX }];
  },
};
