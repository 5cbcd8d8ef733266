/** Walking folders: what is found, in which order, and what is passed over. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFiles } from "../../../src/node/find-files.js";

const isPosix = process.platform !== "win32";
let folder = "";
const inFolder = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "graph-certkit-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function make(...names: string[]): void {
  for (const name of names) {
    mkdirSync(join(inFolder(name), ".."), { recursive: true });
    writeFileSync(inFolder(name), "");
  }
}

/** Paths from the folder on, with `!` and the code for what could not be listed. */
async function find(start = folder): Promise<string[]> {
  const found: string[] = [];
  for await (const it of findFiles(start, [".pfx", ".p12"])) {
    found.push(it.kind === "file" ? relative(folder, it.path).replaceAll(sep, "/") : `! ${it.error.code}`);
  }
  return found;
}

describe("findFiles", () => {
  it("finds files by the ends of their names, in any case, in all folders below", async () => {
    make("a.pfx", "b.P12", "c.Pfx", "d.pem", "pfx", "e.pfx.bak", "deep/er/f.p12", ".hidden/g.pfx", ".pfx");
    expect(await find()).toEqual([".hidden/g.pfx", ".pfx", "a.pfx", "b.P12", "c.Pfx", "deep/er/f.p12"]);
  });

  it("sorts by code units, files and folders alike, whatever the order on the disk", async () => {
    make("z.pfx", "B.pfx", "a/2.pfx", "a/10.pfx", "a.pfx", "é.pfx", "b.pfx");
    expect(await find()).toEqual(["B.pfx", "a/10.pfx", "a/2.pfx", "a.pfx", "b.pfx", "z.pfx", "é.pfx"]);
  });

  it("lists a folder of more entries than one call to the system brings", async () => {
    const names = Array.from({ length: 700 }, (_, index) => `${String(index).padStart(4, "0")}.pfx`);
    make(...names);
    expect(await find()).toEqual(names);
  });

  it("goes into a folder that is named like a file, and starts where a name ends in a separator", async () => {
    make("a.pfx/b.pfx");
    expect(await find()).toEqual(["a.pfx/b.pfx"]);
    expect(await find(`${folder}${sep}`)).toEqual(["a.pfx/b.pfx"]);
    for await (const found of findFiles(`${folder}${sep}`, [".pfx"]))
      expect(found).toEqual({ kind: "file", path: [folder, "a.pfx", "b.pfx"].join(sep) });
  });

  it.runIf(isPosix)("follows links to files, not to folders, so that it never goes round in circles", async () => {
    make("real/a.pfx", "other");
    symlinkSync(inFolder("real/a.pfx"), inFolder("link.pfx"));
    symlinkSync(inFolder("other"), inFolder("odd.p12"));
    symlinkSync(folder, inFolder("real/loop"));
    symlinkSync(folder, inFolder("real/loop.pfx"));
    expect(await find()).toEqual(["link.pfx", "odd.p12", "real/a.pfx"]);
  });

  it.runIf(isPosix)("names a link that leads nowhere: whoever reads it says why", async () => {
    symlinkSync(inFolder("gone"), inFolder("gone.pfx"));
    expect(await find()).toEqual(["gone.pfx"]);
  });

  it.runIf(isPosix)("passes over what is no file and would never answer", async ({ skip }) => {
    if (spawnSync("mkfifo", [inFolder("pipe.pfx")]).status !== 0) skip("this machine has no mkfifo");
    make("a.pfx");
    expect(await find()).toEqual(["a.pfx"]);
  });

  it("tells of a folder that cannot be listed, and goes on", async () => {
    expect(await find(inFolder("none"))).toEqual(["! ENOENT"]);
    make("file");
    expect(await find(inFolder("file"))).toEqual(["! ENOTDIR"]);
  });

  it("looks at no folder before it is asked for", async () => {
    make("a/1.pfx", "b/2.pfx");
    const walk = findFiles(folder, [".pfx"]);
    expect(await walk.next()).toMatchObject({ value: { path: inFolder("a/1.pfx") } });
    make("b/3.pfx");
    rmSync(inFolder("b/2.pfx"));
    expect(await walk.next()).toMatchObject({ value: { path: inFolder("b/3.pfx") } });
    expect(await walk.next()).toEqual({ done: true, value: undefined });
  });
});
