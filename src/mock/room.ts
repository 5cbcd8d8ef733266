/** The mock's own limit of objects. */
import { refuse } from "./refusal.js";
import { COLLECTIONS } from "./state.js";
import type { ReadView } from "./store.js";

/** Refuses one object more than `most`. */
export function requireRoom(view: ReadView, most: number): void {
  const size = COLLECTIONS.reduce((sum, collection) => sum + view.size(collection), 0);
  if (size >= most) throw refuse("quota", [String(most)]);
}
