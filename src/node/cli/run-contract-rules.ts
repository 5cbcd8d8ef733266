/** The work of `graph-certkit contract rules`: what the contract says, told without asking anybody. */
import type { Rule } from "../../contract/rule.js";
import { RULES } from "../../contract/rules.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { PackageManifest } from "./package-manifest.js";
import type { Style } from "./style.js";
import { styleOf } from "./style.js";
import { field } from "./text-layout.js";

/** The options as they are typed. */
export interface ContractRulesFlags {
  readonly json?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** Runs the command and returns its exit code. */
export function runContractRules(flags: ContractRulesFlags, host: Host, { name, version }: PackageManifest): number {
  const rules = RULES.map(({ id, title, evidence, source, operations }) => ({
    id,
    title,
    evidence,
    source,
    operations,
  }));
  const document = { schemaVersion: 1, tool: { name, version }, rules };
  const style = styleOf(host.stdout, host, flags.color);
  host.stdout.write(flags.json === true ? toJsonText(document) : render(RULES, style));
  return EXIT_CODE.accepted;
}

function render(rules: readonly Rule[], { colors, width }: Style): string {
  const layout = { indent: 2, labelWidth: "operations".length, width, paintLabel: colors.dim };
  const blocks = rules.map(({ id, title, evidence, source, operations }) =>
    [
      `${colors.bold(id)}  ${title}`,
      field("evidence", evidence.join(", "), layout),
      field("source", source, layout),
      field("operations", operations.length === 0 ? "all" : operations.join(", "), layout),
      "",
    ].join("\n"),
  );
  return [...blocks, `${rules.length} rules\n`].join("\n");
}
