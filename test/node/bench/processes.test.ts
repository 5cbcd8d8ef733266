/** Processes that are timed: turns, a command line that is made up here, and openssl where there is none. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CannotMeasureError } from "../../../tools/bench/cannot-measure-error.js";
import { recordPeak } from "../../../tools/bench/command-line/record-peak.js";
import { runFolder } from "../../../tools/bench/command-line/run-folder.js";
import { takeTurns } from "../../../tools/bench/command-line/take-turns.js";
import { findOpenssl } from "../../../tools/bench/openssl.js";
import { runProcess } from "../../../tools/bench/run-process.js";
import type { Workbench } from "../../../tools/bench/workbench.js";

const { signal } = new AbortController();
let scratch = "";

beforeEach(() => {
  scratch = mkdtempSync(resolve(tmpdir(), "bench-test-"));
});

afterEach(() => rmSync(scratch, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = resolve(scratch, name);
  writeFileSync(path, text, { mode: 0o755 });
  return path;
}

describe("runProcess", () => {
  it("tells status, output and time", async () => {
    const program = "setTimeout(() => { console.log('out'); console.error('err'); process.exitCode = 4; }, 50)";
    const result = await runProcess(process.execPath, ["-e", program], { signal });
    expect(result).toMatchObject({ status: 4, stdout: "out\n", stderr: "err\n" });
    expect(result.ms).toBeGreaterThan(50);
  });

  it("ends the process with the signal", async () => {
    const interrupt = new AbortController();
    const run = runProcess(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { signal: interrupt.signal });
    interrupt.abort();
    await expect(run).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  });
});

describe("recordPeak", () => {
  const MB = 1_000_000;
  const allocate = `globalThis.kept = Buffer.alloc(${200 * MB}, 1)`;

  it("tells what a process needed at most, its workers included, and of each run anew", async () => {
    const { flags, env, read } = recordPeak(resolve(scratch, "peak.txt"));
    const peakOf = async (program: string): Promise<number> => {
      const { status } = await runProcess(process.execPath, [...flags, "-e", program], { env, signal });
      expect(status).toBe(0);
      return read();
    };
    expect(await peakOf("0")).toBeLessThan(150 * MB);
    expect(await peakOf(`${allocate}; kept = undefined`)).toBeGreaterThan(200 * MB);
    const worker = `new (require("worker_threads").Worker)(${JSON.stringify(allocate)}, { eval: true })`;
    expect(await peakOf(worker)).toBeGreaterThan(200 * MB);
    expect(await peakOf("0")).toBeLessThan(150 * MB);
    expect(read).toThrow("ENOENT");
  });
});

describe("takeTurns", () => {
  it("runs all in each round, and drops the first where it is for warming up", async () => {
    const log: string[] = [];
    const run = (name: string, value: number) => () => Promise.resolve(log.push(name) && value);
    const rows = await takeTurns({ a: run("a", 1), b: run("b", 2) }, 2, { warmUp: true });
    expect(log.join("")).toBe("ababab");
    expect(rows).toEqual([
      { name: "a", spread: { p25: 1, median: 1, p75: 1, count: 2 } },
      { name: "b", spread: { p25: 2, median: 2, p75: 2, count: 2 } },
    ]);
  });

  it("goes on without one that fails, but not without what everybody needs", async () => {
    const good = () => Promise.resolve(1);
    const bad = () => Promise.reject(new Error("exit 2"));
    const rows = await takeTurns({ bad, good }, 1, { warmUp: false });
    expect(rows[0]).toEqual({ name: "bad", failure: "exit 2" });
    expect(rows[1]).toHaveProperty("spread");
    const gone = () => Promise.reject(new CannotMeasureError("no openssl"));
    await expect(takeTurns({ gone }, 1, { warmUp: false })).rejects.toThrow(CannotMeasureError);
  });
});

describe("runFolder", () => {
  const thumbprint = "AB".repeat(20);
  const line = JSON.stringify({ certificates: [{ thumbprint }] });
  const folder = { path: "/folder", count: 2, thumbprints: new Set([thumbprint]) };

  /** A command line that prints this and ends with that code. */
  const benchOf = (output: string, status = 0): Workbench => ({
    root: scratch,
    entry: "",
    bin: write("bin.mjs", `process.stdout.write(${JSON.stringify(output)}); process.exitCode = ${status};`),
    opensslVersion: "",
    makeFile: () => Promise.reject(new Error("not asked for")),
    scratch,
    inside: scratch,
    signal,
  });

  it("takes a run that tells of every file, rejected ones among them", async () => {
    await expect(runFolder(folder, 1, benchOf(`${line}\n${line}\n`))).resolves.toMatchObject({ status: 0 });
    await expect(runFolder(folder, 1, benchOf(`${line}\n${line}\n`, 1))).resolves.toMatchObject({ status: 1 });
  });

  it("takes no time of a run that left files out, or found something else in them", async () => {
    await expect(runFolder(folder, 2, benchOf(`${line}\n`))).rejects.toThrow("told of 1 opened files, not of 2");
    const other = line.replaceAll("AB", "CD");
    await expect(runFolder(folder, 2, benchOf(`${line}\n${other}\n`))).rejects.toThrow("1 opened files, not of 2");
  });

  it("takes no time of a call that went wrong", async () => {
    await expect(runFolder(folder, 2, benchOf("", 2))).rejects.toThrow(/--jobs 2 --ndjson: exit 2/);
  });
});

describe("findOpenssl", () => {
  const versionOf = (text: string): string => write("openssl", `#!/bin/sh\necho '${text}'\n`);

  it("says that it cannot measure where there is none", async () => {
    await expect(findOpenssl(signal, resolve(scratch, "openssl"))).rejects.toThrow(CannotMeasureError);
  });

  it.skipIf(process.platform === "win32")("takes OpenSSL 3 and nothing older or else", async () => {
    const version = "OpenSSL 3.0.15 3 Sep 2024";
    const openssl = await findOpenssl(signal, versionOf(`${version} (Library: ${version})`));
    expect(openssl.version).toBe(version);
    for (const other of ["OpenSSL 1.1.1w  11 Sep 2023", "LibreSSL 3.3.6"]) {
      await expect(findOpenssl(signal, versionOf(other))).rejects.toThrow(`is ${other}`);
    }
  });
});
