/** `--report json=FILE`: valid against its schema, bounded, and exact. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJsonReport } from "../../../../../src/node/cli/contract-report/json-report.js";
import { expectValid } from "../command.js";
import { hostileText, RAW } from "../hostile-text.js";
import { failureWith, HEAD, print, sampleExchange, sampleFailure, sampleResults } from "./sample-results.js";

describe("the JSON report", () => {
  it("is valid, and has every result", async () => {
    const report = JSON.parse(await print(createJsonReport));
    expectValid(report, "contract-report");
    expect(report).toMatchObject({ mode: "mock", seed: 42, ended: "complete", verdict: "findings" });
    expect(report.results.map(({ status }: { status: string }) => status)).toEqual(
      sampleResults().map(({ status }) => status),
    );
    expect(report.results[0]).toMatchObject({
      rule: "C4",
      links: ["https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation"],
      counterexample: null,
      replay: expect.stringContaining("--scenario connector-lifecycle"),
    });
    expect(report.results[2]).toMatchObject({ status: "known", expires: "2027-01-31" });
  });

  it("is valid without results, of recorded traffic, and where it was broken off", async () => {
    const head = { ...HEAD, command: "check", target: "a.har", mode: undefined, seed: undefined } as const;
    const report = JSON.parse(await print(createJsonReport, [], head, "interrupt"));
    expectValid(report, "contract-report");
    expect(report).toMatchObject({ command: "check", mode: null, seed: null, verdict: "clean", ended: "interrupt" });
  });

  it("cuts long bodies and says so, and keeps the last exchanges", async () => {
    const text = "x".repeat(100_000);
    const response = { status: 200, headers: {}, text, json: undefined };
    const sentAt = Number.NaN;
    const exchanges = Array.from({ length: 12 }, (_, index) => sampleExchange({ index, response, sentAt }));
    const report = JSON.parse(await print(createJsonReport, [sampleFailure({ exchanges })]));
    expectValid(report, "contract-report");
    const [result] = report.results;
    expect(result.exchangesInAll).toBe(12);
    expect(result.exchanges.map(({ index }: { index: number }) => index)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(result.exchanges[0]).toMatchObject({ sentAt: null, response: { bodyCharacters: 100_000 } });
    expect(result.exchanges[0].response.body.length).toBe(65_536);
  });

  it("gives any text back, and shows a terminal nothing", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const written = await print(createJsonReport, [failureWith(text)]);
        expect(written).not.toMatch(RAW);
        expect(JSON.parse(written).results[0]).toMatchObject({ operation: text, detail: text, curl: `curl ${text}` });
      }),
      { numRuns: 40 },
    );
  });
});
