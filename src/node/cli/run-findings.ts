/** The work of `graph-certkit findings`: the rules, told without looking at any file. */
import type { Rule, Target } from "../../findings/finding.js";
import { severityFor } from "../../findings/inspect.js";
import { RULES } from "../../findings/rules.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { PackageManifest } from "./package-manifest.js";
import { readChoice, TARGETS } from "./preflight-options.js";
import { renderRules } from "./render-rules.js";
import { styleOf } from "./style.js";

/** The options as they are typed. */
export interface FindingsFlags {
  readonly target?: string;
  readonly json?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} for a target that is none
 */
export function runFindings(flags: FindingsFlags, host: Host, manifest: PackageManifest): number {
  const target = readChoice(flags.target, "--target", TARGETS);
  const rules = RULES.filter((rule) => target === undefined || severityFor(rule, target) !== null);
  const text =
    flags.json === true
      ? toJsonText(toDocument(rules, target, manifest))
      : renderRules(rules, target, styleOf(host.stdout, host, flags.color));
  host.stdout.write(text);
  return EXIT_CODE.accepted;
}

/** Severities are `null` where a rule is silent; `reader` is any target beside the two actions of Graph. */
function toDocument(rules: readonly Rule[], target: Target | undefined, { name, version }: PackageManifest): object {
  return {
    schemaVersion: 1,
    tool: { name, version },
    target: target ?? null,
    rules: rules.map(({ id, severity, summary, evidence, reference }) => ({
      id,
      severity,
      summary,
      evidence,
      reference,
    })),
  };
}
