/** Several files of a folder: all or none, whatever fails and whenever. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FolderFile } from "../../../src/node/write-folder.js";
import { refuseTakenIn, writeFolder } from "../../../src/node/write-folder.js";
import { contentOf, useFolder } from "./scratch-folder.js";

const inScratch = useFolder();
const isPosix = process.platform !== "win32";

const FILES: readonly FolderFile[] = [
  { name: "public.txt", content: "for all", mode: 0o644 },
  { name: "secret.bin", content: Uint8Array.of(0, 255), mode: 0o600 },
  { name: "third.txt", content: ["in ", "pieces"], mode: 0o600 },
];
const NAMES = FILES.map(({ name }) => name);

const WRITTEN = { "public.txt": "for all", "secret.bin": "\u0000\u00ff", "third.txt": "in pieces" };

/** Content that does something when it is written. */
function* doing(work: () => void): Generator<string> {
  work();
  yield "late";
}

describe("writeFolder", () => {
  it("makes the folders for their owner alone, and the files with their modes", async () => {
    await writeFolder(inScratch("a/b"), FILES, { force: false });
    expect(contentOf(inScratch("a/b"))).toEqual(WRITTEN);
    if (!isPosix) return;
    expect(statSync(inScratch("a/b")).mode & 0o777).toBe(0o700);
    expect(NAMES.map((name) => statSync(inScratch(`a/b/${name}`)).mode & 0o777)).toEqual([0o644, 0o600, 0o600]);
  });

  it("leaves a folder that is there as it is, and other files in it", async () => {
    mkdirSync(inScratch("a"), { mode: 0o755 });
    writeFileSync(inScratch("a/other"), "other");
    await writeFolder(inScratch("a"), FILES, { force: true });
    expect(contentOf(inScratch("a"))).toEqual({ ...WRITTEN, other: "other" });
    if (isPosix) expect(statSync(inScratch("a")).mode & 0o777).toBe(0o755);
  });

  it.each(NAMES)("writes nothing where %s is there already", async (name) => {
    writeFileSync(inScratch(name), "precious");
    await expect(writeFolder(inScratch(), FILES, { force: false })).rejects.toMatchObject({
      name: "PathError",
      code: "EEXIST",
      path: inScratch(name),
    });
    expect(contentOf(inScratch())).toEqual({ [name]: "precious" });
  });

  it("replaces files with force, and their modes too", async () => {
    for (const name of NAMES) writeFileSync(inScratch(name), "old", { mode: 0o644 });
    await writeFolder(inScratch(), FILES, { force: true });
    expect(contentOf(inScratch())).toEqual(WRITTEN);
    if (isPosix) expect(statSync(inScratch("secret.bin")).mode & 0o777).toBe(0o600);
  });

  it("takes back those that have their names where one that appears meanwhile is in the way", async () => {
    const late = {
      name: "late.txt",
      content: doing(() => writeFileSync(inScratch("third.txt"), "theirs")),
      mode: 0o644,
    };
    await expect(writeFolder(inScratch(), [...FILES, late], { force: false })).rejects.toMatchObject({
      code: "EEXIST",
    });
    expect(contentOf(inScratch())).toEqual({ "third.txt": "theirs" });
  });

  it.runIf(isPosix)("gives the earlier files back where a later one cannot get its name", async () => {
    for (const name of NAMES) writeFileSync(inScratch(name), `old ${name}`);
    // Its temporary file is gone when it is to be named.
    const last = { name: "last", content: doing(() => undefined), mode: 0o644 };
    const remover = {
      name: "remover",
      content: doing(() => {
        const temporary = readdirSync(inScratch()).filter((name) => name.endsWith(".tmp"));
        rmSync(inScratch(temporary.find((name) => readFileSync(inScratch(name), "utf8") === "late") ?? "none"));
      }),
      mode: 0o644,
    };
    await expect(writeFolder(inScratch(), [...FILES, last, remover], { force: true })).rejects.toMatchObject({
      name: "PathError",
      code: "ENOENT",
    });
    expect(contentOf(inScratch())).toEqual(Object.fromEntries(NAMES.map((name) => [name, `old ${name}`])));
  });

  it("leaves nothing, not even the folders, where content fails", async () => {
    const fail = (): never => {
      throw new Error("no more");
    };
    const write = (): Promise<void> =>
      writeFolder(inScratch("a/b/c"), [...FILES, { name: "x", content: doing(fail), mode: 0o644 }], { force: false });
    await expect(write()).rejects.toThrow("no more");
    expect(readdirSync(inScratch())).toEqual([]);
    mkdirSync(inScratch("a"));
    await expect(write()).rejects.toThrow("no more");
    expect(readdirSync(inScratch("a"))).toEqual([]);
  });

  it("gives up on a signal, and leaves nothing", async () => {
    const controller = new AbortController();
    const late = { name: "x", content: doing(() => controller.abort()), mode: 0o644 };
    const options = { force: false, signal: controller.signal };
    await expect(writeFolder(inScratch("a"), [...FILES, late], options)).rejects.toMatchObject({ name: "AbortError" });
    expect(readdirSync(inScratch())).toEqual([]);
  });

  it.runIf(isPosix)("neither follows nor keeps a symbolic link", async () => {
    writeFileSync(inScratch("target"), "precious");
    mkdirSync(inScratch("a"));
    symlinkSync(inScratch("none"), inScratch("a/public.txt"));
    await expect(writeFolder(inScratch("a"), FILES, { force: false })).rejects.toMatchObject({ code: "EEXIST" });
    expect(readdirSync(inScratch("a"))).toEqual(["public.txt"]);
    rmSync(inScratch("a/public.txt"));
    symlinkSync(inScratch("target"), inScratch("a/public.txt"));
    await writeFolder(inScratch("a"), FILES, { force: true });
    expect(contentOf(inScratch("a"))).toEqual(WRITTEN);
    expect(readFileSync(inScratch("target"), "utf8")).toBe("precious");
  });

  it("refuses a file as folder, and folders as files", async () => {
    writeFileSync(inScratch("file"), "");
    for (const path of ["file", "file/inner"]) {
      await expect(writeFolder(inScratch(path), FILES, { force: true })).rejects.toMatchObject({ code: "ENOTDIR" });
    }
    mkdirSync(inScratch("a/third.txt"), { recursive: true });
    await expect(writeFolder(inScratch("a"), FILES, { force: true })).rejects.toMatchObject({ code: "EISDIR" });
    expect(readdirSync(inScratch("a"))).toEqual(["third.txt"]);
  });

  it.runIf(isPosix && process.getuid?.() !== 0)(
    "leaves a folder that is read-only as it is (not as root)",
    async () => {
      chmodSync(inScratch(), 0o555);
      await expect(writeFolder(inScratch(), FILES, { force: true })).rejects.toMatchObject({ code: "EACCES" });
      chmodSync(inScratch(), 0o755);
      expect(readdirSync(inScratch())).toEqual([]);
    },
  );
});

describe("refuseTakenIn", () => {
  it("refuses early what would be refused in the end, and makes nothing", async () => {
    await expect(refuseTakenIn(inScratch("none"), NAMES, { force: false })).resolves.toBeUndefined();
    expect(readdirSync(inScratch())).toEqual([]);
    writeFileSync(inScratch("third.txt"), "");
    await expect(refuseTakenIn(inScratch(), NAMES, { force: false })).rejects.toMatchObject({ code: "EEXIST" });
    await expect(refuseTakenIn(inScratch(), NAMES, { force: true })).resolves.toBeUndefined();
    await expect(refuseTakenIn(inScratch("third.txt"), NAMES, { force: true })).rejects.toMatchObject({
      code: "ENOTDIR",
    });
  });
});
