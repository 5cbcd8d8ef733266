/** A certificate is signed with MD5 or an older hash. */
import type { Rule } from "../finding.js";
import { observeSignatures } from "../weak-signature.js";

const MD5_AND_OLDER: ReadonlySet<string> = new Set(["MD2", "MD4", "MD5"]);

/** `md5-signature` */
export const md5Signature: Rule = {
  id: "md5-signature",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: null },
  evidence: "standard",
  reference: "RFC 8446 section 4.4.2.4, RFC 9155 and RFC 6151",
  summary: "The certificate, or one in its chain below the root, is signed with MD5 or an older hash.",
  check(subject) {
    const consequence = "Such signatures can be forged, so programs that verify one refuse it; in TLS 1.3 they must.";
    return observeSignatures(subject, MD5_AND_OLDER, consequence);
  },
};
