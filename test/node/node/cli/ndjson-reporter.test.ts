/** `--ndjson`: a line is a document. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNdjsonReporter } from "../../../../src/node/cli/ndjson-reporter.js";
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

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
ajv.addSchema(JSON.parse(readFileSync("spec/preflight-report.schema.json", "utf8")));
const schema = JSON.parse(readFileSync("spec/preflight-line.schema.json", "utf8"));
const validate = ajv.compile(schema);

/** The lines that the reporter writes. */
async function print(outcomes: readonly Outcome[], isComplete = true): Promise<readonly string[]> {
  const { host, stdout } = fakeHost();
  await tell(createNdjsonReporter(host.stdout), outcomes, isComplete);
  return stdout().split("\n").slice(0, -1);
}

describe("--ndjson", () => {
  const outcomes = [acceptedOutcome(), unreadableOutcome(), rejectedOutcome(), defectOutcome()];

  it("prints one valid line for each path, told apart by its verdict", async () => {
    const lines = (await print(outcomes)).map((line) => JSON.parse(line) as { file: string; verdict: string });
    expect(lines.map(({ file, verdict }) => [file, verdict])).toEqual([
      ["accepted.pfx", "accept"],
      ["missing.pfx", "unreadable"],
      ["rejected.pfx", "reject"],
      ["defect.pfx", "failed"],
    ]);
    for (const line of lines) {
      validate(line);
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(lines[1]).toEqual({
      file: "missing.pfx",
      verdict: "unreadable",
      code: "ENOENT",
      message: "no such file or folder",
    });
  });

  it("prints a report as --json has it", async () => {
    const report = sampleReport({ findings: [sampleFinding()] });
    const lines = await print([{ kind: "report", report }]);
    expect(lines).toEqual([JSON.stringify(report)]);
  });

  it("adds nothing where the call is broken off, or where no path was found", async () => {
    expect(await print(outcomes, false)).toEqual(await print(outcomes, true));
    expect(await print([])).toEqual([]);
  });

  it("hears of paths as they are done", () => {
    expect(createNdjsonReporter(fakeHost().host.stdout).order).toBe("completion");
  });

  it("escapes whatever a terminal may act on or takes for a line end, and reads back the same", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (file, message) => {
        const report = sampleReport({ file, findings: [sampleFinding({ message })] });
        const lines = await print([{ kind: "report", report }, unreadableOutcome(file), defectOutcome(file)]);
        expect(lines).toHaveLength(3);
        expect(lines.join("\n")).not.toMatch(RAW);
        const [first, second, third] = lines.map((line) => JSON.parse(line));
        expect([first, second.file, third.file]).toEqual([report, file, file]);
      }),
    );
  });
});

describe("the schema of a line", () => {
  it.each([
    ["a verdict that is none", { file: "a", verdict: "maybe" }],
    ["an unreadable path without a code", { file: "a", verdict: "unreadable", message: "gone" }],
    ["a defect with more", { file: "a", verdict: "failed", message: "TypeError", stack: "…" }],
    ["a report with less", { file: "a", verdict: "accept" }],
    ["a report with more", { ...sampleReport(), more: 1 }],
  ])("refuses %s", (_, line) => {
    expect(validate(line)).toBe(false);
  });

  it("describes every member, requires each, and allows no other", () => {
    for (const { properties, required, additionalProperties } of Object.values<Record<string, object>>(schema.$defs)) {
      expect(additionalProperties).toBe(false);
      expect(required).toEqual(Object.keys(properties ?? {}));
      for (const property of Object.values(properties ?? {})) expect(property).toHaveProperty("description");
    }
  });
});
