/** Reading up to a bound, writing whole or not at all. */
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBounded, readBoundedStream, refuseTaken, writeWhole } from "../../../src/node/files.js";
import { useFolder } from "./scratch-folder.js";

const inFolder = useFolder();
const isPosix = process.platform !== "win32";

describe("readBounded", () => {
  it("reads a file that is as large as the bound, byte by byte the same", async () => {
    const content = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
    writeFileSync(inFolder("file"), content);
    const { bytes, isWhole, totalBytes } = await readBounded(inFolder("file"), 200_000);
    expect({ isWhole, totalBytes }).toEqual({ isWhole: true, totalBytes: 200_000 });
    expect(Buffer.compare(bytes, content)).toBe(0);
  });

  it("reads the head only of a larger one", async () => {
    writeFileSync(inFolder("file"), new Uint8Array(200_000).fill(7));
    const { bytes, isWhole, totalBytes } = await readBounded(inFolder("file"), 199_999);
    expect({ isWhole, totalBytes }).toEqual({ isWhole: false, totalBytes: 200_000 });
    expect(bytes.length).toBeLessThan(10_000);
  });

  it("reads an empty file", async () => {
    writeFileSync(inFolder("file"), "");
    expect(await readBounded(inFolder("file"), 1)).toEqual({ bytes: new Uint8Array(0), isWhole: true, totalBytes: 0 });
  });

  it.runIf(process.platform === "linux")("stops reading what has no end", async () => {
    expect(await readBounded("/dev/zero", 100_000)).toMatchObject({ isWhole: false, totalBytes: 100_001 });
  });

  it.runIf(isPosix)("names the reason: a folder, nothing there, a file as folder", async () => {
    writeFileSync(inFolder("file"), "");
    const codes = [inFolder(), inFolder("none"), inFolder("file/inner")].map((path) =>
      readBounded(path, 1).catch(({ name, code, path: at, action }) => ({ name, code, at, action })),
    );
    expect(await Promise.all(codes)).toEqual([
      { name: "PathError", code: "EISDIR", at: inFolder(), action: "read" },
      { name: "PathError", code: "ENOENT", at: inFolder("none"), action: "read" },
      { name: "PathError", code: "ENOTDIR", at: inFolder("file/inner"), action: "read" },
    ]);
  });
});

describe("readBoundedStream", () => {
  let read = 0;
  async function* stream(...sizes: number[]): AsyncGenerator<Uint8Array> {
    for (const size of sizes) {
      read += 1;
      yield await Promise.resolve(new Uint8Array(size).fill(read));
    }
  }

  it("reads what comes, up to the bound", async () => {
    read = 0;
    expect(await readBoundedStream(stream(2, 0, 1), 3)).toEqual({
      bytes: Uint8Array.of(1, 1, 3),
      isWhole: true,
      totalBytes: 3,
    });
    expect(await readBoundedStream(stream(), 3)).toEqual({ bytes: new Uint8Array(0), isWhole: true, totalBytes: 0 });
  });

  it("stops behind the bound, and keeps the head", async () => {
    read = 0;
    const { bytes, isWhole, totalBytes } = await readBoundedStream(stream(20_000, 20_000, 20_000), 30_000);
    expect({ isWhole, totalBytes, read }).toEqual({ isWhole: false, totalBytes: 30_001, read: 2 });
    expect(bytes.length).toBeLessThan(10_000);
  });
});

describe("writeWhole", () => {
  const secret = { force: false, mode: 0o600 };

  it("writes text and bytes with the mode that is asked for", async () => {
    await writeWhole(inFolder("text"), "κείμενο", secret);
    await writeWhole(inFolder("bytes"), Uint8Array.of(0, 255), { force: false, mode: 0o644 });
    expect(readFileSync(inFolder("text"), "utf8")).toBe("κείμενο");
    expect([...readFileSync(inFolder("bytes"))]).toEqual([0, 255]);
    if (isPosix) expect(statSync(inFolder("text")).mode & 0o777).toBe(0o600);
    expect(readdirSync(inFolder()).sort()).toEqual(["bytes", "text"]);
  });

  it("writes pieces one after the other, and nothing where one of them fails", async () => {
    await writeWhole(inFolder("pieces"), ["one ", "", "δύο"], { force: false, mode: 0o644 });
    expect(readFileSync(inFolder("pieces"), "utf8")).toBe("one δύο");
    function* failing(): Generator<string> {
      yield "half";
      throw new Error("no more");
    }
    await expect(writeWhole(inFolder("half"), failing(), { force: false, mode: 0o644 })).rejects.toThrow("no more");
    expect(readdirSync(inFolder())).toEqual(["pieces"]);
  });

  it("lets one of many writers win, and nobody replace it", async () => {
    const attempts = Array.from({ length: 20 }, (_, index) => writeWhole(inFolder("file"), `${index}`, secret));
    const results = await Promise.allSettled(attempts);
    const winners = results.flatMap(({ status }, index) => (status === "fulfilled" ? [index] : []));
    expect(winners).toHaveLength(1);
    expect(readFileSync(inFolder("file"), "utf8")).toBe(`${winners[0]}`);
    const codes = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["EEXIST"]));
    expect(readdirSync(inFolder())).toEqual(["file"]);
  });

  it("replaces a file with force, and its mode too", async () => {
    writeFileSync(inFolder("file"), "old", { mode: 0o644 });
    await writeWhole(inFolder("file"), "new", { force: true, mode: 0o600 });
    expect(readFileSync(inFolder("file"), "utf8")).toBe("new");
    if (isPosix) expect(statSync(inFolder("file")).mode & 0o777).toBe(0o600);
  });

  it.runIf(isPosix)("does not write through a symbolic link that leads nowhere", async () => {
    symlinkSync(inFolder("target"), inFolder("link"));
    await expect(writeWhole(inFolder("link"), "x", secret)).rejects.toMatchObject({ code: "EEXIST" });
    expect(readdirSync(inFolder())).toEqual(["link"]);
  });

  it.runIf(isPosix)("leaves nothing behind where it fails", async () => {
    mkdirSync(inFolder("folder"));
    for (const path of [inFolder("none/file"), inFolder("folder"), inFolder("x".repeat(300))]) {
      await expect(writeWhole(path, "x", { force: true, mode: 0o600 })).rejects.toMatchObject({
        name: "PathError",
        action: "write",
      });
    }
    expect(readdirSync(inFolder())).toEqual(["folder"]);
  });
});

describe("refuseTaken", () => {
  it("refuses a name that is taken, unless force is given", async () => {
    await expect(refuseTaken(inFolder("file"), { force: false })).resolves.toBeUndefined();
    writeFileSync(inFolder("file"), "");
    await expect(refuseTaken(inFolder("file"), { force: false })).rejects.toMatchObject({ code: "EEXIST" });
    await expect(refuseTaken(inFolder("file"), { force: true })).resolves.toBeUndefined();
  });

  it.runIf(isPosix)("refuses folders and devices even with force", async () => {
    await expect(refuseTaken(inFolder(), { force: true })).rejects.toMatchObject({ code: "EISDIR" });
    await expect(refuseTaken("/dev/null", { force: true })).rejects.toMatchObject({ code: "EPERM" });
  });
});
