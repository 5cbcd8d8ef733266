/** The defect of a replica that never learns: now and then a read goes back to what was before the last change. */
import type { Stage } from "../pipeline.js";
import type { CollectionName, Entities } from "../state.js";
import type { ReadView, Store } from "../store.js";

/** So rare that five good reads in a row come before it. */
const EVERY = 7;

/** The stage. */
export function flappingStage(): Stage {
  const past = new Map<string, Entities[CollectionName] | undefined>();
  let reads = 0;
  return {
    committed: (changes) => {
      for (const { collection, id, before } of changes) past.set(`${collection}/${id.toLowerCase()}`, before);
    },
    view: ({ isWrite }, store) => {
      if (isWrite) return undefined;
      reads += 1;
      return reads % EVERY === 0 ? lookBack(store, past) : undefined;
    },
    reset: () => past.clear(),
  };
}

function lookBack(store: Store, past: ReadonlyMap<string, Entities[CollectionName] | undefined>): ReadView {
  const get: ReadView["get"] = <C extends CollectionName>(collection: C, id: string) => {
    const key = `${collection}/${id.toLowerCase()}`;
    return past.has(key) ? (past.get(key) as Entities[C] | undefined) : store.get(collection, id);
  };
  const list = <C extends CollectionName>(collection: C, after?: number): Entities[C][] =>
    Array.from(store.list(collection, after)).flatMap((entity) => get(collection, entity.id) ?? []);
  return {
    get,
    list,
    findByAppId: (collection, appId) => {
      const current = store.findByAppId(collection, appId);
      return current === undefined ? undefined : get(collection, current.id);
    },
    size: (collection) => list(collection).length,
  };
}
