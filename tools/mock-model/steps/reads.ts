/** Steps that read: one object by each way to name it, and lists with their options, page by page. */
import type { AsyncCommand } from "fast-check";
import fc from "fast-check";
import { assertEqual, assertThat } from "../assertions.js";
import { choices, choose, commands, mostly, NOBODY, withoutContext } from "../command.js";
import type { ExpectedState, Members } from "../expected-state.js";
import type { Problem } from "../problems.js";
import { isRefused } from "../problems.js";
import type { Collection } from "../views.js";
import { viewAll } from "../views.js";
import type { World } from "../world.js";
import { displayNames } from "./applications.js";

type Step = AsyncCommand<ExpectedState, World>;

const collections = fc.constantFrom<Collection>("applications", "servicePrincipals", "identity/apiConnectors");

/** Members that all collections have. */
const selects = fc.constantFrom(undefined, "id", "displayName,id", "ID, displayname");

const SELECTED: Readonly<Record<string, readonly string[]>> = {
  id: ["id"],
  "displayName,id": ["id", "displayName"],
  "ID, displayname": ["id", "displayName"],
};

function pick(view: Members, select: string | undefined): Members {
  const names = select === undefined ? Object.keys(view) : (SELECTED[select] ?? []);
  return Object.fromEntries(names.map((name) => [name, view[name]]));
}

function contextOf(collection: Collection, select: string | undefined): string {
  const names = select?.split(",").map((name) => name.trim());
  return names === undefined ? collection : `${collection}(${names.join(",")})`;
}

export const get: fc.Arbitrary<Step> = commands(
  "get",
  fc.tuple(collections, choices, selects, fc.constantFrom("segment", "parentheses", "upper case", "appId")),
  async ([collection, choice, select, way], state, { send }) => {
    const view = choose(viewAll(state, collection), choice);
    const id = String(view?.["id"] ?? NOBODY);
    const isByAppId = way === "appId" && collection !== "identity/apiConnectors";
    const key = isByAppId
      ? `(appId='${String(view?.["appId"] ?? NOBODY)}')`
      : { segment: `/${id}`, parentheses: `('${id}')`, "upper case": `/${id.toUpperCase()}/`, appId: `(${id})` }[way];
    const name = way === "upper case" ? collection.toUpperCase() : collection;
    const query = select === undefined ? "" : `?$select=${encodeURIComponent(select)}`;
    const answer = await send("GET", `/${name}${key}${query}`);
    if (isRefused(answer, view === undefined ? ["notFound"] : []) || view === undefined) return "refused";
    assertEqual(answer.status, 200, "status");
    assertEqual(withoutContext(answer.json, `${contextOf(collection, select)}/$entity`), pick(view, select), "object");
    return "done";
  },
);

/** A filter with what it leaves, or `undefined` for one that Graph does not take here. */
interface Filter {
  readonly text: string;
  readonly matches: ((view: Members) => boolean) | undefined;
}

const lower = (value: unknown): string => String(value).toLowerCase();
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const filters: fc.Arbitrary<(views: readonly Members[]) => Filter | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(() => undefined) },
  choices.map((choice) => (views: readonly Members[]) => {
    const id = String(choose(views, choice)?.["id"] ?? NOBODY);
    return { text: `id eq ${quoted(id)}`, matches: (view: Members) => view["id"] === id };
  }),
  choices.map((choice) => (views: readonly Members[]) => {
    const appId = choose(views, choice)?.["appId"] ?? NOBODY;
    return { text: `appId eq '${String(appId)}'`, matches: (view: Members) => view["appId"] === appId };
  }),
  displayNames.map((name) => () => ({
    text: `displayName eq ${quoted(name)}`,
    matches: ({ displayName }: Members) => displayName !== null && lower(displayName) === lower(name),
  })),
  displayNames.map((name) => () => ({
    text: `startswith(displayName, ${quoted(name)})`,
    matches: ({ displayName }: Members) => displayName !== null && lower(displayName).startsWith(lower(name)),
  })),
  fc.constantFrom("displayName ne 'a'", "id", "tags/any(t:t eq 'a')", "").map((text) => () => ({
    text,
    matches: undefined,
  })),
);

export const list: fc.Arbitrary<Step> = commands(
  "list",
  fc.record({
    collection: collections,
    select: selects,
    filter: filters,
    top: mostly(fc.constantFrom(undefined, "1", "2", "999"), "1000", "0", "two"),
    orderBy: mostly<boolean>(fc.constant(false), true),
    count: fc.boolean(),
  }),
  async ({ collection, select, filter, top, orderBy, count }, state, world) => {
    const all = viewAll(state, collection);
    const chosen = filter(all);
    const query = new URLSearchParams();
    if (select !== undefined) query.set("$select", select);
    if (chosen !== undefined) query.set("$filter", chosen.text);
    if (top !== undefined) query.set("$top", top);
    if (orderBy) query.set("$orderby", "displayName");
    if (count) query.set("$count", "true");
    const problems: readonly Problem[] = [
      ...(orderBy || (chosen !== undefined && chosen.matches === undefined) ? (["unsupportedQuery"] as const) : []),
      ...(["1000", "0", "two"].includes(top ?? "") ? (["badOption"] as const) : []),
    ];
    const path = `/${collection}?${query.toString()}`;
    const first = await world.send("GET", path, undefined, { consistencylevel: "eventual" });
    if (isRefused(first, problems)) return "refused";
    const expected = all.filter(chosen?.matches ?? (() => true));
    if (count) assertEqual(first.json["@odata.count"], expected.length, "@odata.count");
    const pages = await readPages(first.json, Number(top ?? 100), contextOf(collection, select), world);
    assertEqual(
      pages,
      expected.map((view) => pick(view, select)),
      "pages",
    );
    return "done";
  },
);

/** All pages, none longer than asked for, none but the last shorter. */
async function readPages(first: Members, top: number, context: string, world: World): Promise<readonly Members[]> {
  const all: Members[] = [];
  let page = first;
  for (;;) {
    const { value, "@odata.nextLink": next, "@odata.count": _count, ...rest } = page;
    withoutContext(rest, context);
    const items = value as readonly Members[];
    all.push(...items);
    assertThat(next === undefined ? items.length <= top : items.length === top, `a page of ${items.length}`);
    if (next === undefined) return all;
    page = (await world.send("GET", String(next), undefined, { consistencylevel: "eventual" })).json;
  }
}
