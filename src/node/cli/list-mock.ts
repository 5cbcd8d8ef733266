/** What `graph-certkit mock --faults` prints. */
import { FAULTS } from "../../mock/faults.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { MockFlags } from "./mock-options.js";
import { field } from "./text-layout.js";

/** Prints the defects that `--fault` takes and returns the exit code. */
export function listMockTables({ json }: MockFlags, { stdout }: Host): number {
  const blocks = FAULTS.map(({ name, rule, what }) => block(name, { what, "caught by": rule }, stdout.columns));
  stdout.write(json === true ? toJsonText(FAULTS) : blocks.join("\n"));
  return EXIT_CODE.accepted;
}

/** A title and labelled lines below it. */
function block(title: string, fields: Readonly<Record<string, string>>, width: number): string {
  const layout = { indent: 2, labelWidth: "caught by".length, width };
  return `${[title, ...Object.entries(fields).map(([label, text]) => field(label, text, layout))].join("\n")}\n`;
}
