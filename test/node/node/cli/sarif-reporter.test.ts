/** `--sarif`: valid against the schema of SARIF 2.1.0, and complete. */
import fc from "fast-check";
import type { Log, Run } from "sarif";
import { describe, expect, it } from "vitest";
import type { Target } from "../../../../src/findings/finding.js";
import { RULES } from "../../../../src/findings/rules.js";
import type { Outcome } from "../../../../src/node/cli/outcome.js";
import { createSarifReporter } from "../../../../src/node/cli/sarif-reporter.js";
import { hostileText, RAW } from "./hostile-text.js";
import {
  acceptedOutcome,
  defectOutcome,
  rejectedOutcome,
  sampleFinding,
  tell,
  unreadableOutcome,
} from "./sample-outcomes.js";
import { sampleReport } from "./sample-report.js";
import { readSarif } from "./sarif-schema.js";

const read = readSarif();
const manifest = { name: "graph-certkit", version: "1.2.3", description: "Opens any PFX." };

/** What the reporter writes, and the same as a valid log. */
async function print(
  outcomes: readonly Outcome[],
  target: Target = "api-connector",
  isComplete = true,
): Promise<{ readonly text: string; readonly log: Log; readonly run: Run }> {
  let text = "";
  const reporter = createSarifReporter(
    (pieces) => {
      text = [...pieces].join("");
      return Promise.resolve();
    },
    { manifest, target, startedAt: new Date("2026-01-01T12:00:00Z"), now: new Date("2027-01-01T00:00:00Z") },
  );
  await tell(reporter, outcomes, isComplete);
  const log = read(text);
  const [run] = log.runs;
  if (run === undefined) throw new Error("no run");
  return { text, log, run };
}

