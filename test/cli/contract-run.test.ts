/** `contract run` as users run it: a mock in a process of its own, started by hand. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scanForSecrets } from "../../src/contract/redaction/scan.js";
import { CLOCK_PATH } from "../../src/node/serve/clock-control.js";
import { send } from "../node/serve/requests.js";
import { startRun } from "./contract-process.js";
import { startMock, untilMade } from "./mock-process.js";
import type { Ran } from "./run-main.js";
import { runMain } from "./run-main.js";
import { useScratch } from "./scratch.js";

const TIMEOUT_MS = 120_000;
const scratch = useScratch();

function contractRun(graphRoot: string, ...args: readonly string[]): Promise<Ran> {
  return runMain(["contract", "run", "--base-url", graphRoot, "--mode", "mock", ...args]);
}

describe("contract run over http", () => {
  it(
    "ends with 0 on a sound mock",
    async () => {
      const { ready } = await startMock();
      const { status, stdout, stderr } = await contractRun(ready.graphRoot, "--draws", "2");
      expect(stderr).toBe("");
      expect(stdout).toMatch(/^0 failures, /m);
      expect(status).toBe(0);
      // Days have gone by for both of them.
      const clock = JSON.parse((await send(`${ready.url}${CLOCK_PATH}`)).body) as { readonly advancedMs: number };
      expect(clock.advancedMs).toBeGreaterThan(86_400_000);
    },
    TIMEOUT_MS,
  );

  it("finds no clock to be moved in a mock that keeps its state", async () => {
    const { ready } = await startMock("--state", scratch("state"));
    expect((await send(`${ready.url}${CLOCK_PATH}`)).status).toBe(400);
  });

  it(
    "writes the reports that it is asked for, each without what was secret",
    async () => {
      const { ready } = await startMock("--fault", "echo-password-in-error");
      const reports = ["json", "junit", "html", "sarif"].flatMap((kind) => ["--report", `${kind}=${scratch(kind)}`]);
      const { status } = await contractRun(ready.graphRoot, "--scenario", "upload-refusals", ...reports);
      expect(status).toBe(1);
      for (const kind of ["json", "junit", "html", "sarif"]) {
        const text = readFileSync(scratch(kind), "utf8");
        expect(text, kind).toContain("E9");
        expect(scanForSecrets(text, ["a password of the run"]), kind).toEqual([]);
      }
      const again = await contractRun(ready.graphRoot, "--scenario", "upload-refusals", ...reports);
      expect(again).toMatchObject({ status: 2, stdout: "" });
      expect(again.stderr).toContain("--force replaces it");
    },
    TIMEOUT_MS,
  );

  it.each([
    ["keyid-of-verify", "S6", []],
    ["first-wins", "C6", []],
    ["no-retry-after", "T3", ["--throttle", "5/10s"]],
  ])(
    "ends with 1 on a mock with --fault %s, names %s, and the command that it prints does the same",
    async (fault, rule, setup) => {
      const { ready } = await startMock("--fault", fault, ...setup);
      const { status, stdout } = await contractRun(ready.graphRoot, "--draws", "2");
      expect(status).toBe(1);
      expect(stdout).toMatch(new RegExp(`^FAIL {2}${rule} `, "m"));
      const [, block = ""] = stdout.split(new RegExp(`^FAIL {2}${rule} `, "m"));
      const [, command = ""] = /^ +again +graph-certkit (contract run .*)$/m.exec(block) ?? [];
      const again = await runMain(command.split(" "));
      expect(again.status).toBe(1);
      expect(again.stdout).toMatch(new RegExp(`^FAIL {2}${rule} `, "m"));
    },
    TIMEOUT_MS,
  );

  it(
    "ends with the signal, and with what was found so far",
    async () => {
      const mock = await startMock();
      const { child, ended } = startRun(["--base-url", mock.ready.graphRoot, "--draws", "5000"]);
      await untilMade(mock);
      child.kill("SIGINT");
      const { status, stdout } = await ended;
      expect(stdout).toContain("Broken off.");
      expect(status).toBe(130);
    },
    TIMEOUT_MS,
  );
});
