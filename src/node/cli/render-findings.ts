/** Findings for people: what is wrong, what to do, and how well that is founded. */
import type { Finding, Severity } from "../../findings/finding.js";
import type { Style } from "./style.js";
import { field } from "./text-layout.js";

const LABEL_WIDTH = "evidence".length;

/** A file may hold hundreds of parts with the same fault: the first ones say it. */
const MAX_FINDINGS = 20;

const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** A block of lines without a line end, what matters most first; empty where there are no findings. */
export function renderFindings(findings: readonly Finding[], style: Style, most: number = MAX_FINDINGS): string {
  if (findings.length === 0) return "";
  const ordered = ORDER.flatMap((wanted) => findings.filter(({ severity }) => severity === wanted));
  const shown = ordered.slice(0, most).map((finding) => renderFinding(finding, style));
  const rest = ordered.length - shown.length;
  const more = rest > 0 ? [`    and ${rest} more: preflight --json shows them all`] : [];
  return [`  ${style.colors.bold("Findings")}`, ...shown, ...more].join("\n");
}

function renderFinding(finding: Finding, { colors, width }: Style): string {
  const { id, severity, at, message, fix, evidence, reference } = finding;
  const layout = { indent: 4, labelWidth: LABEL_WIDTH, width, paintLabel: colors.dim };
  const paint = paintOf(severity, colors);
  return [
    field(severity, `${id} at ${at}`, { ...layout, paintLabel: paint, paintText: colors.bold }),
    field("", message, layout),
    field("fix", fix, layout),
    field("evidence", `${evidence}: ${reference}`, layout),
  ].join("\n");
}

function paintOf(severity: Severity, colors: Style["colors"]): (text: string) => string {
  switch (severity) {
    case "error":
      return colors.red;
    case "warning":
      return colors.yellow;
    case "info":
      return colors.cyan;
  }
}
