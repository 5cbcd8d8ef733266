/** What is deleted in the directory is kept for a while (page "directory resource type"). */
import { formatDateTime } from "../../graph/date-time.js";
import type { CollectionName, Entities } from "../state.js";
import type { Store } from "../store.js";

/** Where what is deleted goes. */
const KEPT_IN = { applications: "deletedApplications", servicePrincipals: "deletedServicePrincipals" } as const;

/** The mock's own limit, of each type: who never looks there must not run out of memory. */
const MOST_KEPT = 1_000;

/** Takes the entity away and keeps it among the deleted ones; the oldest of too many is forgotten. */
export function softDelete<C extends keyof typeof KEPT_IN>(
  store: Store,
  collection: C,
  entity: Entities[C],
  now: Date,
): void {
  const kept: CollectionName = KEPT_IN[collection];
  store.remove(collection, entity.id);
  const deletedDateTime = formatDateTime(now).replace(/\.\d+Z$/, "Z");
  store.put(kept, { ...entity, order: store.takeOrder(), deletedDateTime } as unknown as Entities[typeof kept]);
  const [oldest] = store.list(kept);
  if (oldest !== undefined && store.size(kept) > MOST_KEPT) store.remove(kept, oldest.id);
}
