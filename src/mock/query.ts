/** System query options (OData URL conventions 4.01 section 5), as far as the resources here take them. */
import type { Filter } from "./filter.js";
import { parseFilter } from "./filter.js";
import { refuse } from "./refusal.js";
import type { RequestUrl } from "./request-url.js";

/** What a request asks to see. */
export interface Query {
  readonly select: readonly string[] | undefined;
  readonly filter: Filter | undefined;
  /** Entities a page. */
  readonly top: number;
  /** The `order` of the last entity of the page before. */
  readonly after: number;
  readonly count: boolean;
}

/** The directory's documented page sizes. */
const DEFAULT_TOP = 100;
const MOST_TOP = 999;

const OPTIONS = ["select", "filter", "top", "skiptoken", "count", "orderby", "expand", "search", "skip", "format"];

/** What a request without options asks for. */
export const WHOLE: Query = { select: undefined, filter: undefined, top: DEFAULT_TOP, after: 0, count: false };

/** What a single object or an action takes. */
export const SINGLE: readonly string[] = ["select"];
/** What a collection takes. */
export const LIST: readonly string[] = ["select", "filter", "top", "skiptoken", "count"];

/**
 * Reads the options; the `$` before a name may be missing, and names may be of any case, as Graph has it. Parameters that
 * are no system query options are left alone.
 * @param allowed - {@link SINGLE} or {@link LIST}
 */
export function parseQuery({ search }: Pick<RequestUrl, "search">, allowed: readonly string[]): Query {
  if (search === "") return WHOLE;
  const found = new Map<string, string>();
  for (const [written, value] of new URLSearchParams(search)) {
    const name = written.toLowerCase().replace(/^\$/, "");
    if (!OPTIONS.includes(name) && !written.startsWith("$")) continue;
    if (name === "orderby") throw refuse("sorting");
    if (!allowed.includes(name)) throw refuse("unknownOption", [`$${name}`]);
    if (found.has(name)) throw refuse("badOption", [`$${name}`]);
    found.set(name, value);
  }
  const filter = found.get("filter");
  return {
    select: readSelect(found.get("select")),
    filter: filter === undefined ? undefined : parseFilter(filter),
    top: readTop(found.get("top")),
    after: readSkipToken(found.get("skiptoken")),
    count: readCount(found.get("count")),
  };
}

/** The token after an entity: opaque to clients, which use `@odata.nextLink` as it is. */
export function toSkipToken(order: number): string {
  return `m~${order.toString(36)}`;
}

function readSelect(value: string | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const names = value.split(",").map((name) => name.trim());
  if (!names.every((name) => /^(?:\*|[A-Za-z_@][\w.@]*)$/.test(name))) throw refuse("badOption", ["$select"]);
  return names.includes("*") ? undefined : [...new Set(names)];
}

function readTop(value: string | undefined): number {
  if (value === undefined) return DEFAULT_TOP;
  const top = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (top < 1 || top > MOST_TOP) throw refuse("badOption", ["$top"]);
  return top;
}

function readSkipToken(value: string | undefined): number {
  if (value === undefined) return 0;
  const [, order] = /^m~([0-9a-z]{1,10})$/.exec(value) ?? [];
  if (order === undefined) throw refuse("badOption", ["$skiptoken"]);
  return Number.parseInt(order, 36);
}

function readCount(value: string | undefined): boolean {
  if (value === undefined || value === "false") return false;
  if (value !== "true") throw refuse("badOption", ["$count"]);
  return true;
}
