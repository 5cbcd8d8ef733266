/** How long reads of traffic that is not ours may lag behind a write. */

/** In milliseconds: as long as our own runs wait for reads to settle. */
export const LAG_MS = 180_000;
