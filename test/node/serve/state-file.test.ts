/** What a state file keeps, what it drops, what it refuses, and who may have it. */
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LockedError } from "../../../src/node/serve/lock-file.js";
import { readState } from "../../../src/node/serve/read-state.js";
import type { StateFile } from "../../../src/node/serve/state-file.js";
import { openStateFile } from "../../../src/node/serve/state-file.js";
import { useScratch } from "../../cli/scratch.js";

const scratch = useScratch();

/** A list that is kept: each change adds a number. */
interface Kept {
  readonly file: StateFile;
  readonly numbers: number[];
  readonly add: (number: number) => Promise<void>;
}

async function open(path: string): Promise<Kept> {
  const file = await openStateFile(path);
  const numbers = numbersOf(file.loaded);
  await file.begin({ snapshot: () => numbers });
  const add = (number: number): Promise<void> => {
    numbers.push(number);
    return file.append(number);
  };
  return { file, numbers, add };
}

/** Changes that the snapshot has already are no news. */
function numbersOf({
  snapshot,
  changes,
}: {
  readonly snapshot: unknown;
  readonly changes: readonly unknown[];
}): number[] {
  return [...new Set([...((snapshot ?? []) as number[]), ...(changes as number[])])];
}

const load = async (path: string): Promise<number[]> => numbersOf(await readState(path));

/** A file with a snapshot and three lines of changes, as a process that was killed leaves it. */
async function leave(path: string): Promise<void> {
  const { file, add } = await open(path);
  for (const number of [1, 2, 3]) await add(number);
  await file.close();
}

