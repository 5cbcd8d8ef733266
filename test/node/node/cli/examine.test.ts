/** One path: what becomes of it, whatever is wrong with it or with this program. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../../src/limits.js";
import type { Task } from "../../../../src/node/cli/examine.js";
import { examine } from "../../../../src/node/cli/examine.js";
import { failed } from "../../../../src/node/cli/examined.js";
import { chunks } from "./fake-host.js";

const vector = (name: string): string => resolve(import.meta.dirname, "../../../vectors/pkcs12", `${name}.p12`);
const PASSWORD = "graph-certkit";

function task(file: string, changes: Partial<Task> = {}): Task {
  const now = new Date("2026-01-01T00:00:00Z");
  return { file, target: "api-connector", now, limits: DEFAULT_LIMITS, isDebug: false, ...changes };
}

/** Gives a password and counts how often it is asked for. */
function asking(password: string): { readonly readPassword: () => Promise<string>; readonly asked: () => number } {
  let asked = 0;
  return {
    readPassword: () => {
      asked += 1;
      return Promise.resolve(password);
    },
    asked: () => asked,
  };
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "graph-certkit-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("examine", () => {
  it("reports on a file for a target, as data that can be posted to another thread", async () => {
    const examined = await examine(task(vector("openssl-default"), { target: "java-8" }), asking(PASSWORD));
    expect(examined).toMatchObject({
      outcome: { kind: "report", report: { file: vector("openssl-default"), target: "java-8" } },
      notes: "",
      isPasswordDoubted: false,
    });
    expect(structuredClone(examined)).toEqual(examined);
    expect(JSON.parse(JSON.stringify(examined))).toEqual(examined);
  });

  it("reads standard input where it is given, under its name", async () => {
    const stdin = chunks([readFileSync(vector("openssl-default"))]);
    const { outcome } = await examine(task("-"), { ...asking(PASSWORD), stdin });
    expect(outcome).toMatchObject({ kind: "report", report: { file: "-", verdict: "accept" } });
  });

  it("does not ask for a path that cannot be read, nor for a file that is too large", async () => {
    const { readPassword, asked } = asking(PASSWORD);
    const missing = await examine(task("none\u001b.pfx"), { readPassword });
    expect(missing).toMatchObject({ outcome: { kind: "unreadable", unreadable: { code: "ENOENT" } } });
    expect(missing.notes).toBe("graph-certkit: cannot read none\\1B.pfx: no such file or folder (ENOENT)\n");
    const limits = { ...DEFAULT_LIMITS, fileBytes: 100 };
    const large = await examine(task(vector("openssl-default"), { limits }), { readPassword });
    expect(large).toMatchObject({ outcome: { kind: "report", report: { verdict: "reject" } } });
    expect(asked()).toBe(0);
  });

  it("takes the password that a request body brings along, and asks where it brings none", async () => {
    const pkcs12Value = readFileSync(vector("openssl-default")).toString("base64");
    writeFileSync(join(folder, "own.json"), JSON.stringify({ pkcs12Value, password: PASSWORD }));
    writeFileSync(join(folder, "wrong.json"), JSON.stringify({ pkcs12Value, password: "another" }));
    writeFileSync(join(folder, "without.json"), JSON.stringify({ pkcs12Value }));
    const { readPassword, asked } = asking(PASSWORD);
    const own = await examine(task(join(folder, "own.json")), { readPassword });
    expect(own).toMatchObject({ outcome: { report: { verdict: "accept" } }, isPasswordDoubted: false });
    const wrong = await examine(task(join(folder, "wrong.json")), { readPassword });
    expect(wrong).toMatchObject({ outcome: { report: { verdict: "reject" } }, isPasswordDoubted: false });
    expect(asked()).toBe(0);
    await examine(task(join(folder, "without.json")), { readPassword });
    expect(asked()).toBe(1);
  });

  it.each(["another", ""])("doubts a password that was given and does not open the file: %j", async (password) => {
    expect(await examine(task(vector("openssl-default")), asking(password))).toMatchObject({ isPasswordDoubted: true });
  });

  it("passes on why there is no password", async () => {
    const readPassword = (): Promise<string> => Promise.reject(new RangeError("gave up"));
    await expect(examine(task(vector("openssl-default")), { readPassword })).rejects.toThrow("gave up");
  });

  it("stops with the reason of the signal", async () => {
    const signal = AbortSignal.abort(new RangeError("enough"));
    const surroundings = { ...asking(PASSWORD), signal };
    await expect(examine(task(vector("openssl-default")), surroundings)).rejects.toThrow("enough");
  });

  it("tells a defect of this program as an outcome of the path", async () => {
    const limits = { ...DEFAULT_LIMITS, iterations: Number.NaN }; // which no option lets through
    const { outcome, notes } = await examine(task(vector("openssl-default"), { limits }), asking(PASSWORD));
    expect(outcome).toMatchObject({ kind: "defect", defect: { file: vector("openssl-default") } });
    expect(notes).toMatch(
      /^graph-certkit: a defect of this program, met in \S+ \(--debug shows where\): RangeError at /,
    );
  });
});

describe("failed", () => {
  const circumstances = { file: "a\u001b[2J.pfx", isDebug: true };

  it("says what and where, and nothing that the error quotes", () => {
    const body = '{"pkcs12Value": hunter2}';
    const error = (() => {
      try {
        return JSON.parse(body);
      } catch (reason) {
        return reason;
      }
    })();
    expect(error.message).toContain("hunter2"); // as this runtime has it
    const { outcome, notes } = failed(circumstances, error);
    expect(outcome).toMatchObject({ defect: { message: expect.stringMatching(/^SyntaxError at \S.*:\d+:\d+\)?$/) } });
    expect(JSON.stringify(outcome) + notes).not.toContain("hunter2");
    expect(notes).toMatch(/^ {4}at .*examine\.test\.ts:\d+:\d+/m);
    expect(notes).not.toContain(import.meta.dirname);
    expect(notes).not.toContain("\u001b");
  });

  it.each([
    ["an error with a code", Object.assign(new Error("m"), { code: "ERR_WORKER_OUT_OF_MEMORY" }), /^Error ERR_WORKER/],
    ["an error with an odd code", Object.assign(new Error("m"), { code: "a b" }), /^Error at/],
    ["an error without a stack", Object.assign(new Error("m"), { stack: undefined }), /^Error$/],
    ["what is no error", "hunter2", /^an unknown error$/],
  ])("tells of %s", (_, error, expected) => {
    expect(failed(circumstances, error).outcome).toMatchObject({
      defect: { message: expect.stringMatching(expected) },
    });
  });
});
