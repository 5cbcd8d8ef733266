/** What `graph-certkit mock --behaviours` and `--faults` print. */
import { BEHAVIOURS } from "../../mock/behaviours.js";
import { FAULTS } from "../../mock/faults.js";
import { EXIT_CODE } from "./exit-codes.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { MockFlags } from "./mock-options.js";
import { field } from "./text-layout.js";

/**
 * Prints one of the tables and returns the exit code.
 * @throws {UsageError} where both are asked for
 */
export function listMockTables({ behaviours, faults, json }: MockFlags, { stdout }: Host): number {
  if (behaviours === true && faults === true) throw new UsageError("--behaviours and --faults exclude each other");
  const table = behaviours === true ? BEHAVIOURS : FAULTS;
  const blocks =
    behaviours === true
      ? BEHAVIOURS.map((row) => renderBehaviour(row, stdout.columns))
      : FAULTS.map(({ name, rule, what }) => block(name, { what, "caught by": rule }, stdout.columns));
  stdout.write(json === true ? toJsonText(table) : blocks.join("\n"));
  return EXIT_CODE.accepted;
}

function renderBehaviour(
  { id, what, evidence, source, difference }: (typeof BEHAVIOURS)[number],
  width: number,
): string {
  return block(id, { what, evidence: `${evidence}: ${source}`, Graph: difference }, width);
}

/** A title and labelled lines below it. */
function block(title: string, fields: Readonly<Record<string, string | undefined>>, width: number): string {
  const layout = { indent: 2, labelWidth: "caught by".length, width };
  const lines = Object.entries(fields).map(([label, text]) => (text === undefined ? [] : field(label, text, layout)));
  return `${[title, ...lines.flat()].join("\n")}\n`;
}
