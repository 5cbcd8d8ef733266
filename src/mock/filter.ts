/** `$filter` as far as it goes here: `eq` and `startswith` on appId, displayName and id, joined by `and`. */
import { refuse } from "./refusal.js";

/** One comparison. */
export interface Comparison {
  readonly operator: "eq" | "startswith";
  /** In lower case. */
  readonly property: "id" | "appid" | "displayname";
  readonly value: string | null;
}

/** All of them must hold. */
export type Filter = readonly Comparison[];

/** What is compared: one property, or a comparison of one. */
const COMPARISON =
  /^\s*(?:(\w+)\s+eq\s+('(?:[^']|'')*'|null)|startswith\s*\(\s*(\w+)\s*,\s*('(?:[^']|'')*')\s*\))\s*(?:$|and\s)/i;

const PROPERTIES: readonly string[] = ["id", "appid", "displayname"];

/** Reads a filter; anything beyond it is refused, and so is an empty one. */
export function parseFilter(text: string): Filter {
  const comparisons: Comparison[] = [];
  let rest = text;
  do {
    const match = COMPARISON.exec(rest);
    if (match === null) throw refuse("badFilter");
    const [all, equal, literal, started, prefix] = match;
    const property = (equal ?? started ?? "").toLowerCase();
    if (!isProperty(property)) throw refuse("badFilter");
    const value = readLiteral(literal ?? prefix ?? "");
    comparisons.push({ operator: equal === undefined ? "startswith" : "eq", property, value });
    rest = rest.slice(all.length);
    if (rest.trim() === "" && /and\s$/i.test(all)) throw refuse("badFilter");
  } while (rest !== "");
  return comparisons;
}

/** Whether an entity has what the filter asks for; case does not count, which is how the directory compares these. */
export function matches(
  filter: Filter,
  entity: { readonly id: string; readonly appId?: string; readonly displayName: string | null },
): boolean {
  return filter.every(({ operator, property, value }) => {
    const actual = { id: entity.id, appid: entity.appId ?? null, displayname: entity.displayName }[property];
    if (actual === null || value === null) return actual === value;
    if (operator === "eq") return actual.toLowerCase() === value.toLowerCase();
    return actual.toLowerCase().startsWith(value.toLowerCase());
  });
}

/** The value that one property must have, where an index may answer. */
export function equalTo(filter: Filter, property: Comparison["property"]): string | undefined {
  const found = filter.find((comparison) => comparison.operator === "eq" && comparison.property === property);
  return found?.value ?? undefined;
}

function isProperty(name: string): name is Comparison["property"] {
  return PROPERTIES.includes(name);
}

function readLiteral(literal: string): string | null {
  return literal.startsWith("'") ? literal.slice(1, -1).replaceAll("''", "'") : null;
}
