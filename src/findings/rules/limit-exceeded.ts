/** Opening the file would cost more than the limits allow. */
import { LimitError } from "../../errors.js";
import type { Rule } from "../finding.js";
import { troublesOf } from "../troubles.js";

/** What the command line calls a limit; the others are set in a program only. */
const OPTIONS: ReadonlyMap<string, string> = new Map([
  ["fileBytes", "--max-bytes"],
  ["iterations", "--max-iterations"],
]);

/** `limit-exceeded` */
export const limitExceeded: Rule = {
  id: "limit-exceeded",
  severity: { "api-connector": "error", "token-signing": "error", reader: "error" },
  evidence: "hypothesis",
  reference: "Limits in this tool's documentation; Graph publishes none for this upload",
  summary: "The file asks for more work or memory than the limits allow.",
  check({ opened }) {
    const what = opened.failure === undefined ? "A part" : "The file";
    return troublesOf(opened).flatMap(({ error, severity }) => {
      if (!(error instanceof LimitError)) return [];
      const option = OPTIONS.get(error.limit);
      const fix = `Raise the limit (${option ?? error.limit}) if you trust the file, or export it again with common settings.`;
      return [{ severity, at: error.at, message: `${what} was not opened: ${error.message}.`, fix }];
    });
  },
};
