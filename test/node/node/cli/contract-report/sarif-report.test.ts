/** `--report sarif=FILE`: valid against the schema of SARIF 2.1.0, and leads to the entry. */
import fc from "fast-check";
import type { Run } from "sarif";
import { describe, expect, it } from "vitest";
import type { ContractResult } from "../../../../../src/contract/result.js";
import { RULES } from "../../../../../src/contract/rules.js";
import type { RunHead } from "../../../../../src/node/cli/contract-report/contract-reporter.js";
import { createSarifReport } from "../../../../../src/node/cli/contract-report/sarif-report.js";
import { hostileText, RAW } from "../hostile-text.js";
import { readSarif } from "../sarif-schema.js";
import { failureWith, HEAD, print, sampleExchange, sampleFailure, sampleResults } from "./sample-results.js";

const read = readSarif();
const CHECK: RunHead = { ...HEAD, command: "check", target: "traffic/a b.har", mode: undefined, seed: undefined };

async function runOf(
  results: readonly ContractResult[],
  head = CHECK,
  ended: "complete" | "budget" = "complete",
): Promise<Run> {
  const text = await print(createSarifReport, results, head, ended);
  expect(text).not.toMatch(RAW);
  const [run] = read(text).runs;
  if (run === undefined) throw new Error("no run");
  return run;
}

describe("the SARIF report", () => {
  it("names all rules, with an address where they have one", async () => {
    const { rules = [] } = (await runOf([])).tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(rules.find(({ id }) => id === "C4")?.helpUri).toBe(
      "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation",
    );
    expect(rules.find(({ id }) => id === "C10")).not.toHaveProperty("helpUri");
  });

  it("tells failures as errors, observations as notes, what is known as suppressed, and nothing else", async () => {
    const { results = [] } = await runOf(sampleResults());
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["C4", "error"],
      ["C4", "error"],
      ["E5", "error"],
      ["C8", "note"],
    ]);
    expect(results.map(({ suppressions }) => suppressions?.length ?? 0)).toEqual([0, 0, 1, 0]);
    for (const { ruleId, ruleIndex = -1 } of results) expect(RULES[ruleIndex]?.id).toBe(ruleId);
  });

  it("leads to the file and the entry in it", async () => {
    const exchanges = [sampleExchange({ origin: "log.entries[3]" }), sampleExchange({ origin: "log.entries[17]" })];
    const { results = [] } = await runOf([sampleFailure({ exchanges })]);
    expect(results[0]?.locations?.[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: "traffic/a%20b.har", index: 0 } },
      logicalLocations: [{ fullyQualifiedName: "log.entries[17]" }, {}],
    });
    const cassette = await runOf([sampleFailure({ exchanges: [sampleExchange({ origin: "line 18" })] })]);
    expect(cassette.results?.[0]?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 18 });
  });

  it("has the service's address for a run, and says where that ended early", async () => {
    const run = await runOf([sampleFailure()], HEAD, "budget");
    expect(run.artifacts?.[0]?.location?.uri).toBe("http://127.0.0.1:8080/v1.0");
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain("budget");
  });

  it("is valid whatever a service answers", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const run = await runOf([failureWith(text), failureWith(text, { status: "known" })], {
          ...CHECK,
          target: `x${text}`,
        });
        expect(run.results?.length).toBe(2);
      }),
      { numRuns: 40 },
    );
  });
});
