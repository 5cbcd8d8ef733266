/** `contract run` without a process: its exit codes, what it finds, what it prints to find it again. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FaultName } from "../../../../src/mock/fault-set.js";
import { useScratch } from "../../../cli/scratch.js";
import { call } from "./command.js";
import { BASE_URL, failedIn, linesOf, mockService } from "./contract-mock.js";

const RUN = ["contract", "run", "--base-url", BASE_URL];
const scratch = useScratch();

describe("contract run", () => {
  it("ends with 0 on a sound mock, whose clock it moves", async () => {
    const mock = mockService();
    const { status, stdout, stderr } = await mock.call([...RUN, "--draws", "1"]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^0 failures, .* seed 1\.$/m);
    expect(status).toBe(0);
    expect(mock.seen.filter((one) => one === "POST /.graph-certkit/clock").length).toBeGreaterThan(3);
  });

  it.each([
    ["keyid-of-verify", "S6"],
    ["never-recomputed", "C6"],
    ["thumb-lower", "C4"],
    ["echo-password-in-error", "E9"],
    ["parallel-loses", "T7"],
  ] as const)(
    "ends with 1 on a mock with %s, names %s, and does so again as it says",
    async (fault: FaultName, rule) => {
      const mock = mockService({ faults: [fault] });
      const called = await mock.call([...RUN, "--draws", "1", "--json"]);
      expect(called.status).toBe(1);
      expect(failedIn(called)).toContain(rule);
      const { replay } = linesOf(called).find((line) => line.status === "fail" && line.rule === rule) ?? {};
      const [program, ...words] = (replay ?? "").split(" ");
      expect(program).toBe("graph-certkit");
      const again = await mock.call([...words, "--json"]);
      expect(again.status).toBe(1);
      expect(failedIn(again)).toContain(rule);
    },
  );

  it("finds a drawn failure again by its seed and path", async () => {
    const mock = mockService({ faults: ["picks-first-bag"] });
    const args = [...RUN, "--scenario", "drawn-uploads", "--draws", "30", "--seed", "5", "--json"];
    const called = await mock.call(args);
    const { replay } = linesOf(called).find((line) => line.status === "fail" && line.rule === "C4") ?? {};
    expect(replay).toMatch(/--replay drawn-uploads:5:[\d:]+$/);
    const again = await mock.call([...(replay ?? "").split(" ").slice(1), "--json"]);
    expect(again.status).toBe(1);
    expect(failedIn(again)).toContain("C4");
    // On a sound mock the same draw is fine.
    expect((await mockService().call((replay ?? "").split(" ").slice(1))).status).toBe(0);
  });

  it("does not try what takes days where the clock cannot be moved, and says so", async () => {
    const mock = mockService({}, false);
    const called = await mock.call([...RUN, "--scenario", "active-certificate", "--json"]);
    expect(called.status).toBe(0);
    const reasons = linesOf(called).flatMap(({ status, reason }) => (status === "skip" ? [reason ?? ""] : []));
    expect(reasons.some((reason) => /clock/.test(reason))).toBe(true);
    expect(mock.seen.filter((one) => one.startsWith("POST /.graph"))).toEqual([]);
  });

  it("covers known differences by a file, whose entries have an end", async () => {
    const mock = mockService({ faults: ["keyid-of-verify"] });
    const file = scratch("deviations.json");
    const args = [...RUN, "--scenario", "token-signing", "--deviations", file, "--json"];
    const deviation = { rule: "S6", reason: "as the service is", source: "https://example.com/1" };
    writeFileSync(file, JSON.stringify({ deviations: [{ ...deviation, expires: "2026-01-01" }] }));
    const known = await mock.call(args);
    expect(known.status).toBe(0);
    expect(linesOf(known).some(({ status, rule }) => status === "known" && rule === "S6")).toBe(true);
    writeFileSync(file, JSON.stringify({ deviations: [{ ...deviation, expires: "2025-12-31" }] }));
    const expired = await mock.call(args);
    expect(expired.status).toBe(1);
    expect(failedIn(expired)).toEqual(["S6", "deviations"]);
  });

  it("calls an entry unused only where everything was played", async () => {
    const file = scratch("deviations.json");
    const deviation = {
      rule: "S15",
      reason: "as the service is",
      source: "https://example.com/1",
      expires: "2030-01-01",
    };
    writeFileSync(file, JSON.stringify({ deviations: [deviation] }));
    const some = await mockService().call([...RUN, "--scenario", "connector-lifecycle", "--deviations", file]);
    expect(some.status).toBe(0);
    const all = await mockService().call([...RUN, "--draws", "1", "--deviations", file, "--json"]);
    expect(all.status).toBe(1);
    expect(failedIn(all)).toEqual(["deviations"]);
  });

  it("shows the token nowhere, nor what was uploaded", async () => {
    const token = "a-token-that-nobody-may-see-9000";
    const report = scratch("report.json");
    const mock = mockService({ faults: ["echo-password-in-error", "thumb-lower"] });
    const args = [...RUN, "--scenario", "upload-refusals", "--verbose", "--report", `json=${report}`];
    const { status, stdout, stderr } = await mock.call(args, { environment: { GRAPH_TOKEN: token } });
    expect(status).toBe(1);
    for (const text of [stdout, stderr, readFileSync(report, "utf8")]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain("a password of the run");
      expect(text).not.toMatch(/MII[\w+/]{400}/);
    }
    expect(statSync(report).size).toBeGreaterThan(1000);
  });

  it("ends early when it has sent as much as it may", async () => {
    const mock = mockService();
    const { status, stdout } = await mock.call([...RUN, "--max-requests", "10"]);
    expect(status).toBe(0);
    expect(mock.seen.filter((one) => !one.includes(".graph-certkit")).length).toBeLessThanOrEqual(10);
    expect(stdout).toContain("the budget was spent");
  });
});

describe("contract run cannot run", () => {
  const elsewhere = ["contract", "run", "--base-url", "https://graph.microsoft.com/v1.0"];
  const tenant = "11111111-2222-3333-4444-555555555555";

  it.each([
    ["without an address", ["contract", "run"], "--base-url"],
    ["with an address that has no version", ["contract", "run", "--base-url", "http://127.0.0.1:1/"], "v1.0"],
    ["over http to another machine", ["contract", "run", "--base-url", "http://graph.example/v1.0"], "--allow-http"],
    ["in mode mock elsewhere", [...elsewhere, "--mode", "mock"], "mocks of this machine"],
    [
      "in mode mock on what is to be treated as foreign",
      [...RUN, "--mode", "mock", "--treat-as-foreign"],
      "--mode mock",
    ],
    ["read-only without objects", elsewhere, "--object"],
    ["without a token", [...elsewhere, "--object", "connector:1"], "GRAPH_TOKEN"],
    ["live without leave", [...RUN, "--mode", "live"], "--allow-writes"],
    ["live without a tenant", [...RUN, "--mode", "live", "--allow-writes"], "--tenant"],
    ["live with a domain", [...RUN, "--mode", "live", "--allow-writes", "--tenant", "contoso.com"], "--tenant"],
    ["with leave where nothing is written", [...RUN, "--allow-writes", "--tenant", tenant], "--mode live"],
    ["with a rule that there is not", [...RUN, "--rules", "C99"], "--rules"],
    ["with a scenario that there is not", [...RUN, "--scenario", "none"], "--scenario"],
    ["with a phase that there is not", [...RUN, "--phase", "none"], "--phase"],
    ["with a replay of what is not drawn", [...RUN, "--replay", "envelope:1:0"], "--replay"],
    ["with two sources of a token", [...RUN, "--token-command", "x", "--certificate", "y"], "--token-command"],
    ["with a journal that nobody writes", [...RUN, "--journal", "x"], "--mode live"],
    ["with a time without its unit", [...RUN, "--max-time", "10"], "--max-time"],
    ["where nobody listens", RUN, "cannot be reached"],
  ])("%s: exit code 2", async (_, args, words) => {
    const { status, stdout, stderr } = await call(args);
    expect(stderr).toContain(words);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it("with a token that the service does not take: exit code 2, and nothing more is sent", async () => {
    let count = 0;
    const { status, stderr } = await call(RUN, {
      fetch: () => {
        count += 1;
        return Promise.resolve(new Response(null, { status: 401 }));
      },
    });
    expect(stderr).toContain("401");
    expect(status).toBe(2);
    // One for the clock.
    expect(count).toBe(2);
  });

  it("live with a token of another tenant: exit code 2, and nothing is sent", async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { tid: "99999999-2222-3333-4444-555555555555", aud: "https://graph.microsoft.com", exp: 4e9 };
    const mock = mockService();
    const args = [...RUN, "--mode", "live", "--allow-writes", "--tenant", tenant, "--journal", scratch("journal")];
    const token = `${part({ alg: "none" })}.${part(claims)}.x`;
    const { status, stderr } = await mock.call(args, { environment: { GRAPH_TOKEN: token } });
    expect(stderr).toContain("tenant");
    expect(stderr).not.toContain(token);
    expect(status).toBe(2);
    expect(mock.seen).toEqual([]);
  });
});
