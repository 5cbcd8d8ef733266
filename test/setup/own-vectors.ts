/** This project's own vectors as bytes, by their id. */
import { inject } from "vitest";
import type { OwnVectorEntry } from "./vector-case.js";

/** A file that a real tool or tools/make-vectors made. */
export interface OwnVector {
  readonly entry: OwnVectorEntry;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** All of them, in the manifest's order. */
export function ownVectors(): readonly OwnVector[] {
  return inject("vectors").flatMap(({ set, entry, base64 }) =>
    set === "own" ? [{ entry, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) }] : [],
  );
}

/** One of them; a test that asks for another fails. */
export function ownVector(id: string): OwnVector {
  const found = ownVectors().find(({ entry }) => entry.id === id);
  if (found === undefined) throw new Error(`there is no vector ${id}`);
  return found;
}
