/** The tables of README that are made from the code. */
import type { Rule, Severity } from "../../src/findings/finding.js";
import type { Reader } from "../../src/readers/reader.js";
import { escapeMarkdown, replaceBlock, toTable } from "./markdown.js";

/** What is listed of a reader. */
type ListedReader = Pick<Reader, "id" | "name" | "evidence">;

/**
 * The document with both tables between their marks.
 * @throws {Error} where the marks are not there
 */
export function updateTables(document: string, rules: readonly Rule[], readers: readonly ListedReader[]): string {
  const withFindings = replaceBlock(document, "findings", toFindingsTable(rules));
  return replaceBlock(withFindings, "readers", toReadersTable(readers));
}

/** Rules in their order; a dash where a rule is silent. */
export function toFindingsTable(rules: readonly Rule[]): string {
  const header = ["finding", "api-connector", "token-signing", "readers", "what it finds", "evidence"];
  const rows = rules.map(({ id, severity, summary, evidence }) => [
    `\`${id}\``,
    describe(severity["api-connector"]),
    describe(severity["token-signing"]),
    describe(severity.reader),
    escapeMarkdown(summary),
    evidence,
  ]);
  return toTable(header, rows);
}

/** Readers in their order. */
export function toReadersTable(readers: readonly ListedReader[]): string {
  const rows = readers.map(({ id, name, evidence }) => [escapeMarkdown(name), `\`${id}\``, evidence]);
  return toTable(["reader", "`--target`", "evidence"], rows);
}

function describe(severity: Severity | null): string {
  return severity ?? "–";
}
