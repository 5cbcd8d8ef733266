/** Opens files as these tests do: with the WebCrypto at hand, at a fixed time. */
import { openFile } from "../../../src/credential/open.js";
import type { OpenedFile } from "../../../src/credential/opened-file.js";
import { ownVector } from "../../setup/own-vectors.js";
import { testProvider } from "../../setup/provider.js";

/** A day on which certificates are valid unless a test has it otherwise. */
export const NOW = new Date("2026-06-01T00:00:00Z");

/** Opens bytes, without a password unless one is given. */
export function open(bytes: Uint8Array, password: string | null = null, now: Date = NOW): Promise<OpenedFile> {
  return openFile(bytes, { password, now, provider: testProvider });
}

/** Opens a vector with its own password or another one. */
export function openVector(id: string, password?: string | null, now: Date = NOW): Promise<OpenedFile> {
  const { bytes, entry } = ownVector(id);
  return open(bytes, password === undefined ? entry.password : password, now);
}
