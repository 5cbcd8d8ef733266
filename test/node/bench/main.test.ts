/** The bench as a program, as far as it can be run without measuring anything. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CASES, selectCases } from "../../../tools/bench/cases.js";
import type { ProcessResult } from "../../../tools/bench/run-process.js";
import { runProcess } from "../../../tools/bench/run-process.js";

const root = resolve(import.meta.dirname, "../../..");
const empty = mkdtempSync(resolve(tmpdir(), "bench-test-"));
afterAll(() => rmSync(empty, { recursive: true, force: true }));

function bench(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ProcessResult> {
  const tsx = resolve(root, "node_modules/tsx/dist/cli.mjs");
  const main = resolve(root, "tools/bench/main.ts");
  return runProcess(process.execPath, [tsx, main, ...args], { env, signal: new AbortController().signal });
}

describe("bench", () => {
  it("cannot measure without openssl, which is no pass", async () => {
    const { status, stdout, stderr } = await bench(["--check", "--json"], { PATH: empty });
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(/^bench: cannot measure: .*openssl command, which is not on the PATH/);
  });

  it("refuses a wrong call", async () => {
    const none = await bench(["--only", "no-such-case"]);
    expect(none.status).toBe(2);
    expect(none.stderr).toContain("open-aes-600000");
    expect((await bench(["--rounds", "0"])).status).toBe(2);
  });
});

describe("selectCases", () => {
  it("gives all, or those with the pattern in their id", () => {
    expect(selectCases(undefined)).toBe(CASES);
    expect(selectCases("cli-").map(({ id }) => id)).toEqual(["cli-start", "cli-jobs", "cli-jobs-2048", "cli-memory"]);
    expect(selectCases("no-such-case")).toEqual([]);
  });

  it("gives every case an id of its own", () => {
    expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
  });
});
