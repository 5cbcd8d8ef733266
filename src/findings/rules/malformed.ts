/** The file is a PFX and breaks its standard. */
import { MalformedError } from "../../errors.js";
import type { Rule } from "../finding.js";
import { troublesOf } from "../troubles.js";

/** Errors that have a rule of their own. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(["ERR_PKCS12_NOT_PFX", "ERR_ASN1_TRUNCATED"]);

/** `malformed` */
export const malformed: Rule = {
  id: "malformed",
  severity: { "api-connector": "error", "token-signing": "error", reader: "error" },
  evidence: "standard",
  reference: "RFC 7292 section 4",
  summary: "A part of the file breaks its standard.",
  check({ opened }) {
    if (opened.kind !== "pfx") return [];
    return troublesOf(opened)
      .filter(({ error }) => error instanceof MalformedError && !TOLD_ELSEWHERE.has(error.code))
      .map(({ error, severity }) => ({
        severity,
        at: error.at,
        message: `The file is damaged or was written wrongly: ${error.message}.`,
        fix: "Export it again from the program that holds the key.",
      }));
  },
};
