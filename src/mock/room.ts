/** The mock's own limit of objects. */
import { refuse } from "./refusal.js";
import type { CollectionName } from "./state.js";
import { COLLECTIONS, DELETED_COLLECTIONS } from "./state.js";
import type { ReadView } from "./store.js";

/** Refuses one object more than `most`; what was deleted has a limit of its own. */
export function requireRoom(view: ReadView, most: number): void {
  const sizeOf = (sum: number, collection: CollectionName): number => sum + view.size(collection);
  const size = COLLECTIONS.reduce(sizeOf, 0) - DELETED_COLLECTIONS.reduce(sizeOf, 0);
  if (size >= most) throw refuse("quota", [String(most)]);
}
