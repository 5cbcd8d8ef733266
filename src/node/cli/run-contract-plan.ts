/** The work of `graph-certkit contract plan`: what a run would send, and what it needs for that. */
import type { Mode } from "../../contract/scenario.js";
import { orCannotRun } from "./contract-failure.js";
import type { SelectionFlags } from "./contract-options.js";
import { NO_OBJECTS, readSelection } from "./contract-options.js";
import type { Plan } from "./contract-plan.js";
import { makePlan } from "./contract-plan.js";
import { readIntegerOption } from "./duration.js";
import { EXIT_CODE } from "./exit-codes.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { PackageManifest } from "./package-manifest.js";
import { readChoice } from "./preflight-options.js";
import type { Style } from "./style.js";
import { styleOf } from "./style.js";
import { wrap } from "./text-layout.js";

/** The options as they are typed. */
export interface ContractPlanFlags extends SelectionFlags {
  readonly mode?: string;
  readonly settle?: string;
  readonly json?: boolean;
  readonly debug?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

const MODES: readonly Mode[] = ["live", "read-only", "mock"];

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} for a value that is none, and for a read-only run without objects, which would send nothing
 */
export function runContractPlan(flags: ContractPlanFlags, host: Host, manifest: PackageManifest): Promise<number> {
  return orCannotRun(async () => {
    const mode = readChoice(flags.mode, "--mode", MODES) ?? "live";
    const selection = readSelection(flags, host);
    const { connectors = [], servicePrincipals = [] } = selection.objects;
    if (mode === "read-only" && connectors.length + servicePrincipals.length === 0) {
      throw new UsageError(NO_OBJECTS);
    }
    const settleReads = readIntegerOption(flags.settle, "--settle", 1, 100);
    const plan = await makePlan({ mode, selection, settleReads }, host);
    const { name, version } = manifest;
    const head = { schemaVersion: 1, tool: { name, version }, mode, seed: selection.seed };
    const style = styleOf(host.stdout, host, flags.color);
    host.stdout.write(flags.json === true ? toJsonText({ ...head, ...plan }) : render(plan, mode, style));
    return EXIT_CODE.accepted;
  });
}

function render({ requests, permissions }: Plan, mode: Mode, { colors, width }: Style): string {
  const indent = " ".repeat(6);
  const blocks = requests.map(({ method, path, count, steps }) => {
    const why = wrap(steps.join(", "), width - indent.length).map((line) => `${indent}${colors.dim(line)}\n`);
    return `${String(count).padStart(5)} ${colors.bold(method)} ${path}\n${why.join("")}`;
  });
  const total = requests.reduce((sum, { count }) => sum + count, 0);
  const needs = [
    `permissions of an app for itself: ${permissions.application.join(", ") || "none"}`,
    `permissions for a user: ${permissions.delegated.join(", ") || "none"}`,
  ];
  const note = mode === "live" ? " Reads are repeated until they settle, so there may be more." : "";
  return `${blocks.join("")}\n${total} requests in mode ${mode}.${note}\n${needs.join("\n")}\n`;
}
