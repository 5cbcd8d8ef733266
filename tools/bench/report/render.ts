/** A run as text for people. */
import type pc from "picocolors";
import type { Bound, Verdict } from "../bounds.js";
import type { Machine } from "../machine.js";
import type { Row, Unit } from "../row.js";
import { findNoise } from "./noise.js";
import type { CaseResult } from "./result.js";
import { ratioOf } from "./result.js";
import type { Cell } from "./table.js";
import { layTable } from "./table.js";

type Colors = ReturnType<typeof pc.createColors>;

/** Who is measured, and where. */
export function renderMachine({ packages, node, nodeOpenssl, ...machine }: Machine): string {
  const names = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
  return [
    `${names.join(", ")}, Node ${node} with OpenSSL ${nodeOpenssl}`,
    `${machine.platform}, ${machine.processor}, ${machine.cores} cores; files by ${machine.opensslCommand}`,
    "",
  ].join("\n");
}

/** The table of a case and what its bounds say. */
export function renderCase(result: CaseResult, colors: Colors): string {
  const head = ["", "median", "p25 .. p75", "runs", `: ${result.reference}`];
  const rows = result.rows.map((row) => toCells(row, result));
  const verdicts = result.verdicts.map((verdict) => `  ${renderVerdict(verdict, result.unit, colors)}`);
  return [
    `${colors.bold(result.title)} ${colors.dim(`(${result.id})`)}`,
    ...layTable([head, ...rows]).map((line, index) => `  ${index === 0 ? colors.dim(line) : line}`),
    ...verdicts,
    "",
  ].join("\n");
}

/** How many bounds hold, and which do not. */
export function renderSummary(cases: readonly CaseResult[], colors: Colors): string {
  const all = cases.flatMap(({ id, unit, verdicts }) => verdicts.map((verdict) => ({ id, unit, verdict })));
  const open = all.filter(({ verdict }) => verdict.result !== "met");
  const closing = all.length === 0 ? "no bounds here" : `${all.length - open.length} of ${all.length} bounds met`;
  const lines = open.map(({ id, unit, verdict }) => `${id}: ${renderVerdict(verdict, unit, colors)}`);
  const noise = findNoise(cases);
  if (noise.length > 0) lines.push(colors.yellow(`busy machine? measurements spread widely for ${noise.join("; ")}`));
  return [...lines, open.length === 0 ? colors.green(closing) : colors.red(closing), ""].join("\n");
}

function toCells(row: Row, result: CaseResult): readonly Cell[] {
  if ("failure" in row) return [row.name, { rest: row.failure.split("\n")[0] ?? "" }];
  const { median, p25, p75, count } = row.spread;
  const format = (value: number): string => formatValue(value, result.unit);
  return [
    row.name,
    format(median),
    count === 1 ? "" : `${format(p25)} .. ${format(p75)}`,
    `${count}`,
    ratioOf(row, result)?.toFixed(2) ?? "",
  ];
}

const MARKS: Readonly<
  Record<Verdict["result"], { readonly color: "green" | "red" | "yellow"; readonly text: string }>
> = {
  met: { color: "green", text: "met" },
  missed: { color: "red", text: "missed" },
  "not measurable": { color: "yellow", text: "not measurable" },
};

function renderVerdict(verdict: Verdict, unit: Unit, colors: Colors): string {
  const { color, text } = MARKS[verdict.result];
  const claim = describeBound(verdict.bound, unit);
  if (verdict.result === "not measurable") return `${colors[color](text)}  ${claim}: ${verdict.reason}`;
  const found = formatQuantity(verdict.value, verdict.bound, unit);
  const by = verdict.result === "missed" ? `, ${formatShare(verdict.by)} off` : "";
  return `${colors[color](text)}  ${claim}: ${found}${by}`;
}

function describeBound(bound: Bound, unit: Unit): string {
  const { quantity, limit } = bound;
  const [word, most] = "atMost" in limit ? ["at most", limit.atMost] : ["at least", limit.atLeast];
  const value = formatQuantity(most, bound, unit);
  if ("over" in quantity) return `${quantity.of} ${word} ${value} times ${quantity.over}`;
  return `${quantity.of} ${word} ${value}${"above" in quantity ? ` more than ${quantity.above}` : ""}`;
}

/** A ratio as such, everything else in the unit of the case. */
function formatQuantity(value: number, { quantity }: Bound, unit: Unit): string {
  return "over" in quantity ? `${Number(value.toFixed(2))}` : formatValue(value, unit);
}

/** 1 kB is 1,000 bytes. */
function formatValue(value: number, unit: Unit): string {
  if (unit === "ms") return `${value.toFixed(Math.abs(value) < 100 ? 2 : 0)} ms`;
  return value < 1_000_000 ? `${(value / 1_000).toFixed(1)} kB` : `${(value / 1_000_000).toFixed(0)} MB`;
}

function formatShare(share: number): string {
  const percent = share * 100;
  return `${percent < 1 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}
