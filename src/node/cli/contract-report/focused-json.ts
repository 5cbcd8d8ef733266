/** JSON as lines, shortened around the place that matters. */

/** A line of text. */
export interface FocusedLine {
  readonly text: string;
  /** The place itself. */
  readonly isMarked: boolean;
}

/** How much is shown. */
export interface FocusLimits {
  /** Longer documents are folded away from the place. */
  readonly lines: number;
  /** Longer strings are cut. */
  readonly characters: number;
}

/** Members and elements beside the way to the place. */
const MAX_BESIDE = 8;

/** Lines over the limit. */
const SLACK = 4;

/** Deeper ones are folded in any case: what a hostile answer nests must not end this program. */
const MAX_DEPTH = 40;

/** Two spaces a level, as `JSON.stringify` has it. @param pointer - RFC 6901; what is no pointer marks nothing */
export function focusJson(value: unknown, pointer: string, limits: FocusLimits): readonly FocusedLine[] {
  const way = wayOf(pointer);
  const whole = atMost(limits.lines + 1, linesOf(value, way, "", { ...limits, folds: false }));
  if (whole.length <= limits.lines) return whole;
  const folded = [...linesOf(value, way, "", { ...limits, folds: true })];
  const place = folded.findIndex(({ isMarked }) => isMarked);
  // A line that says how many are left out is worth no more than what it takes the place of.
  if (folded.length <= limits.lines + SLACK) return folded;
  const from = Math.max(0, place - Math.floor(limits.lines / 2));
  return clip(folded, from <= SLACK ? 0 : from, from + limits.lines);
}

/** A string as JSON, cut where it is long. */
export function shortString(text: string, characters: number): string {
  if (text.length <= characters) return JSON.stringify(text);
  const head = text.slice(0, characters).replace(/[\ud800-\udbff]$/, "");
  return `${JSON.stringify(head)}… (${text.length} characters)`;
}

interface Folding extends FocusLimits {
  readonly folds: boolean;
}

/** `undefined`: the place is not below this value. */
type Way = readonly string[] | undefined;

function wayOf(pointer: string): Way {
  if (!pointer.startsWith("/")) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function* linesOf(value: unknown, asked: Way, indent: string, folding: Folding): Generator<FocusedLine> {
  const way = settle(asked, value);
  if (typeof value !== "object" || value === null) {
    // The place is here, or would be below.
    yield { text: scalar(value, folding), isMarked: way !== undefined };
    return;
  }
  const isMarked = way?.length === 0;
  const isList = Array.isArray(value);
  const [open, close] = isList ? "[]" : "{}";
  const entries = Object.entries(value);
  const isMissing = way?.[0] !== undefined && !Object.hasOwn(value, way[0]);
  const isFolded = (folding.folds && way === undefined && indent !== "") || indent.length > 2 * MAX_DEPTH;
  if ((entries.length === 0 && !isMissing) || isFolded) {
    yield { text: entries.length === 0 ? `${open}${close}` : `${open}… ${entries.length}${close}`, isMarked };
    return;
  }
  yield { text: `${open}`, isMarked };
  const inner = `${indent}  `;
  let left = 0;
  let beside = 0;
  for (const [name, member] of entries) {
    const isOnWay = way !== undefined && way[0] === name;
    if (!isOnWay && folding.folds && (isList && !isMarked ? way !== undefined : beside >= MAX_BESIDE)) {
      left += 1;
      continue;
    }
    beside += 1;
    yield* labelled(
      isList ? "" : `${shortString(name, 200)}: `,
      member,
      isOnWay ? way.slice(1) : undefined,
      inner,
      folding,
    );
  }
  if (isMissing) yield { text: `${inner}${shortString(way[0] ?? "", 200)}: (not there)`, isMarked: true };
  if (left > 0) yield { text: `${inner}… ${left} more`, isMarked: false };
  yield { text: `${indent}${close}`, isMarked: false };
}

/** `-` is behind the last element (RFC 6901 section 4): rules mean what has been added, which is now the last. */
function settle(way: Way, value: unknown): Way {
  const isAdded = way?.[0] === "-" && Array.isArray(value) && value.length > 0;
  return isAdded ? [String(value.length - 1), ...way.slice(1)] : way;
}

function* labelled(label: string, value: unknown, way: Way, indent: string, folding: Folding): Generator<FocusedLine> {
  let isFirst = true;
  for (const { text, isMarked } of linesOf(value, way, indent, folding)) {
    yield { text: isFirst ? `${indent}${label}${text}` : text, isMarked };
    isFirst = false;
  }
}

function scalar(value: unknown, { characters }: FocusLimits): string {
  if (typeof value === "string") return shortString(value, characters);
  return JSON.stringify(value) ?? "(not there)";
}

function atMost(count: number, lines: Iterable<FocusedLine>): readonly FocusedLine[] {
  const taken: FocusedLine[] = [];
  for (const line of lines) {
    taken.push(line);
    if (taken.length === count) break;
  }
  return taken;
}

function clip(lines: readonly FocusedLine[], from: number, to: number): readonly FocusedLine[] {
  const more = (count: number): readonly FocusedLine[] =>
    count > 0 ? [{ text: `… ${count} line${count === 1 ? "" : "s"}`, isMarked: false }] : [];
  return [...more(from), ...lines.slice(from, to), ...more(lines.length - to)];
}
