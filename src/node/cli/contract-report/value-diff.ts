/** What was expected beside what came: lines of JSON, of which those that differ are told apart. */
import { focusJson } from "./focused-json.js";

/** A line of one value or of both. */
export interface DiffLine {
  /** `-`: only of what was expected. `+`: only of what came. `…`: equal lines that are left out. */
  readonly sign: " " | "-" | "+" | "…";
  readonly text: string;
}

/** Equal lines around a difference. */
const CONTEXT = 2;

/** Of each value. */
const LIMITS = { lines: 120, characters: 400 };

/** Compares two values of JSON; members in the order of their names, which means nothing. */
export function diffValues(expected: unknown, actual: unknown): readonly DiffLine[] {
  const [left, right] = [linesOf(expected), linesOf(actual)];
  const lengths = commonLengths(left, right);
  const all: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [one, other] = [left[i], right[j]];
    if (one !== undefined && one === other) {
      all.push({ sign: " ", text: one });
      i += 1;
      j += 1;
    } else if (other === undefined || (one !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      all.push({ sign: "-", text: one ?? "" });
      i += 1;
    } else {
      all.push({ sign: "+", text: other });
      j += 1;
    }
  }
  return withoutFar(all);
}

/** Where two texts part, in words; `undefined` where that says nothing. */
export function firstDifference(expected: unknown, actual: unknown): string | undefined {
  if (typeof expected !== "string" || typeof actual !== "string") return undefined;
  let same = 0;
  while (same < expected.length && expected[same] === actual[same]) same += 1;
  const lengths = expected.length === actual.length ? "" : `; ${expected.length} characters against ${actual.length}`;
  if (expected.toLowerCase() === actual.toLowerCase()) return "only upper and lower case differ";
  return same < 4 ? undefined : `equal up to character ${same}${lengths}`;
}

function linesOf(value: unknown): readonly string[] {
  return focusJson(sorted(value, 0), "", LIMITS).map(({ text }) => text);
}

function sorted(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null || depth > 30) return value;
  if (Array.isArray(value)) return value.map((element) => sorted(element, depth + 1));
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member, depth + 1)]));
}

/** Lengths of the longest common subsequences of what is left of both. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] = left[i] === right[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function withoutFar(lines: readonly DiffLine[]): readonly DiffLine[] {
  const isNear = (index: number): boolean =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ sign }) => sign !== " ");
  const kept: DiffLine[] = [];
  let left = 0;
  const close = (): void => {
    if (left > 0) kept.push({ sign: "…", text: `${left} equal line${left === 1 ? "" : "s"}` });
    left = 0;
  };
  for (const [index, line] of lines.entries()) {
    // Folding away one line would take one.
    if (isNear(index) || lines.length <= 12) {
      close();
      kept.push(line);
    } else left += 1;
  }
  close();
  return kept;
}
