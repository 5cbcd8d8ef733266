/** A certificate is signed with SHA-1. */
import type { Rule } from "../finding.js";
import { observeSignatures } from "../weak-signature.js";

const SHA1: ReadonlySet<string> = new Set(["SHA-1"]);

/** `sha1-signature` */
export const sha1Signature: Rule = {
  id: "sha1-signature",
  severity: { "api-connector": "warning", "token-signing": "info", reader: null },
  evidence: "standard",
  reference: "RFC 8446 section 4.4.2.4 and RFC 9155; measured with Node 20",
  summary: "The certificate, or one in its chain below the root, is signed with SHA-1.",
  check(subject) {
    const consequence =
      "Two certificates with one such signature can be made, so programs that verify it refuse it, OpenSSL 3 among them.";
    return observeSignatures(subject, SHA1, consequence);
  },
};
