import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSmallFile } from "../../../src/node/read-small-file.js";

const folder = mkdtempSync(join(tmpdir(), "small-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of so many bytes. */
function file(bytes: number): string {
  const path = join(folder, `${bytes}`);
  writeFileSync(path, new Uint8Array(bytes).fill(7));
  return path;
}

describe("readSmallFile", () => {
  it("reads a file whole, up to the bound", () => {
    const bytes = new Uint8Array(5).fill(7);
    expect(readSmallFile(file(5), 5)).toEqual({ bytes, isWhole: true, totalBytes: 5 });
    expect(readSmallFile(file(0), 5)).toEqual({ bytes: new Uint8Array(0), isWhole: true, totalBytes: 0 });
  });

  it("leaves everything else to others: what is larger, what is no file, what is not there", () => {
    mkdirSync(join(folder, "sub"));
    expect(readSmallFile(file(6), 5)).toBeUndefined();
    expect(readSmallFile(file(1024 * 1024 + 1), 2 ** 30)).toBeUndefined();
    expect(readSmallFile(join(folder, "sub"), 5)).toBeUndefined();
    expect(readSmallFile(join(folder, "none"), 5)).toBeUndefined();
    expect(readSmallFile("/dev/null", 5)).toBeUndefined();
  });
});
