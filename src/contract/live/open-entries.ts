/** What a journal says was begun and not ended. */
import type { JournalEntry } from "./journal.js";

/**
 * Made and not deleted, the latest first; what was intended and of which nothing more was written may have been made, and
 * stands here without an id.
 */
export function openEntries(journal: readonly JournalEntry[]): readonly JournalEntry[] {
  const open: JournalEntry[] = [];
  const close = (isIt: (entry: JournalEntry) => boolean): void => {
    const at = open.findIndex(isIt);
    if (at >= 0) open.splice(at, 1);
  };
  for (const entry of journal) {
    const { kind, state, displayName, id } = entry;
    const isIntent = (it: JournalEntry): boolean =>
      it.id === undefined && it.kind === kind && it.displayName === displayName;
    if (state === "intended") {
      open.push({ ...entry, id: undefined });
    } else if (state === "created") {
      close(isIntent);
      open.push(entry);
    } else {
      close(id === undefined ? isIntent : (it) => it.kind === kind && it.id === id);
    }
  }
  return open.reverse();
}