describe("--sarif", () => {
  const all = [acceptedOutcome(), rejectedOutcome(), unreadableOutcome(), defectOutcome()];

  it("is a valid log of one run", async () => {
    const { text, log, run } = await print(all);
    expect(text.startsWith('{\n"version": "2.1.0",\n')).toBe(true);
    expect(log.runs).toHaveLength(1);
    expect(run.tool.driver).toMatchObject({ name: "graph-certkit", semanticVersion: "1.2.3" });
    expect(run.properties).toEqual({ target: "api-connector", at: "2027-01-01T00:00:00.000Z" });
  });

  it.each(["api-connector", "token-signing", "node-24"] as const)("describes every rule for %s", async (target) => {
    const { run } = await print([], target);
    const { rules = [] } = run.tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    for (const [index, { summary, severity, evidence, reference }] of RULES.entries()) {
      const weighed = target === "node-24" ? severity.reader : severity[target];
      const level = weighed === "info" ? "note" : weighed;
      expect(rules[index]).toMatchObject({
        shortDescription: { text: summary },
        defaultConfiguration: level === null ? { enabled: false } : { level },
        properties: { evidence, reference },
      });
      expect(rules[index]?.helpUri).toBe(/^https:\/\/\S+$/.test(reference) ? reference : undefined);
    }
  });

  it("lists every path as an artifact with its verdict, also where there is no finding", async () => {
    const { run } = await print(all);
    expect(run.artifacts?.map(({ location, properties }) => [location?.uri, properties?.["verdict"]])).toEqual([
      ["accepted.pfx", "accept"],
      ["rejected.pfx", "reject"],
      ["missing.pfx", "unreadable"],
      ["defect.pfx", "failed"],
    ]);
  });

  it("lists a path that is named twice once, since artifacts are unique", async () => {
    const { run } = await print([rejectedOutcome(), rejectedOutcome()]);
    expect(run.artifacts).toHaveLength(1);
    expect(run.results).toHaveLength(4);
  });

  it("makes a result of each finding", async () => {
    const { run } = await print([acceptedOutcome(), rejectedOutcome()]);
    expect(run.results).toHaveLength(2);
    expect(run.results?.[0]).toEqual({
      ruleId: "expired",
      ruleIndex: RULES.findIndex(({ id }) => id === "expired"),
      level: "error",
      message: { text: "The certificate expired. Fix: Renew it." },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: "rejected.pfx", uriBaseId: "%SRCROOT%", index: 1 } },
          logicalLocations: [{ fullyQualifiedName: "authSafe[0].safeBag[0]" }],
        },
      ],
      partialFingerprints: { "place/v1": "authSafe[0].safeBag[0]", "certificateSha256/v1": "B".repeat(64) },
      properties: { evidence: "documented", reference: "https://example.com/certificates" },
    });
    expect(run.results?.[1]).toMatchObject({ ruleId: "trailing-data", level: "warning" });
  });

  it("calls what is worth knowing a note", async () => {
    const findings = [sampleFinding({ severity: "info" })];
    const { run } = await print([{ kind: "report", report: sampleReport({ findings }) }]);
    expect(run.results?.[0]?.level).toBe("note");
  });

  it("fingerprints findings by the place alone where no certificate is known", async () => {
    const report = sampleReport({ certificates: [], verdict: "reject", findings: [sampleFinding({ at: "pfx" })] });
    const { run } = await print([{ kind: "report", report }]);
    expect(run.results?.[0]?.partialFingerprints).toEqual({ "place/v1": "pfx" });
  });

  it("notifies of paths without a report, and is no success then", async () => {
    const { run } = await print([unreadableOutcome(), defectOutcome()]);
    const [invocation] = run.invocations ?? [];
    expect(invocation).toMatchObject({ executionSuccessful: false, startTimeUtc: "2026-01-01T12:00:00.000Z" });
    const notifications = invocation?.toolExecutionNotifications ?? [];
    expect(notifications).toMatchObject([
      {
        level: "error",
        descriptor: { id: "unreadable" },
        message: { text: "The path cannot be read: no such file or folder (ENOENT)." },
        locations: [{ physicalLocation: { artifactLocation: { uri: "missing.pfx", index: 0 } } }],
      },
      { level: "error", descriptor: { id: "defect" }, message: { text: "A defect: TypeError at open (open.js:1:1)" } },
    ]);
    for (const { descriptor } of notifications) {
      expect(run.tool.driver.notifications?.[descriptor?.index ?? -1]?.id).toBe(descriptor?.id);
    }
  });

  it("is a success where all have a report, rejected or not", async () => {
    const { run } = await print([acceptedOutcome(), rejectedOutcome()]);
    expect(run.invocations).toMatchObject([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });

  it("is whole and no success where the call is broken off", async () => {
    const { run } = await print([acceptedOutcome()], "api-connector", false);
    expect(run.artifacts).toHaveLength(1);
    expect(run.invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: "interrupted" } }] },
    ]);
  });

  it("lists a thousand findings of a path and says that there are more", async () => {
    const findings = Array.from({ length: 1200 }, (_, index) => sampleFinding({ at: `authSafe[${index}]` }));
    const { run } = await print([{ kind: "report", report: sampleReport({ findings, verdict: "reject" }) }]);
    expect(run.results).toHaveLength(1000);
    expect(run.invocations?.[0]).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: "warning", message: { text: "200 more: --json has them all." } }],
    });
  });

  it("keeps little of very long texts", async () => {
    const findings = [sampleFinding({ message: "x".repeat(1_000_000) })];
    const [without, within] = [await print([]), await print([{ kind: "report", report: sampleReport({ findings }) }])];
    expect(within.text.length - without.text.length).toBeLessThan(10_000);
  });

  it("is valid and fit for a terminal, whatever the names and messages are", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (file, message) => {
        const findings = [sampleFinding({ at: message, message, fix: message, reference: message })];
        const { text, run } = await print([
          { kind: "report", report: sampleReport({ file, findings, verdict: "reject" }) },
          { kind: "unreadable", unreadable: { file, code: "EIO", message } },
          { kind: "defect", defect: { file: message, message } },
        ]);
        expect(text).not.toMatch(RAW);
        expect(run.results).toHaveLength(1);
        expect(run.invocations?.[0]?.toolExecutionNotifications).toHaveLength(2);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the schema of SARIF", () => {
  it("refuses what is no log", async () => {
    const { text } = await print([acceptedOutcome(), rejectedOutcome()]);
    expect(() => read(text.replace('"level":"error"', '"level":"fatal"'))).toThrow("/level");
    expect(() => read(text.replace('"uri":"rejected.pfx"', '"uri":"rejected file.pfx"'))).toThrow("uri-reference");
    expect(() => read(text.replace('"version": "2.1.0"', '"version": "2.0.0"'))).toThrow("/version");
    const [, artifact] = /\n(\{"location".*"accept".*),\n/.exec(text) ?? [];
    expect(() => read(text.replace('"artifacts": [', `"artifacts": [${artifact},`))).toThrow("duplicate items");
  });
});
