/** Lists of files, as programs and editors of all systems write them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPathList, readPathList } from "../../../../src/node/cli/path-list.js";
import { chunks, fakeHost } from "./fake-host.js";

async function all(list: AsyncIterable<readonly string[]>): Promise<string[]> {
  const names: string[] = [];
  for await (const batch of list) names.push(...batch);
  return names;
}

const read = (...parts: (string | Uint8Array)[]): Promise<string[]> => all(readPathList(chunks(parts)));
const octets = (bytes: Uint8Array): Uint8Array[] => Array.from(bytes, (octet) => Uint8Array.of(octet));

describe("readPathList", () => {
  it.each([
    ["LF", "a.pfx\nb c.pfx\n"],
    ["no last line end", "a.pfx\nb c.pfx"],
    ["CRLF", "a.pfx\r\nb c.pfx\r\n"],
    ["empty lines", "\n\r\na.pfx\n\n\nb c.pfx\n\n"],
    ["NUL", "a.pfx\0b c.pfx\0"],
    ["empty names between NULs", "\0a.pfx\0\0b c.pfx"],
    ["a byte order mark", "\uFEFFa.pfx\nb c.pfx\n"],
  ])("reads names with %s, in one piece and octet by octet", async (_, text) => {
    expect(await read(text)).toEqual(["a.pfx", "b c.pfx"]);
    expect(await read(...octets(Buffer.from(text)))).toEqual(["a.pfx", "b c.pfx"]);
  });

  it("takes a line end for a part of the name where NUL ends the names", async () => {
    expect(await read("a\nb.pfx\0c\r\0")).toEqual(["a\nb.pfx", "c\r"]);
    expect(await read(`${"x".repeat(60_000)}\0`, "a\nb\0")).toEqual(["x".repeat(60_000), "a\nb"]);
  });

  it("reads UTF-16 with a byte order mark, as PowerShell 5 writes lists", async () => {
    const little = Buffer.from("\uFEFFclé 🔑.pfx\r\nb.pfx\r\n", "utf16le");
    expect(await read(little)).toEqual(["clé 🔑.pfx", "b.pfx"]);
    expect(await read(...octets(little))).toEqual(["clé 🔑.pfx", "b.pfx"]);
    expect(await read(Buffer.from(little).swap16())).toEqual(["clé 🔑.pfx", "b.pfx"]);
  });

  it("keeps characters whole that are cut between chunks", async () => {
    const bytes = Buffer.from("clé 🔑.pfx\n");
    for (let at = 1; at < bytes.length; at++) {
      expect(await read(bytes.subarray(0, at), bytes.subarray(at))).toEqual(["clé 🔑.pfx"]);
    }
  });

  it.each(["", "\n", "\0", "\r\n", "\uFEFF"])("finds nothing in %j", async (text) => {
    expect(await read(text)).toEqual([]);
  });

  it("gives names as soon as their ends are there", async () => {
    let isAsked = false;
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from("first.pfx\nsec"));
      isAsked = true;
      yield Buffer.from("ond.pfx");
    }
    const list = readPathList(slow());
    expect(await list.next()).toEqual({ done: false, value: ["first.pfx"] });
    expect(isAsked).toBe(false);
    expect(await list.next()).toEqual({ done: false, value: [] });
    expect(await list.next()).toEqual({ done: false, value: [] });
    expect(await list.next()).toEqual({ done: false, value: ["second.pfx"] });
  });

  it("refuses what is no list before it fills the memory", async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield await Promise.resolve(new Uint8Array(10_000).fill(0x61));
    }
    await expect(all(readPathList(endless()))).rejects.toMatchObject({ name: "UsageError" });
  });
});

describe("openPathList", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "graph-certkit-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("reads a file, or standard input for -", async () => {
    writeFileSync(join(folder, "list"), "a.pfx\nb.pfx\n");
    expect(await all(await openPathList(join(folder, "list"), fakeHost().host))).toEqual(["a.pfx", "b.pfx"]);
    expect(await all(await openPathList("-", fakeHost({ input: ["c.pfx\0", "d.pfx"] }).host))).toEqual([
      "c.pfx",
      "d.pfx",
    ]);
  });

  it("says at once that a list cannot be read", async () => {
    const { host } = fakeHost();
    await expect(openPathList(join(folder, "none"), host)).rejects.toMatchObject({ name: "PathError", code: "ENOENT" });
    await expect(openPathList(folder, host)).rejects.toMatchObject({ name: "PathError", code: "EISDIR" });
  });
});