describe("openStateFile", () => {
  it("keeps every change from the moment that append settles", async () => {
    const path = scratch("state");
    const { file, add } = await open(path);
    for (let number = 0; number < 20; number++) {
      await add(number);
      expect(await load(path)).toHaveLength(number + 1);
    }
    await file.close();
    const again = await open(path);
    expect(again.numbers).toHaveLength(20);
    await again.file.close();
  });

  it("keeps changes that come at once, in order and in few writes", async () => {
    const path = scratch("state");
    const { file, add } = await open(path);
    await Promise.all(Array.from({ length: 1000 }, (_, number) => add(number)));
    expect(readFileSync(path, "utf8").split("\n").length).toBeLessThan(20);
    expect(await load(path)).toEqual(Array.from({ length: 1000 }, (_, number) => number));
    await file.close();
  });

  it("counts how often it was begun", async () => {
    const path = scratch("state");
    for (const runs of [0, 1, 2]) {
      const { file } = await open(path);
      expect(file.loaded.runs).toBe(runs);
      await file.close();
    }
  });

  it("replaces the file by its snapshot when the changes have outgrown it", async () => {
    const path = scratch("state");
    const file = await openStateFile(path);
    let last = "";
    await file.begin({ snapshot: () => last });
    const sizes: number[] = [];
    for (let i = 0; i < 8; i++) {
      last = String(i).repeat(1024 * 1024);
      await file.append(last);
      sizes.push(statSync(path).size);
    }
    expect(Math.max(...sizes)).toBeLessThan(6.1 * 1024 * 1024);
    expect(sizes).not.toEqual([...sizes].sort((a, b) => a - b));
    await file.close();
    const { snapshot, changes } = await readState(path);
    expect([snapshot, ...changes].at(-1)).toBe(last);
  });

  it.runIf(process.platform !== "win32")("is for its owner alone, also where it was not before", async () => {
    const path = scratch("state");
    await leave(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    writeFileSync(path, readFileSync(path), { mode: 0o644 });
    spawnSync("chmod", ["644", path]);
    const { file, add } = await open(path);
    await add(4);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await file.close();
    expect(readdirSync(scratch())).toEqual(["state"]);
  });

  it.runIf(process.platform !== "win32")("writes through a symbolic link", async () => {
    mkdirSync(scratch("folder"));
    await leave(scratch("folder/real"));
    symlinkSync(scratch("folder/real"), scratch("link"));
    const { file, add } = await open(scratch("link"));
    await add(4);
    await expect(openStateFile(scratch("folder/real"))).rejects.toThrow(LockedError);
    await file.close();
    expect(await load(scratch("folder/real"))).toEqual([1, 2, 3, 4]);
  });

  it("says why it cannot write, and has everything once it can", async () => {
    const path = scratch("folder/state");
    await expect(open(path)).rejects.toMatchObject({ code: "ENOENT" });
    await expect(openStateFile(scratch())).rejects.toMatchObject({ code: expect.any(String) as string });
  });
});

describe("a file that was being written", () => {
  it("leaves nothing else behind once it is opened again", async () => {
    const path = scratch("state");
    await leave(path);
    writeFileSync(`${path}.new`, "half a");
    const { file, numbers } = await open(path);
    await file.close();
    expect(numbers).toEqual([1, 2, 3]);
    expect(readdirSync(scratch())).toEqual(["state"]);
  });

  it("loads with every whole line, wherever the last one ends", async () => {
    const path = scratch("state");
    await leave(path);
    const whole = readFileSync(path);
    const lines = whole.toString().split("\n");
    expect(lines).toHaveLength(5);
    const firstLine = (lines[0] ?? "").length;
    for (let length = firstLine; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      const complete =
        whole
          .subarray(firstLine + 1, length)
          .toString()
          .split("\n").length - 1;
      expect(await load(path)).toEqual([1, 2, 3].slice(0, Math.max(0, complete)));
    }
  });

  it.each([
    ["zeros of a disk that lost power", Buffer.alloc(100)],
    ["a line whose hash is wrong", Buffer.from("0123456789abcdef [4]\n")],
    ["half a character", Buffer.from([0xc3])],
  ])("drops %s at its end, and goes on from there", async (_, tail) => {
    const path = scratch("state");
    await leave(path);
    appendFileSync(path, tail);
    const { file, add, numbers } = await open(path);
    expect(numbers).toEqual([1, 2, 3]);
    await add(4);
    await file.close();
    expect(await load(path)).toEqual([1, 2, 3, 4]);
  });

  it("begins anew where it is empty or not there", async () => {
    writeFileSync(scratch("empty"), "");
    expect(await readState(scratch("empty"))).toEqual({ snapshot: undefined, changes: [], runs: 0 });
    expect(await readState(scratch("absent"))).toEqual({ snapshot: undefined, changes: [], runs: 0 });
  });
});

describe("a file that is something else", () => {
  it.each([
    ["text", "precious"],
    ["other JSON", '{"a":1}\n'],
    ["null", "null\n"],
    ["a later version", '{"format":"graph-certkit mock state","version":2,"runs":1,"state":{}}\n'],
    ["a state cut short", '{"format":"graph-certkit mock state","version":1,"runs":1,"sta'],
    ["octets", "\u0000\u0001\u0002"],
  ])("is refused and left alone: %s", async (_, content) => {
    const path = scratch("state");
    writeFileSync(path, content);
    await expect(openStateFile(path)).rejects.toMatchObject({ code: "ERR_MOCK_STATE", at: "line 1" });
    expect(readFileSync(path, "utf8")).toBe(content);
    expect(readdirSync(scratch())).toEqual(["state"]);
  });

  it("is refused where a line in the middle is damaged", async () => {
    const path = scratch("state");
    await leave(path);
    const lines = readFileSync(path, "utf8").split("\n");
    writeFileSync(path, lines.map((line, i) => (i === 2 ? `${line} ` : line)).join("\n"));
    await expect(openStateFile(path)).rejects.toMatchObject({ code: "ERR_MOCK_STATE", at: "line 3" });
  });
});

describe("lock", () => {
  it("keeps a second one out until the first one has closed", async () => {
    const path = scratch("state");
    const { file } = await open(path);
    await expect(openStateFile(path)).rejects.toMatchObject({ pid: process.pid, code: "ERR_SERVE_LOCKED" });
    expect(await load(path)).toEqual([]);
    await file.close();
    await file.close();
    await (await open(path)).file.close();
  });

  it("lets one of many in", async () => {
    const path = scratch("state");
    const opened = await Promise.allSettled(Array.from({ length: 10 }, () => openStateFile(path)));
    const files = opened.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
    expect(files).toHaveLength(1);
    for (const file of files) await file.close();
    expect(readdirSync(scratch())).toEqual([]);
  });

  it.each([
    ["of a process that is gone", () => `${spawnSync(process.execPath, ["-e", ""]).pid} 1 x\n`],
    ["of another process that had our number", () => `${process.pid} 1 x\n`],
    ["that says nothing", () => ""],
  ])("is taken over where it is one %s", async (_, content) => {
    const path = scratch("state");
    writeFileSync(`${path}.lock`, content());
    const { file } = await open(path);
    await file.close();
    expect(readdirSync(scratch())).toEqual(["state"]);
  });
});
