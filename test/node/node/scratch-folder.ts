/** A folder for the files of one test. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";

/** Makes a folder before each test of the file and removes it afterwards; returns where a name lies in it. */
export function useFolder(): (name?: string) => string {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "graph-certkit-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return (name = "") => join(folder, name);
}

/** Every file of a folder with its octets, each as a character: equal where nothing changed. */
export function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}
