/** A folder of its own for each test. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";

/** Makes a folder before each test of the file and removes it afterwards; returns where a name lies in it. */
export function useScratch(): (name?: string) => string {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "graph-certkit-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return (name = "") => join(folder, name);
}
