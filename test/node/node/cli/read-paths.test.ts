/** What a call names, in its order. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPaths } from "../../../../src/node/cli/read-paths.js";

let folder = "";
const inFolder = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "graph-certkit-"));
  mkdirSync(inFolder("folder/empty"), { recursive: true });
  for (const name of ["a.txt", "folder/b.pfx", "folder/c.p12", "folder/d.txt"]) writeFileSync(inFolder(name), "");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* list(...names: string[]): AsyncGenerator<readonly string[]> {
  for (const name of names) yield await Promise.resolve([name]);
}

async function read(
  files: readonly string[],
  names: AsyncIterable<readonly string[]> | undefined = undefined,
): Promise<{ readonly inputs: string[]; readonly empty: string[] }> {
  const inputs: string[] = [];
  const empty: string[] = [];
  for await (const input of readPaths({ files, list: names, onEmptyFolder: (path) => void empty.push(path) })) {
    if (input.kind === "file") inputs.push(input.file);
    else inputs.push(input.kind === "stdin" ? "(stdin)" : `(${input.error.code})`);
  }
  return { inputs, empty };
}

describe("readPaths", () => {
  it("takes files as they are named, whatever their names, those that are not there too, and twice what is named twice", async () => {
    const files = [inFolder("a.txt"), "none.pfx", inFolder("a.txt")];
    expect(await read(files)).toEqual({ inputs: files, empty: [] });
  });

  it("searches folders, where they stand among the files", async () => {
    const { inputs } = await read([inFolder("a.txt"), inFolder("folder"), "none.pfx"]);
    expect(inputs).toEqual([inFolder("a.txt"), inFolder("folder/b.pfx"), inFolder("folder/c.p12"), "none.pfx"]);
  });

  it.runIf(process.platform !== "win32")("follows a link that is named, also to a folder", async () => {
    symlinkSync(inFolder("folder"), inFolder("link"));
    expect((await read([inFolder("link")])).inputs).toEqual([inFolder("link/b.pfx"), inFolder("link/c.p12")]);
  });

  it("names folders in which there is nothing", async () => {
    expect(await read([inFolder("folder/empty"), inFolder("folder")])).toEqual({
      inputs: [inFolder("folder/b.pfx"), inFolder("folder/c.p12")],
      empty: [inFolder("folder/empty")],
    });
  });

  it("takes - for standard input among the arguments, and for a name in a list", async () => {
    expect((await read(["-", "./-"], list("-"))).inputs).toEqual(["(stdin)", "./-", "./-"]);
  });

  it("adds the names of a list, folders among them", async () => {
    expect((await read(["first.pfx"], list(inFolder("folder"), "last.pfx"))).inputs).toEqual([
      "first.pfx",
      inFolder("folder/b.pfx"),
      inFolder("folder/c.p12"),
      "last.pfx",
    ]);
  });

  it("keeps the order of more names than it looks at at once", async () => {
    const names = Array.from({ length: 300 }, (_, index) => (index % 50 === 0 ? inFolder("folder") : `${index}.pfx`));
    const expected = names.flatMap((name) =>
      name.endsWith("folder") ? [inFolder("folder/b.pfx"), inFolder("folder/c.p12")] : [name],
    );
    expect((await read(names)).inputs).toEqual(expected);
    async function* batches(): AsyncGenerator<readonly string[]> {
      yield await Promise.resolve(names.slice(0, 250));
      yield names.slice(250);
    }
    expect((await read([], batches())).inputs).toEqual(expected);
  });

  it("takes a name with a NUL for one that cannot be there", async () => {
    expect((await read([], list("a\0b.pfx"))).inputs).toEqual(["(ENOENT)"]);
  });
});
