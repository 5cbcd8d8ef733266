/** Reads what is read at once, on the thread that asks: see sync-crypto.ts. */
import { readFileSync, statSync } from "node:fs";
import type { BoundedFile } from "./files.js";

/** A disk gives as much in a millisecond or two. */
const MOST_BYTES = 1024 * 1024;

/**
 * Reads a file of up to a megabyte.
 * @returns `undefined` for whatever else is there, such as a pipe, which may never answer, and for what cannot be read:
 * `readBounded` reads it, or says why it cannot be read
 */
export function readSmallFile(path: string, maxBytes: number): BoundedFile | undefined {
  try {
    const found = statSync(path);
    if (!found.isFile() || found.size > Math.min(maxBytes, MOST_BYTES)) return undefined;
    const bytes = Uint8Array.from(readFileSync(path));
    // It may have grown in the meantime.
    return bytes.length > maxBytes ? undefined : { bytes, isWhole: true, totalBytes: bytes.length };
  } catch {
    return undefined;
  }
}
