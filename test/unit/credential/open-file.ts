/** Opens files as these tests do: with the WebCrypto at hand, at a fixed time. */
import { inject } from "vitest";
import { openFile } from "../../../src/credential/open.js";
import type { OpenedFile } from "../../../src/credential/opened-file.js";
import { testProvider } from "../../setup/provider.js";
import type { OwnVectorEntry } from "../../setup/vector-case.js";

/** A day on which certificates are valid unless a test has it otherwise. */
export const NOW = new Date("2026-06-01T00:00:00Z");

/** Opens bytes, without a password unless one is given. */
export function open(bytes: Uint8Array, password: string | null = null, now: Date = NOW): Promise<OpenedFile> {
  return openFile(bytes, { password, now, provider: testProvider });
}

/** One of this project's vectors. */
export interface Vector {
  readonly entry: OwnVectorEntry;
  readonly bytes: Uint8Array;
}

/** The project's own vectors that `isWanted` picks. */
export function ownVectors(isWanted: (entry: OwnVectorEntry) => boolean): readonly Vector[] {
  return inject("vectors").flatMap((vector) => {
    if (vector.set !== "own" || !isWanted(vector.entry)) return [];
    return [{ entry: vector.entry, bytes: Uint8Array.from(atob(vector.base64), (it) => it.charCodeAt(0)) }];
  });
}

/** The project's vector of that id. */
export function ownVector(id: string): Vector {
  const [vector] = ownVectors((entry) => entry.id === id);
  if (vector === undefined) throw new RangeError(`"id" is no vector: ${id}`);
  return vector;
}

/** Opens a vector with its own password or another one. */
export function openVector(id: string, password?: string | null, now: Date = NOW): Promise<OpenedFile> {
  const { bytes, entry } = ownVector(id);
  return open(bytes, password === undefined ? entry.password : password, now);
}
