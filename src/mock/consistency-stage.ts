/** Reads that lag behind, as a stage of the mock: see consistency.ts. */
import type { ConsistencyOptions } from "./consistency.js";
import { createReplicas } from "./consistency.js";
import type { Stage } from "./pipeline.js";
import type { CollectionName, Entities, StoredEntity } from "./state.js";
import type { ReadView, Store } from "./store.js";

/**
 * The stage. A read (no write: those go to the primary) sees one replica; listing, looking up by appId and counting see the
 * same replica as getting by id.
 * @returns `undefined` where nothing lags
 * @throws {RangeError} naming the option
 */
export function consistencyStage(options: ConsistencyOptions | undefined): Stage | undefined {
  const replicas = createReplicas<StoredEntity>(options);
  if ((options?.lagMs ?? 0) === 0) return undefined;
  return {
    committed: (changes, { now }) => {
      for (const { collection, id, before } of changes) replicas.write(keyOf(collection, id), before, now.getTime());
    },
    view: ({ isWrite, now }, store) => {
      if (isWrite) return undefined;
      const view = replicas.view(now.getTime());
      const stale = view.staleKeys();
      return stale.length === 0 ? store : lagging(store, view.read, stale);
    },
    reset: replicas.settle,
  };
}

type Read = (key: string, current: StoredEntity | undefined) => StoredEntity | undefined;

/** The store as a replica has it. What is stale is little, so it is looked through as often as needed. */
function lagging(store: Store, read: Read, stale: readonly string[]): ReadView {
  // The collection is in the key.
  const past = <C extends CollectionName>(key: string): Entities[C] | undefined =>
    read(key, undefined) as Entities[C] | undefined;
  const staleOf = (collection: CollectionName): readonly string[] =>
    stale.filter((key) => key.startsWith(`${collection}/`));
  const get = <C extends CollectionName>(collection: C, id: string): Entities[C] | undefined =>
    read(keyOf(collection, id), store.get(collection, id)) as Entities[C] | undefined;
  return {
    get,
    findByAppId: <C extends CollectionName>(collection: C, appId: string): Entities[C] | undefined => {
      const keys = staleOf(collection);
      for (const key of keys) {
        const entity = past<C>(key);
        if (entity !== undefined && hasAppId(entity, appId)) return entity;
      }
      const current = store.findByAppId(collection, appId);
      return current === undefined || keys.includes(keyOf(collection, current.id)) ? undefined : current;
    },
    list: (collection, after = 0) =>
      mergedByOrder(store.list(collection, after), collection, after, staleOf(collection), past),
    size: (collection) => {
      let size = store.size(collection);
      for (const key of staleOf(collection)) {
        const id = key.slice(collection.length + 1);
        if (store.get(collection, id) !== undefined) size -= 1;
        if (past(key) !== undefined) size += 1;
      }
      return size;
    },
  };
}

/** What is current and not stale, and what was before of what is stale, in the order of creation. */
function* mergedByOrder<C extends CollectionName>(
  current: Iterable<Entities[C]>,
  collection: C,
  after: number,
  stale: readonly string[],
  past: (key: string) => Entities[C] | undefined,
): Iterable<Entities[C]> {
  const keys = new Set(stale);
  const waiting = [...keys]
    .flatMap((key) => past(key) ?? [])
    .filter(({ order }) => order > after)
    .sort((a, b) => a.order - b.order);
  for (const entity of current) {
    if (keys.has(keyOf(collection, entity.id))) continue;
    while (waiting[0] !== undefined && waiting[0].order < entity.order) yield waiting.shift() as Entities[C];
    yield entity;
  }
  yield* waiting;
}

function keyOf(collection: CollectionName, id: string): string {
  return `${collection}/${id.toLowerCase()}`;
}

function hasAppId(entity: StoredEntity & { readonly appId?: string }, appId: string): boolean {
  return entity.appId?.toLowerCase() === appId.toLowerCase();
}
