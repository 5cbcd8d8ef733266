/** Runs every rule over an opened file. */
import type { Finding, Rule, Severity, Subject, Target } from "./finding.js";
import { isReader } from "./finding.js";
import { fitToFile } from "./repack.js";
import { RULES } from "./rules.js";

/**
 * Judges an opened file for a target at a given time.
 * @returns the findings of all rules in the order of {@link RULES}; empty for a file that nothing is wrong with
 */
export function inspect(subject: Subject, rules: readonly Rule[] = RULES): readonly Finding[] {
  const toFittingFix = fitToFile(subject.opened);
  return rules.flatMap((rule) => {
    const severity = severityFor(rule, subject.target);
    if (severity === null) return [];
    const { id, evidence, reference } = rule;
    return rule.check(subject).map((observation) => ({
      id,
      severity,
      evidence,
      reference,
      ...observation,
      fix: toFittingFix(observation.fix),
    }));
  });
}

/** What a rule weighs for a target; `null` where it has nothing to say. */
export function severityFor({ severity }: Rule, target: Target): Severity | null {
  return isReader(target) ? severity.reader : severity[target];
}
