/** Rules for people: what they find, how grave that is for whom, and how well it is founded. */
import type { Rule, Severity, SeverityByTarget, Target } from "../../findings/finding.js";
import { severityFor } from "../../findings/inspect.js";
import type { Style } from "./style.js";
import { field } from "./text-layout.js";

const LABEL_WIDTH = "evidence".length;

/** Gravest first. */
const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** How the targets of a rule are called in a sentence. */
const TARGET_NAMES: readonly (readonly [keyof SeverityByTarget, string])[] = [
  ["api-connector", "api-connector"],
  ["token-signing", "token-signing"],
  ["reader", "readers"],
];

/**
 * Renders the rules, one block each, and their number.
 * @param target - tells the severity for this one only; for all where it is left out
 */
export function renderRules(rules: readonly Rule[], target: Target | undefined, style: Style): string {
  const blocks = rules.map((rule) => renderRule(rule, target, style));
  const count = `${rules.length} rule${rules.length === 1 ? "" : "s"}${target === undefined ? "" : ` for ${target}`}`;
  return [...blocks, `${count}\n`].join("\n");
}

function renderRule(rule: Rule, target: Target | undefined, { colors, width }: Style): string {
  const { id, summary, evidence, reference } = rule;
  const layout = { indent: 2, labelWidth: LABEL_WIDTH, width, paintLabel: colors.dim };
  const severity = target === undefined ? describeSeverities(rule) : (severityFor(rule, target) ?? "none");
  return [
    colors.bold(id),
    field("finds", summary, layout),
    field("severity", severity, layout),
    field("evidence", `${evidence}: ${reference}`, layout),
    "",
  ].join("\n");
}

/** `error for api-connector and token-signing, info for readers`; what a rule is silent about is left out. */
function describeSeverities({ severity }: Rule): string {
  const parts = SEVERITIES.flatMap((level) => {
    const names = TARGET_NAMES.filter(([key]) => severity[key] === level).map(([, name]) => name);
    return names.length === 0 ? [] : [`${level} for ${listed(names)}`];
  });
  return parts.join("; ");
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
