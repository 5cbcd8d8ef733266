/** The tables of README that are made from the code. */
import type { AuditRule } from "../../src/audit/audit-finding.js";
import type { Rule, Severity } from "../../src/findings/finding.js";
import type { Behaviour } from "../../src/mock/behaviours.js";
import type { Reader } from "../../src/readers/reader.js";
import { escapeMarkdown, replaceBlock, toTable } from "./markdown.js";

/** What is listed of a reader. */
type ListedReader = Pick<Reader, "id" | "name" | "evidence">;

/** What the tables list. */
export interface Listed {
  readonly rules: readonly Rule[];
  readonly readers: readonly ListedReader[];
  readonly auditRules: readonly AuditRule[];
  readonly behaviours: readonly Behaviour[];
}

/**
 * The document with every table between its marks.
 * @throws {Error} where the marks are not there
 */
export function updateTables(document: string, { rules, readers, auditRules, behaviours }: Listed): string {
  const tables = {
    findings: toFindingsTable(rules),
    readers: toReadersTable(readers),
    audit: toAuditTable(auditRules),
    behaviours: toBehavioursTable(behaviours),
    differences: toDifferencesTable(behaviours),
  };
  return Object.entries(tables).reduce((text, [mark, table]) => replaceBlock(text, mark, table), document);
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

/** Rules in their order. */
export function toAuditTable(rules: readonly AuditRule[]): string {
  const rows = rules.map(({ id, severity, summary, evidence }) => [
    `\`${id}\``,
    severity,
    escapeMarkdown(summary),
    evidence,
  ]);
  return toTable(["finding", "severity", "what it finds", "evidence"], rows);
}

/** What the mock does, in the order of its list. */
export function toBehavioursTable(behaviours: readonly Behaviour[]): string {
  const rows = behaviours.map(({ id, area, what, evidence }) => [area, `\`${id}\``, escapeMarkdown(what), evidence]);
  return toTable(["area", "behaviour", "what the mock does", "evidence"], rows);
}

/** Where it is known, or likely, that Graph does otherwise. */
export function toDifferencesTable(behaviours: readonly Behaviour[]): string {
  const rows = behaviours.flatMap(({ id, difference }) =>
    difference === undefined ? [] : [[`\`${id}\``, escapeMarkdown(difference)]],
  );
  return toTable(["behaviour", "Graph"], rows);
}

function describe(severity: Severity | null): string {
  return severity ?? "–";
}
