/** What `graph-certkit mock --faults` prints. */
import { FAULT_NAMES } from "../../mock/fault-set.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { MockFlags } from "./mock-options.js";

/** Prints the names that `--fault` takes and returns the exit code. */
export function listMockTables({ json }: MockFlags, { stdout }: Host): number {
  const rows = FAULT_NAMES.map((name) => ({ name }));
  stdout.write(json === true ? toJsonText(rows) : FAULT_NAMES.map((name) => `${name}\n`).join(""));
  return EXIT_CODE.accepted;
}
