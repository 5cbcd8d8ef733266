/** The entities in memory: collections in order of creation, found by id and appId at once however many there are. */
import type { CollectionName, Entities } from "./state.js";
import { COLLECTIONS } from "./state.js";

/** What a read sees: the newest state, or an older one of a replica. */
export interface ReadView {
  /** @param id - GUIDs in any case */
  readonly get: <C extends CollectionName>(collection: C, id: string) => Entities[C] | undefined;
  /** The entity of this appId; of a collection whose entities have none: `undefined`. */
  readonly findByAppId: <C extends CollectionName>(collection: C, appId: string) => Entities[C] | undefined;
  /** In order of creation, from the first whose `order` is greater than `after`. */
  readonly list: <C extends CollectionName>(collection: C, after?: number) => Iterable<Entities[C]>;
  readonly size: (collection: CollectionName) => number;
}

/** One entity that is another now: created where `before` is missing, deleted where `after` is. */
export interface Change<C extends CollectionName = CollectionName> {
  readonly collection: C;
  readonly id: string;
  readonly before: Entities[C] | undefined;
  readonly after: Entities[C] | undefined;
}

/** The state that requests change. */
export interface Store extends ReadView {
  /** Adds the entity or replaces the one of its id. */
  readonly put: <C extends CollectionName>(collection: C, entity: Entities[C]) => void;
  readonly remove: (collection: CollectionName, id: string) => void;
  /** The `order` for a new entity. */
  readonly takeOrder: () => number;
  /** What `takeOrder` would give. */
  readonly nextOrder: () => number;
  /**
   * Runs one synchronous step. If it throws, everything is as it was before.
   * @returns what the step returned and what it changed, in order
   */
  readonly transact: <T>(step: () => T) => { readonly result: T; readonly changes: readonly Change[] };
  /** Forgets everything and takes these instead. */
  readonly replace: (entities: { readonly [C in CollectionName]: readonly Entities[C][] }, nextOrder: number) => void;
}

/** One collection; `ordered` has the entities by `order`. */
interface Table<E> {
  readonly byId: Map<string, E>;
  readonly byAppId: Map<string, E>;
  readonly ordered: E[];
}

/** Makes an empty store. */
export function createStore(): Store {
  let tables = emptyTables();
  let nextOrder = 1;
  let changes: Change[] = [];

  const table = <C extends CollectionName>(collection: C): Table<Entities[C]> =>
    tables[collection] as unknown as Table<Entities[C]>;
  const get = <C extends CollectionName>(collection: C, id: string) => table(collection).byId.get(id.toLowerCase());
  const set = <C extends CollectionName>(collection: C, id: string, after: Entities[C] | undefined): void => {
    const before = get(collection, id);
    exchange(table(collection), before, after);
    if (before !== after) changes.push({ collection, id, before, after } as Change);
  };

  return {
    get,
    findByAppId: (collection, appId) => table(collection).byAppId.get(appId.toLowerCase()),
    list: (collection, after = 0) => from(table(collection).ordered, after),
    size: (collection) => table(collection).ordered.length,
    put: (collection, entity) => set(collection, entity.id, entity),
    remove: (collection, id) => set(collection, id, undefined),
    takeOrder: () => nextOrder++,
    nextOrder: () => nextOrder,
    transact(step) {
      changes = [];
      const orderBefore = nextOrder;
      try {
        const result = step();
        return { result, changes };
      } catch (error) {
        for (const { collection, before, after } of changes.reverse()) exchange(table(collection), after, before);
        nextOrder = orderBefore;
        throw error;
      } finally {
        changes = [];
      }
    },
    replace(entities, order) {
      tables = emptyTables();
      for (const collection of COLLECTIONS) {
        for (const entity of entities[collection]) exchange(table(collection), undefined, entity);
      }
      nextOrder = order;
      changes = [];
    },
  };
}

function emptyTables(): Record<CollectionName, Table<{ readonly id: string; readonly order: number }>> {
  const table = () => ({ byId: new Map(), byAppId: new Map(), ordered: [] });
  return {
    apiConnectors: table(),
    servicePrincipals: table(),
    applications: table(),
    b2xUserFlows: table(),
    deletedApplications: table(),
    deletedServicePrincipals: table(),
  };
}

/** Puts `after` where `before` was; both may be missing. */
function exchange<E extends { readonly id: string; readonly order: number; readonly appId?: string }>(
  { byId, byAppId, ordered }: Table<E>,
  before: E | undefined,
  after: E | undefined,
): void {
  if (before !== undefined) {
    byId.delete(before.id.toLowerCase());
    // Of those that were deleted several may have had one appId.
    const appId = before.appId?.toLowerCase();
    if (appId !== undefined && byAppId.get(appId)?.id === before.id) byAppId.delete(appId);
  }
  if (after !== undefined) {
    byId.set(after.id.toLowerCase(), after);
    if (after.appId !== undefined) byAppId.set(after.appId.toLowerCase(), after);
  }
  const order = before?.order ?? after?.order;
  if (order === undefined) return;
  const index = indexAfter(ordered, order - 1);
  const removed = ordered[index] === before && before !== undefined ? 1 : 0;
  if (after === undefined) ordered.splice(index, removed);
  else if (removed === 1) ordered[index] = after;
  else if (index === ordered.length) ordered.push(after);
  else ordered.splice(index, 0, after);
}

/** The index of the first entity whose `order` is greater, by halving. */
function indexAfter(ordered: readonly { readonly order: number }[], order: number): number {
  let low = 0;
  let high = ordered.length;
  // What is new comes last: no need to look at the others, which no cache holds where they are many.
  if ((ordered[high - 1]?.order ?? 0) <= order) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.order ?? 0) > order) high = middle;
    else low = middle + 1;
  }
  return low;
}

function* from<E extends { readonly order: number }>(ordered: readonly E[], after: number): Iterable<E> {
  for (let index = indexAfter(ordered, after); index < ordered.length; index++) yield ordered[index] as E;
}
