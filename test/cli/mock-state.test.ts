/** `graph-certkit mock --state`: what was answered is kept, whatever happens. */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { seededNumbers } from "../../src/mock/seeded.js";
import { killRounds } from "../../tools/kill-test/kill-rounds.js";
import { CONNECTOR, json, startMock } from "./mock-process.js";
import { MAIN, runMain } from "./run-main.js";
import { useScratch } from "./scratch.js";

const scratch = useScratch();

describe("mock --state", () => {
  it("goes on where it was stopped, with new ids under the same seed", async () => {
    const file = scratch("state");
    const args = ["--state", file, "--seed", "5"];
    const ids: unknown[] = [];
    for (const count of [1, 2, 3]) {
      const mock = await startMock(...args);
      ids.push(json(await mock.send("POST", "/identity/apiConnectors", CONNECTOR))["id"]);
      expect(json(await mock.send("GET", "/identity/apiConnectors"))["value"]).toHaveLength(count);
      expect((await mock.end(count === 2 ? "SIGKILL" : "SIGTERM")).status).toBe(count === 2 ? null : 0);
    }
    expect(new Set(ids).size).toBe(3);
    expect(existsSync(`${file}.lock`)).toBe(false);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("holds every acknowledged write after kill -9, ten times", async () => {
    const report = await killRounds({
      main: MAIN,
      stateFile: scratch("state"),
      rounds: 10,
      clients: 4,
      mostMs: 300,
      random: seededNumbers(2, "kill test"),
    });
    expect(report.rounds).toBe(10);
    expect(report.acknowledged).toBeGreaterThan(10);
  });

  it("refuses a file that holds something else, and leaves it alone", async () => {
    const file = scratch("state");
    writeFileSync(file, "precious");
    const { status, stderr } = await runMain(["mock", "--port", "0", "--state", file]);
    expect(status).toBe(1);
    expect(stderr).toContain("(ERR_MOCK_STATE)");
    expect(readFileSync(file, "utf8")).toBe("precious");
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it("refuses a state whose objects are none", async () => {
    const file = scratch("state");
    writeFileSync(file, '{"format":"graph-certkit mock state","version":1,"runs":1,"state":{"version":1}}\n');
    const { status, stderr } = await runMain(["mock", "--port", "0", "--state", file]);
    expect(status).toBe(1);
    expect(stderr).toContain("(ERR_MOCK_STATE)");
  });

  it("keeps a second process out", async () => {
    const file = scratch("state");
    const mock = await startMock("--state", file);
    const { status, stderr } = await runMain(["mock", "--port", "0", "--state", file]);
    expect(status).toBe(1);
    expect(stderr).toBe(`graph-certkit: ${file}: process ${mock.ready.pid} uses it (ERR_SERVE_LOCKED)\n`);
    await mock.send("POST", "/applications", { displayName: "App" });
    expect((await mock.end("SIGTERM")).status).toBe(0);
  });

  it("takes a state that is there instead of --seed-data, and says so", async () => {
    const [file, seed] = [scratch("state"), scratch("seed.json")];
    writeFileSync(seed, JSON.stringify({ applications: [{}] }));
    const first = await startMock("--state", file, "--seed-data", seed);
    await first.send("POST", "/applications", { displayName: "App" });
    await first.end("SIGKILL");
    const second = await startMock("--state", file, "--seed-data", seed);
    expect(json(await second.send("GET", "/applications"))["value"]).toHaveLength(2);
    expect((await second.end("SIGTERM")).stderr).toContain("--seed-data is left out");
  });
});
