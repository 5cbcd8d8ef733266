/** `--report junit=FILE`: what CI servers are told, and that any XML parser takes it. */
import fc from "fast-check";
import type { XmlElement } from "libxml2-wasm";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import type { ContractResult } from "../../../../../src/contract/result.js";
import { createJunitReport } from "../../../../../src/node/cli/contract-report/junit-report.js";
import { hostileText, RAW } from "../hostile-text.js";
import { failureWith, HEAD, print, sampleFailure, sampleResults } from "./sample-results.js";

/** Test cases by suite, each with the names of what stands in it. */
async function read(
  results: readonly ContractResult[],
  ended: "complete" | "interrupt" = "complete",
): Promise<{ readonly text: string; readonly cases: Readonly<Record<string, readonly string[]>> }> {
  const text = await print(createJunitReport, results, HEAD, ended);
  const document = XmlDocument.fromString(text);
  const cases: Record<string, readonly string[]> = {};
  for (const node of document.find("//testcase")) {
    const element = node as XmlElement;
    const suite = (element.parent as XmlElement).attr("name")?.value;
    const children = element.find("*").map((child) => (child as XmlElement).name);
    cases[`${suite}: ${element.attr("name")?.value}`] = children;
  }
  document.dispose();
  return { text, cases };
}

describe("the JUnit report", () => {
  it("has a suite for each operation and a case for each rule, whose names stay", async () => {
    const { cases } = await read(sampleResults());
    const upload = "identityApiConnector.uploadClientCertificate";
    expect(cases).toEqual({
      "identityApiConnector.get: C4 thumbprint is the SHA-1 of the certificate": ["failure"],
      [`${upload}: C4 thumbprint is the SHA-1 of the certificate`]: ["failure"],
      [`${upload}: E5 the context is absolute`]: ["skipped", "system-out"],
      [`${upload}: C8 files in all dresses`]: ["system-out"],
      [`${upload}: C5 dates`]: [],
      "not judged: T3 throttling": ["skipped", "system-out"],
    });
  });

  it("tells a failure in full, without colours, and reasons", async () => {
    const { text } = await read(sampleResults());
    expect(text).toContain("again     graph-certkit contract run --base-url");
    expect(text).toContain("known: a gateway is in between; until 2027-01-31 (https://example.com/why)");
    expect(text).toContain("skipped: nothing was there");
    expect(text).toContain("is a PFX with 3DES taken? 200");
    expect(text).toMatch(/<testsuites tests="6" failures="2" errors="0" skipped="2"/);
  });

  it("makes one case of many failures of a rule at an operation, and a failure wins", async () => {
    const { cases, text } = await read([
      sampleFailure({ status: "known", reason: "why" }),
      sampleFailure(),
      ...Array.from({ length: 30 }, (_, index) => sampleFailure({ pointer: `/${index}` })),
    ]);
    expect(Object.values(cases)).toEqual([["failure", "system-out"]]);
    expect(text).toContain("(and 30 more)");
    expect(text.match(/ {2}again /g)?.length).toBe(10);
  });

  it("is no success where the run was broken off", async () => {
    expect((await read([], "interrupt")).cases).toEqual({ "run: (interrupted)": ["error"] });
  });

  it("is XML whatever a service answers", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (hostile) => {
        const results = (["fail", "known", "observation", "skip"] as const).map((status, index) =>
          failureWith(hostile, { status, rule: `C${index}` }),
        );
        const { text, cases } = await read(results);
        expect(text).not.toMatch(RAW);
        expect(Object.values(cases).map(([first]) => first)).toEqual(["failure", "skipped", "system-out", "skipped"]);
      }),
      { numRuns: 60 },
    );
  });
});
