/** The answers that several resources share: one entity, a new one, a page of a collection, its size, nothing. */
import type { Call } from "./call.js";
import { equalTo, matches } from "./filter.js";
import type { Members } from "./members.js";
import type { Answer } from "./pipeline.js";
import type { Query } from "./query.js";
import { LIST, parseQuery, toSkipToken, WHOLE } from "./query.js";
import { refuse } from "./refusal.js";
import type { RequestUrl } from "./request-url.js";
import type { CollectionName, Entities } from "./state.js";
import { DELETED_COLLECTIONS } from "./state.js";

/** How one collection is shown. */
export interface Resource<C extends CollectionName> {
  readonly collection: C;
  /** Its path after the version, which is the fragment of its context URL too. */
  readonly path: string;
  /** Of its entities, for errors. */
  readonly type: string;
  /** Members that `$select` may name; `undefined` for an open type, where any may be. */
  readonly members: readonly string[] | undefined;
  /** @param isSingle - one object was asked for, not a list */
  readonly show: (entity: Entities[C], now: Date, query: Query, isSingle: boolean) => Members;
}

/** 204. */
export const NO_CONTENT: Answer = { status: 204 };

/** 200 with one entity. */
export function entityAnswer<C extends CollectionName>(
  call: Call,
  resource: Resource<C>,
  entity: Entities[C],
  query: Query,
): Answer {
  requireMembers(resource, query);
  const shown = pick(resource.show(entity, call.now, query, true), query.select);
  const context = `${call.root}/$metadata#${resource.path}${selected(query)}/$entity`;
  return { status: 200, json: { "@odata.context": context, ...shown } };
}

/** 201 with a new entity and where it is. */
export function createdAnswer<C extends CollectionName>(
  call: Call,
  resource: Resource<C>,
  entity: Entities[C],
): Answer {
  const { json } = entityAnswer(call, resource, entity, WHOLE);
  return { status: 201, headers: { Location: `${call.root}/${resource.path}/${entity.id}` }, json };
}

/** 200 with a page of a collection. */
export function listAnswer<C extends CollectionName>(call: Call, resource: Resource<C>): Answer {
  const query = parseQuery(call.url, LIST);
  requireMembers(resource, query);
  const page: Members[] = [];
  let last: number | undefined;
  let hasMore = false;
  for (const entity of candidates(call, resource.collection, query, query.after)) {
    if (page.length === query.top) {
      hasMore = true;
      break;
    }
    page.push(pick(resource.show(entity, call.now, query, false), query.select));
    last = entity.order;
  }
  return {
    status: 200,
    json: {
      "@odata.context": `${call.root}/$metadata#${resource.path}${selected(query)}`,
      ...(query.count && isCountable(call) ? { "@odata.count": countOf(call, resource.collection, query) } : {}),
      ...(hasMore && last !== undefined ? { "@odata.nextLink": nextLink(call.url, last) } : {}),
      value: page,
    },
  };
}

/** 200 with the number of entities as text; the directory asks for the header ConsistencyLevel (documented). */
export function countAnswer<C extends CollectionName>(call: Call, { collection }: Resource<C>): Answer {
  const query = parseQuery(call.url, ["filter"]);
  if (!isCountable(call)) throw refuse("countNeedsHeader");
  return { status: 200, text: String(countOf(call, collection, query)) };
}

/** In the directory `$count` counts only under that header; without it the option is passed over (a guess). */
function isCountable({ workload, request }: Call): boolean {
  return workload !== "directory" || request.headers.get("consistencylevel")?.toLowerCase() === "eventual";
}

function countOf<C extends CollectionName>(call: Call, collection: C, query: Query): number {
  if (query.filter === undefined) return call.view.size(collection);
  let count = 0;
  for (const _ of candidates(call, collection, query, 0)) count += 1;
  return count;
}

/** What the filter leaves; one entity is found by its index where the filter names it. */
function* candidates<C extends CollectionName>(
  { view }: Call,
  collection: C,
  { filter }: Query,
  after: number,
): Iterable<Entities[C]> {
  if (filter === undefined) return yield* view.list(collection, after);
  const id = equalTo(filter, "id");
  const appId = equalTo(filter, "appid");
  const one = id === undefined ? appId && view.findByAppId(collection, appId) : view.get(collection, id);
  // Of what was deleted more than one may have had the appId.
  const isIndexed = id !== undefined || (appId !== undefined && !DELETED_COLLECTIONS.includes(collection));
  const entities = !isIndexed ? view.list(collection, after) : one ? [one] : [];
  for (const entity of entities) if (entity.order > after && matches(filter, toFilterable(entity))) yield entity;
}

function toFilterable(entity: Entities[CollectionName]): Parameters<typeof matches>[1] {
  return "displayName" in entity ? entity : { id: entity.id, displayName: null };
}

function nextLink({ origin, pathname, search }: RequestUrl, order: number): string {
  const next = new URL(`${origin}${pathname}${search}`);
  for (const name of [...next.searchParams.keys()]) {
    if (name.toLowerCase().replace(/^\$/, "") === "skiptoken") next.searchParams.delete(name);
  }
  const rest = next.search === "" ? "?" : `${next.search}&`;
  next.search = `${rest}$skiptoken=${toSkipToken(order)}`;
  return next.href;
}

/** The selected properties stand in the context URL (OData JSON Format 4.01 section 10.8; page "Get servicePrincipal"). */
function selected({ select }: Query): string {
  return select === undefined ? "" : `(${select.join(",")})`;
}

function pick(members: Members, select: readonly string[] | undefined): Members {
  if (select === undefined) return members;
  const picked: Record<string, unknown> = {};
  for (const asked of select) {
    // Nearly everybody writes names as they are; to look for others takes as long as the rest of a page.
    const name = Object.hasOwn(members, asked) ? asked : nameInAnyCase(members, asked);
    if (name !== undefined) picked[name] = members[name];
  }
  return picked;
}

function nameInAnyCase(members: Members, asked: string): string | undefined {
  const wanted = asked.toLowerCase();
  return Object.keys(members).find((name) => name.toLowerCase() === wanted);
}

function requireMembers<C extends CollectionName>({ members, type }: Resource<C>, { select }: Query): void {
  if (select === undefined || members === undefined) return;
  const known = members.map((member) => member.toLowerCase());
  const stranger = select.find((name) => !known.includes(name.toLowerCase()));
  if (stranger !== undefined) throw refuse("unknownProperty", [stranger, type]);
}
