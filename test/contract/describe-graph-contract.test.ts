/** Suites that fail, skip and note, run in a process of their own and read as their users would read them. */
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runVitest } from "./run-vitest.js";

interface Told {
  readonly status: string;
  readonly title: string;
  readonly ancestorTitles: readonly string[];
  readonly failureMessages: readonly string[];
}

let told: readonly Told[] = [];
let printed = "";

beforeAll(async () => {
  const config = resolve(import.meta.dirname, "suites/vitest.config.ts");
  ({ printed } = await runVitest(["-c", config, "--reporter=verbose", "--reporter=json"]));
  const json = printed.split("\n").find((line) => line.startsWith('{"numTotalTestSuites"')) ?? "{}";
  const { testResults = [] } = JSON.parse(json) as { testResults?: readonly { assertionResults: readonly Told[] }[] };
  told = testResults.flatMap(({ assertionResults }) => assertionResults);
}, 120_000);

const testsOf = (suite: string): readonly Told[] => told.filter(({ ancestorTitles }) => ancestorTitles.includes(suite));
const named = (suite: string, start: string): Told | undefined =>
  testsOf(suite).find(({ title }) => title.startsWith(start));
const statusesOf = (suite: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of testsOf(suite)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const UPLOAD = "identityApiConnector.uploadClientCertificate";
const RUN = "the run";

describe("describeGraphContract", () => {
  it("fails at the rule and the operation that are at fault, and says all that one needs", () => {
    const failed = testsOf("a defect").filter(({ status }) => status === "failed");
    expect(failed.map(({ title }) => title)).toContainEqual(expect.stringMatching(new RegExp(`^C4 .* › ${UPLOAD}$`)));
    expect(failed.filter(({ title }) => !title.startsWith("C4 "))).toEqual([]);
    const [message = ""] = failed[0]?.failureMessages ?? [];
    for (const part of [
      /^ContractFailure: C4 thumbprint/,
      /\n {2}why +https:\/\/learn\.microsoft\.com\/.* \([a-z, -]*crypto[a-z, -]*\)\n/,
      /\n {2}at +\/authenticationConfiguration\/certificateList\/0\/thumbprint\n/,
      /\n {2}expected +"[0-9A-F]{40}"\n {2}actual +"[0-9a-f]{40}"\n/,
      /\n {2}found by +pfx-dresses\n/,
      /\n {2}curl +curl -X POST .*<pkcs12Value>.*<password>/,
      /\n {2}POST https:\/\/graph\.microsoft\.com\/.*uploadClientCertificate -> 200 /,
    ]) {
      expect(message).toMatch(part);
    }
    expect(message).not.toContain("a password of the run");
    expect(named("a defect", RUN)?.status).toBe("passed");
  });

  it("says how to draw again what was drawn", () => {
    const [message = ""] = testsOf("drawn").find(({ status }) => status === "failed")?.failureMessages ?? [];
    expect(message).toMatch(/\n {2}again +replay: \{ scenario: "drawn-uploads", seed: 1, path: "[\d:]+" \}\n/);
  });

  it("passes what is known, with a note, and fails a deviation that is of no use", () => {
    expect(named("a known defect", "C4")?.status).toBe("passed");
    expect(printed).toMatch(/known: C4 \/authenticationConfiguration.*they know \(their list\)/);
    expect(named("a deviation of no use", RUN)?.status).toBe("failed");
    expect(named("a deviation of no use", RUN)?.failureMessages[0]).toMatch(/A known difference of C4 is unused/);
    expect(named("a deviation of no use", "C4")?.status).toBe("passed");
  });

  it("skips what is only noted, and prints the note", () => {
    expect(named("something noted", "E2")?.status).toBe("passed");
    expect(
      testsOf("something noted").filter(({ title, status }) => title.startsWith("T6") && status === "passed"),
    ).toEqual([]);
    expect(printed).toMatch(/T6 [^\n]*\[noted only: nothing is promised here\]/);
    expect(printed).toMatch(/observation[^\n]*\n[^\n]*T6 /);
  });

  it("fails where nothing is judged: no objects, no answers", () => {
    for (const suite of ["nothing to read", "nobody there"]) {
      expect(named(suite, RUN)?.failureMessages[0], suite).toMatch(/Nothing was judged/);
      expect(statusesOf(suite), suite).toMatchObject({ failed: 1 });
    }
  });

  it("fails once where the run breaks off or has no end, and skips the rest", () => {
    expect(named("a run that breaks off", RUN)?.failureMessages[0]).toMatch(/"scenarios" expected/);
    expect(statusesOf("a run that breaks off")).toEqual({ failed: 1, skipped: 8 });
    expect(named("a run without end", RUN)?.failureMessages[0]).toMatch(/ended after 50 ms/);
    expect(named("a run that is interrupted", RUN)?.failureMessages[0]).toMatch(/was interrupted/);
  });

  it("skips every test with the reason where nothing is to be run", () => {
    expect(statusesOf("nothing asked")).toEqual({ skipped: 9 });
    expect(printed.match(/\[no token is set\]/g)).toHaveLength(9);
  });

  it("starts a service before and stops it after", () => {
    expect(printed.match(/the service was stopped/g)).toHaveLength(6);
  });
});
