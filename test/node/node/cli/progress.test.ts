/** The bar: when it is there, what it shows, and that it goes away. */
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import type { Reached } from "../../../../src/node/cli/progress.js";
import { countOf, createProgress } from "../../../../src/node/cli/progress.js";
import { fakeHost } from "./fake-host.js";

const HALF: Reached = { done: 500, known: 1000, isTotal: true };
const DELAY_MS = 300;
/** After this the bar is there. */
const DUE_MS = 500;
const ESCAPE = "\u001b";
/** Clears a line, from its first column on. */
const CLEAR = `\r${ESCAPE}[2K`;

/** Waits for as long as a busy machine may take. */
function isShown(read: () => string): Promise<void> {
  return vi.waitFor(() => expect(read()).toContain("500 of"), { timeout: 20_000 });
}

/** What is written between sequences that move the cursor and clear lines. */
function textsOf(output: string): string[] {
  const sequences = new RegExp(`${ESCAPE}\\[?[0-9;]*[A-Za-z78]|\\r`);
  return output.split(sequences).filter((text) => text !== "");
}

describe("createProgress", () => {
  it("says what it is told where files are not what is counted", async () => {
    const { host, stderr } = fakeHost({ isTerminal: true });
    const progress = createProgress(host.stderr, host, DELAY_MS);
    progress.begin(() => ({ done: 7, known: 7, isTotal: false, text: "7 requests, 0 failures" }));
    await vi.waitFor(() => expect(stderr()).toContain("7 requests, 0 failures"), { timeout: 20_000 });
    expect(stderr()).not.toContain("files");
    progress.end();
  });

  it("shows a bar once the work takes long, and leaves nothing of it", async () => {
    const { host, stderr } = fakeHost({ isTerminal: true });
    const progress = createProgress(host.stderr, host, DELAY_MS);
    progress.begin(() => HALF);
    await wait(DELAY_MS / 2);
    expect(stderr()).toBe("");
    await isShown(stderr);
    expect(stderr()).toContain("[====================--------------------] 500 of 1,000 files");
    progress.end();
    expect(stderr().endsWith(`${ESCAPE}[2K`)).toBe(true);
    const length = stderr().length;
    await wait(300);
    expect(stderr()).toHaveLength(length);
    // No mode of the terminal was changed: line wrapping, cursor.
    expect(stderr()).not.toContain(`${ESCAPE}[?`);
  });

  it("makes way for other output, and comes back below it", async () => {
    const { host, stderr } = fakeHost({ isTerminal: true });
    const progress = createProgress(host.stderr, host, DELAY_MS);
    progress.clear();
    expect(stderr()).toBe("");
    progress.begin(() => HALF);
    await isShown(stderr);
    progress.clear();
    host.stderr.write("a note\n");
    expect(stderr().endsWith(`${CLEAR}a note\n`)).toBe(true);
    await isShown(() => stderr().split("a note\n")[1] ?? "");
    progress.end();
    expect(stderr().split("a note\n")[1]).toContain("500 of 1,000 files");
  });

  it("is not there while something is asked", async () => {
    const { host, stderr } = fakeHost({ isTerminal: true });
    const progress = createProgress(host.stderr, host, DELAY_MS);
    progress.begin(() => HALF);
    const answer = await progress.without(async () => {
      await wait(DUE_MS);
      return "answer";
    });
    expect({ answer, stderr: stderr() }).toEqual({ answer: "answer", stderr: "" });
    await isShown(stderr);
    progress.end();
  });

  it.each([
    ["no terminal", {}],
    ["a terminal that cannot go back in a line", { isTerminal: true, environment: { TERM: "dumb" } }],
  ])("is never there for %s", async (_, given) => {
    const { host, stderr } = fakeHost(given);
    const progress = createProgress(host.stderr, host, DELAY_MS);
    progress.begin(() => HALF);
    await wait(DUE_MS);
    progress.end();
    expect(stderr()).toBe("");
  });

  it("shows numbers alone where nobody knows the total, and never more than the line holds", async () => {
    const shown = async (columns: number, reached: Reached): Promise<string> => {
      const { host, stderr } = fakeHost({ isTerminal: true });
      const progress = createProgress({ ...host.stderr, columns }, host, DELAY_MS);
      progress.begin(() => reached);
      await isShown(stderr);
      progress.end();
      return textsOf(stderr())[0] ?? "";
    };
    const lines = await Promise.all([
      shown(80, { ...HALF, isTotal: false }),
      shown(40, HALF),
      shown(20, HALF),
      shown(12, HALF),
    ]);
    expect(lines[0]).toBe("500 of at least 1,000 files");
    expect(lines[1]).toMatch(/^\[=+-+\] 500 of 1,000 files$/);
    expect(lines[2]).toBe("500 of 1,000 files");
    expect(lines[3]).toBe("500 of 1,000");
    expect(lines.map((line) => line.length <= 40)).not.toContain(false);
  });
});

describe("countOf", () => {
  it.each([
    [{ done: 0, known: 1, isTotal: true }, "0 of 1 file"],
    [{ done: 312, known: 1000, isTotal: true }, "312 of 1,000 files"],
    [{ done: 1234, known: 20_000, isTotal: false }, "1,234 of at least 20,000 files"],
  ])("writes %j as %s", (reached, text) => {
    expect(countOf(reached)).toBe(text);
  });
});
