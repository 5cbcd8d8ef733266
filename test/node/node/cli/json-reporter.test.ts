/** `--json` in pieces gives the document as a whole. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJsonReporter } from "../../../../src/node/cli/json-reporter.js";
import { toJsonText } from "../../../../src/node/cli/json-text.js";
import type { Outcome } from "../../../../src/node/cli/outcome.js";
import { fakeHost } from "./fake-host.js";
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

const manifest = { name: "graph-certkit", version: "1.2.3", description: "" };
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync("spec/preflight-report.schema.json", "utf8")));

/** What the reporter writes. */
async function print(outcomes: readonly Outcome[], isComplete = true): Promise<string> {
  const { host, stdout } = fakeHost();
  await tell(createJsonReporter(host.stdout, manifest), outcomes, isComplete);
  return stdout();
}

describe("--json", () => {
  const accepted = acceptedOutcome();
  const rejected = rejectedOutcome();

  it.each<[string, readonly Outcome[], object]>([
    ["nothing", [], { reports: 0, unreadable: 0, defects: 0 }],
    ["one report", [accepted], { reports: 1, unreadable: 0, defects: 0 }],
    ["no report", [unreadableOutcome(), defectOutcome()], { reports: 0, unreadable: 1, defects: 1 }],
    [
      "all kinds",
      [unreadableOutcome(), accepted, defectOutcome(), rejected],
      { reports: 2, unreadable: 1, defects: 1 },
    ],
  ])("gives %s as JSON.stringify would, valid against its schema", async (_, outcomes, counts) => {
    const text = await print(outcomes);
    const document = JSON.parse(text) as Record<string, object[]>;
    expect(text).toBe(toJsonText(document));
    const names = ["schemaVersion", "tool", "reports", "summary", "complete", "unreadable", "defects"];
    expect(Object.keys(document)).toEqual(names);
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
    expect(
      Object.fromEntries(["reports", "unreadable", "defects"].map((name) => [name, document[name]?.length])),
    ).toEqual(counts);
  });

  it("keeps the reports as they are, in their order", async () => {
    const { reports } = JSON.parse(await print([rejected, accepted]));
    expect(reports).toEqual([rejected, accepted].map((outcome) => outcome.kind === "report" && outcome.report));
  });

  it("is whole where the call is broken off", async () => {
    expect(JSON.parse(await print([accepted], false))).toMatchObject({ complete: false, summary: { files: 1 } });
    expect(JSON.parse(await print([], false))).toMatchObject({ complete: false, reports: [] });
  });

  it("writes a report at once, and waits until it is taken", async () => {
    const { host, stdout } = fakeHost();
    let release = (): void => {};
    const taken = new Promise<void>((resolve) => {
      release = resolve;
    });
    const reporter = createJsonReporter({ ...host.stdout, drained: () => taken }, manifest);
    let isSettled = false;
    const adding = Promise.resolve(reporter.add(accepted)).then(() => {
      isSettled = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(stdout()).toContain('"file": "accepted.pfx"');
    expect(isSettled).toBe(false);
    release();
    await adding;
  });

  it("writes nothing before it hears of a path: a call that fails early prints nothing", () => {
    const { host, stdout } = fakeHost();
    createJsonReporter(host.stdout, manifest);
    expect(stdout()).toBe("");
  });

  it("escapes whatever a terminal may act on, and reads back the same", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (file, message) => {
        const findings = [sampleFinding({ message })];
        const text = await print([
          { kind: "report", report: sampleReport({ file, findings }) },
          unreadableOutcome(file),
        ]);
        expect(text).not.toMatch(RAW);
        const { reports, unreadable } = JSON.parse(text);
        expect([reports[0].file, reports[0].findings[0].message, unreadable[0].file]).toEqual([file, message, file]);
      }),
    );
  });
});
