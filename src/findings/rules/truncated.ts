/** The file ends before its content does. */
import type { Rule } from "../finding.js";

/** `truncated` */
export const truncated: Rule = {
  id: "truncated",
  severity: { "api-connector": "error", "token-signing": "error", reader: "error" },
  evidence: "standard",
  reference: "ITU-T X.690 section 8.1.3",
  summary: "The file is cut off.",
  check({ opened: { kind, failure } }) {
    if (kind !== "pfx" || failure?.code !== "ERR_ASN1_TRUNCATED") return [];
    const fix = "Copy the file again, in binary mode and to its end.";
    const where = failure.message.replace(/^.* is cut off: /, "");
    return [{ at: failure.at, message: `The file is cut off: ${where}.`, fix }];
  },
};
