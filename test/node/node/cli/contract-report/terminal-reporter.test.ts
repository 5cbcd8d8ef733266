/** Standard output of a run: what people read, and what programs do. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContractResult } from "../../../../../src/contract/result.js";
import type { TerminalOptions } from "../../../../../src/node/cli/contract-report/terminal-reporter.js";
import { createTerminalReporter } from "../../../../../src/node/cli/contract-report/terminal-reporter.js";
import { fakeHost } from "../fake-host.js";
import { hostileText, RAW } from "../hostile-text.js";
import {
  expectLines,
  failureWith,
  HEAD,
  sampleExchange,
  sampleFailure,
  sampleResults,
  tell,
} from "./sample-results.js";

async function show(
  results: readonly ContractResult[],
  options: Partial<TerminalOptions> = {},
  isTerminal = false,
): Promise<string> {
  const { host, stdout } = fakeHost({ isTerminal });
  await tell(createTerminalReporter(host, HEAD, { color: true, verbose: false, json: false, ...options }), results);
  return stdout();
}

describe("the terminal reporter", () => {
  it("tells a failure with all that is needed to see it and to do it again", async () => {
    const text = await show([sampleFailure()]);
    for (const part of [
      "FAIL  C4  thumbprint is the SHA-1",
      "identityApiConnector.uploadClientCertificate",
      "/authenticationConfiguration/certificateList/0/thumbprint",
      "connector-lifecycle",
      "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation\n",
      "RFC 7519 section 2",
      "doc-example, crypto",
      "> POST /v1.0/identity/apiConnectors/1/uploadClientCertificate",
      "< 200",
      `▸ <         "thumbprint": "${"BB".repeat(32)}"`,
      `expected  "${"AA".repeat(20)}"`,
      `actual    "${"BB".repeat(32)}"`,
      "curl      curl -X POST 'http://127.0.0.1:8080/v1.0/identity'\n",
      "again     graph-certkit contract run --base-url http://127.0.0.1:8080/v1.0 --mode mock --seed 42 --scenario connector-lifecycle\n",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("x-transport");
  });

  it("tells failures as they are found", async () => {
    const { host, stdout } = fakeHost();
    const reporter = createTerminalReporter(host, HEAD, { color: true, verbose: false, json: false });
    await reporter.add(sampleFailure());
    expect(stdout()).toContain("FAIL  C4");
  });

  it("says what differs: octets in words, objects line by line", async () => {
    const text = await show([
      sampleFailure({ detail: "octet 3 is 01, not 02" }),
      sampleFailure({ expected: { a: 1, b: 2 }, actual: { a: 1, b: 3 } }),
    ]);
    expect(text).toContain("octet 3 is 01, not 02");
    expect(text).toContain('    -   "b": 2\n    +   "b": 3\n');
  });

  it("sums up the rest in the end", async () => {
    const text = await show(sampleResults());
    expect(text).toMatch(/C8 +is a PFX with 3DES taken\? +200\n/);
    expect(text).toMatch(/E5 +a gateway is in between; until 2027-01-31\n/);
    expect(text).toMatch(/nothing was there +T3\n/);
    expect(text).not.toContain("pass  C5");
    expect(text.trimEnd().split("\n").at(-1)).toBe(
      "2 failures, 1 known difference, 1 observation, 1 pass, 1 skip; 12 requests in 3.5 s, seed 42.",
    );
  });

  it("tells passes and known differences in full when asked", async () => {
    const text = await show(sampleResults(), { verbose: true });
    expect(text).toContain("pass  C5  dates identityApiConnector.uploadClientCertificate\n");
    expect(text).toContain("KNOWN  E5");
  });

  it("has colours on a terminal only, and only where they are wanted", async () => {
    expect(await show(sampleResults(), {}, true)).toContain("\u001b[31m");
    expect(await show(sampleResults())).not.toMatch(RAW);
    expect(await show(sampleResults(), { color: false }, true)).not.toMatch(RAW);
  });

  it("shows nothing that a terminal acts on", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, fc.boolean(), async (text, json) => {
        const results = [
          failureWith(text),
          ...(["known", "observation", "pass", "skip"] as const).map((status) => failureWith(text, { status })),
        ];
        expect(await show(results, { json, verbose: true })).not.toMatch(RAW);
      }),
      { numRuns: 60 },
    );
  });

  it("shows the last exchanges of many, and says so", async () => {
    const exchanges = Array.from({ length: 20 }, (_, index) =>
      sampleExchange({ index, origin: `log.entries[${index}]` }),
    );
    const text = await show([sampleFailure({ exchanges })]);
    expect(text).toContain("17 earlier exchanges left out");
    expect(text).toContain("log.entries[19]: upload");
    expect(text).not.toContain("log.entries[16]");
  });

  it("outlines what led to the fault: only the last answer is told in full", async () => {
    const exchanges = [sampleExchange({ index: 0 }), sampleExchange({ index: 1 })];
    const text = await show([sampleFailure({ exchanges })]);
    expect(text.match(/^ {4}> POST /gm)).toHaveLength(2);
    expect(text.match(/^ {4}< 200$/gm)).toHaveLength(2);
    expect(text.match(/"certificateList"/g)).toHaveLength(1);
  });

  it("tells exchanges and sources once a rule, each place with its values and its command", async () => {
    const there = sampleFailure({ operation: "identityApiConnector.get", actual: "another" });
    const text = await show([sampleFailure(), there, sampleFailure({ rule: "S2" })]);
    expect(text.match(/^FAIL {2}C4/gm)).toHaveLength(2);
    expect(text).toContain('actual    "another"');
    expect(text.match(/^ {2}again /gm)).toHaveLength(3);
    // Of C4 the first, and S2, which is another rule.
    expect(text.match(/^ {2}why /gm)).toHaveLength(2);
    expect(text.match(/^ {4}> POST /gm)).toHaveLength(2);
  });
});

describe("--json", () => {
  it("prints each result as a line, then the summary, all of them valid", async () => {
    const lines = (await show(sampleResults(), { json: true }))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual([...Array(6).fill("result"), "summary"]);
    expectLines(lines);
    expect(lines.at(-1)).toMatchObject({ verdict: "findings", counts: { fail: 2, skip: 1 }, durationMs: 3457 });
    expect(() => expectLines([{ ...lines[0], more: 1 }])).toThrow();
  });
});
