/** Mode live against a mock that counts as foreign: what it makes goes, however it ends, and nothing else is touched. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { startRun, tokenOf } from "./contract-process.js";
import type { Mock } from "./mock-process.js";
import { CONNECTOR, json, namesIn, startMock, untilMade } from "./mock-process.js";
import { runMain } from "./run-main.js";
import { useScratch } from "./scratch.js";

const TENANT = "11111111-2222-3333-4444-555555555555";
const LIVE = ["--treat-as-foreign", "--allow-writes", "--tenant", TENANT];
const TIMEOUT_MS = 180_000;
const scratch = useScratch();
const env = { GRAPH_TOKEN: tokenOf(TENANT) };

/** Objects of other people, one of each kind. */
async function addForeign(mock: Mock): Promise<readonly string[]> {
  await mock.send("POST", "/identity/apiConnectors", CONNECTOR);
  const { appId } = json(await mock.send("POST", "/applications", { displayName: "Payroll" }));
  await mock.send("POST", "/servicePrincipals", { appId });
  return await namesIn(mock);
}

describe("contract run --mode live", () => {
  it(
    "removes what it has made when it is interrupted, and writes to nothing else",
    async () => {
      const mock = await startMock("--verbose");
      const foreign = await addForeign(mock);
      const run = startRun(["--base-url", mock.ready.graphRoot, "--mode", "live", ...LIVE], { env, cwd: scratch() });
      await untilMade(mock, foreign.length);
      run.child.kill("SIGINT");
      const { status, stdout, stderr } = await run.ended;
      expect(status).toBe(130);
      expect(stdout).toContain("Broken off.");
      expect(stderr).toContain("what the run makes is noted in ");
      expect(await namesIn(mock)).toEqual(foreign);
      expect(readdirSync(scratch())).toEqual([]);
      expect(stdout + stderr).not.toContain(env.GRAPH_TOKEN);
    },
    TIMEOUT_MS,
  );

  it(
    "leaves a journal when it is killed, by which sweep removes the rest and nothing else",
    async () => {
      const mock = await startMock("--verbose");
      const foreign = await addForeign(mock);
      const root = ["--base-url", mock.ready.graphRoot];
      const journal = scratch("journal.ndjson");
      const run = startRun([...root, "--mode", "live", "--journal", journal, ...LIVE], { env, cwd: scratch() });
      await untilMade(mock, foreign.length);
      run.child.kill("SIGKILL");
      expect(await run.ended).toMatchObject({ status: null, signal: "SIGKILL" });
      const left = await namesIn(mock);
      expect(left.length).toBeGreaterThan(foreign.length);
      // The answer may not have been noted any more: then the name alone finds it.
      expect(readFileSync(journal, "utf8")).toContain('"state":"intended"');

      const sweep = (...args: readonly string[]): ReturnType<typeof runMain> =>
        runMain(["contract", "sweep", ...root, "--journal", journal, "--treat-as-foreign", ...args], { env });
      const dry = await sweep("--dry-run");
      expect(dry).toMatchObject({ status: 0, stderr: "" });
      expect(dry.stdout).toContain("would delete");
      expect(await namesIn(mock)).toEqual(left);
      expect((await sweep()).status).toBe(2);
      expect(await sweep("--allow-writes", "--tenant", TENANT)).toMatchObject({ status: 0, stderr: "" });
      expect(await namesIn(mock)).toEqual(foreign);
      expect(existsSync(journal)).toBe(false);
    },
    TIMEOUT_MS,
  );

  it(
    "sweeps by name and age without a journal",
    async () => {
      const mock = await startMock();
      const ours = "zz-graph-contract-20200101t000000z.test-contract: old";
      await mock.send("POST", "/identity/apiConnectors", { ...CONNECTOR, displayName: ours });
      await mock.send("POST", "/identity/apiConnectors", { ...CONNECTOR, displayName: "Payroll" });
      const args = ["contract", "sweep", "--base-url", mock.ready.graphRoot, ...LIVE];
      const stamp = new Date().toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "").toLowerCase();
      const young = `zz-graph-contract-${stamp}.test-contract: young`;
      await mock.send("POST", "/identity/apiConnectors", { ...CONNECTOR, displayName: young });
      expect((await runMain([...args, "--prefix", "zz"], { env })).status).toBe(2);
      const other = await runMain([...args, "--prefix", "zz-other-runs"], { env });
      expect(other.stdout).toBe("nothing was found\n");
      const swept = await runMain(args, { env });
      expect(swept).toMatchObject({ status: 0, stderr: "" });
      expect(swept.stdout).toMatch(
        /^deleted {2}connector \S+ zz-graph-contract-20200101t.*\nleft {2}connector .* young: /,
      );
      expect(await namesIn(mock)).toEqual(["Payroll", young]);
    },
    TIMEOUT_MS,
  );
});
