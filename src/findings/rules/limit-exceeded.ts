/** Opening the file would cost more than the limits allow. */
import { LimitError } from "../../errors.js";
import type { Rule } from "../finding.js";
import { troublesOf } from "../troubles.js";

/** `limit-exceeded` */
export const limitExceeded: Rule = {
  id: "limit-exceeded",
  severity: { "api-connector": "error", "token-signing": "error", reader: "error" },
  evidence: "hypothesis",
  reference: "Limits in this tool's documentation; Graph publishes none for this upload",
  summary: "The file asks for more work or memory than the limits allow.",
  check({ opened }) {
    return troublesOf(opened)
      .filter(({ error }) => error instanceof LimitError)
      .map(({ error, severity }) => ({
        severity,
        at: error.at,
        message: `The file was not opened: ${error.message}.`,
        fix: "Raise the limit if you trust the file, or export it again with common settings.",
      }));
  },
};
