/** The mock's changes as a state file keeps them, and the state that they lead to. */
import type { CollectionName, MockState, StoredEntity } from "../../mock/state.js";
import { COLLECTIONS, DELETED_COLLECTIONS } from "../../mock/state.js";
import type { Change } from "../../mock/store.js";

/** One change as it is kept: what is under this id now; null where nothing is. */
type KeptChange = readonly [collection: CollectionName, id: string, after: StoredEntity | null];

/** The part of a change that is worth keeping. */
export function toKept(changes: readonly Change[]): readonly KeptChange[] {
  return changes.map(({ collection, id, after }) => [collection, id, after ?? null]);
}

/**
 * The state after the changes; those that it holds already change nothing. What is no state or no change is passed on or
 * over: `restore` judges the result.
 * @param kept - what `toKept` gave, one call after the other
 */
export function replay(snapshot: unknown, kept: readonly unknown[]): unknown {
  if (kept.length === 0 || !hasCollections(snapshot)) return snapshot;
  const state = snapshot;
  const tables = new Map(
    COLLECTIONS.map((name) => {
      const entities: readonly StoredEntity[] = state[name] ?? [];
      return [name, new Map(entities.map((entity) => [entity.id, entity]))];
    }),
  );
  let { nextOrder } = state;
  for (const [collection, id, after] of (kept as readonly (readonly KeptChange[])[]).flat()) {
    const table = tables.get(collection);
    if (after === null) table?.delete(id);
    else table?.set(id, after);
    nextOrder = Math.max(nextOrder, (after?.order ?? 0) + 1);
  }
  const collections = [...tables].map(([name, table]) => [name, [...table.values()].sort((a, b) => a.order - b.order)]);
  return { ...state, nextOrder, ...(Object.fromEntries(collections) as object) };
}

function hasCollections(snapshot: unknown): snapshot is MockState {
  if (typeof snapshot !== "object" || snapshot === null) return false;
  return COLLECTIONS.every((name) => {
    const entities = (snapshot as Partial<MockState>)[name];
    return Array.isArray(entities) || (entities === undefined && DELETED_COLLECTIONS.includes(name));
  });
}
