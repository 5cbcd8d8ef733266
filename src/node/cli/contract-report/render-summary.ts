/** What is told in the end: what was learnt, what is known, what was not judged, and the counts. */
import type { ContractResult } from "../../../contract/result.js";
import type { Style } from "../style.js";
import { displayWidth, field, printable } from "../text-layout.js";
import type { RunHead, RunSummary } from "./contract-reporter.js";
import { STATUSES } from "./contract-reporter.js";
import { placeOf } from "./render-failure.js";
import { groupByReason, groupKnown } from "./result-groups.js";

/** How many questions of a table are told; a service may answer each in a hundred ways. */
const MAX_ROWS = 200;

/** The table of what was seen where nothing is promised. @returns `""` where nothing was */
export function renderObservations(results: readonly ContractResult[], { colors, width }: Style): string {
  if (results.length === 0) return "";
  const rows = results.map(({ rule, expected, actual }) => [rule, proseOf(expected), proseOf(actual)] as const);
  const questions = rows.map(([, question]) => displayWidth(printable(question)));
  const labelWidth = Math.min(Math.max(...questions) + 6, Math.max(20, Math.floor((width - 4) * 0.72)));
  const lines = rows.slice(0, MAX_ROWS).map(([rule, question, answer]) => {
    const label = `${rule.padEnd(4)}  ${question}`;
    const isLong = displayWidth(printable(label)) > labelWidth;
    const row = (name: string, text: string): string => field(name, text, { indent: 2, labelWidth, width });
    return isLong ? `${field("", label, { indent: 0, labelWidth: 0, width })}\n${row("", answer)}` : row(label, answer);
  });
  const rest = rows.length > MAX_ROWS ? [`  and ${rows.length - MAX_ROWS} more`] : [];
  return block(colors.bold("Observed where nothing is promised: rule, question, answer"), [...lines, ...rest]);
}

/** Places of one deviation that are told. */
const MAX_PLACES = 5;

/** What deviations cover, each with its reason, its last day and where it was met. */
export function renderKnown(results: readonly ContractResult[], { colors, width }: Style): string {
  const lines = [...groupKnown(results).values()].flatMap((group) => {
    const [{ rule, reason = "", source, expires } = EMPTY] = group;
    const layout = { indent: 6, labelWidth: 0, width };
    const places = group.slice(0, MAX_PLACES).map(({ operation, pointer }) => placeOf(operation, pointer));
    const rest = group.length > MAX_PLACES ? [`and ${group.length - MAX_PLACES} more places`] : [];
    const told = `${reason}${expires === undefined ? "" : `; until ${expires}`}`;
    return [
      field(rule, told, { indent: 2, labelWidth: 4, width, paintLabel: colors.yellow }),
      ...[source, ...places, ...rest].map((text) => field("", text, { ...layout, paintText: colors.dim })),
    ];
  });
  return lines.length === 0 ? "" : block(colors.bold("Known differences"), lines);
}

const EMPTY = { rule: "", reason: "", source: "", expires: undefined };

/** What was not judged, by why. */
export function renderSkips(results: readonly ContractResult[], { colors, width }: Style): string {
  const lines = [...groupByReason(results)].map(([reason, rules]) =>
    field(reason, [...new Set(rules.map(({ rule }) => rule))].join(", "), {
      indent: 2,
      labelWidth: Math.min(displayWidth(printable(reason)), 40),
      width,
      paintText: colors.dim,
    }),
  );
  return lines.length === 0 ? "" : block(colors.bold("Not judged"), lines);
}

/** The last line. */
export function renderCounts({ counts, requests, durationMs, ended }: RunSummary, head: RunHead, style: Style): string {
  const { colors } = style;
  const paint = {
    fail: colors.red,
    known: colors.yellow,
    observation: colors.cyan,
    pass: colors.green,
    skip: colors.dim,
  };
  const told = STATUSES.map((status) => {
    const text = countOf(counts[status], status);
    return counts[status] === 0 ? colors.dim(text) : paint[status](text);
  });
  const seed = head.seed === undefined ? "" : `, seed ${head.seed}`;
  const early = { complete: "", budget: " Ended early: the budget was spent.", interrupt: " Broken off." }[ended];
  const sent = `${requests} request${requests === 1 ? "" : "s"} in ${(durationMs / 1000).toFixed(1)} s${seed}`;
  return `${told.join(", ")}; ${sent}.${colors.yellow(early)}\n`;
}

/** In words, `2 failures`. */
export function countOf(count: number, status: keyof RunSummary["counts"]): string {
  const [one, many] = NOUNS[status];
  return `${count} ${count === 1 ? one : many}`;
}

const NOUNS = {
  fail: ["failure", "failures"],
  known: ["known difference", "known differences"],
  observation: ["observation", "observations"],
  pass: ["pass", "passes"],
  skip: ["skip", "skips"],
} as const satisfies Record<keyof RunSummary["counts"], readonly [string, string]>;

/** Text as it is, everything else as JSON; cut where it is long. */
export function proseOf(value: unknown): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text.length <= MAX_PROSE) return text;
  return `${text.slice(0, MAX_PROSE).replace(/[\ud800-\udbff]$/, "")}… (${text.length} characters)`;
}

const MAX_PROSE = 500;

function block(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.join("\n")}\n\n`;
}
