/** `--junit`: what CI servers are told, and that any XML parser takes it. */
import fc from "fast-check";
import { XmlDocument, XmlElement } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import type { JunitContext } from "../../../../src/node/cli/junit-reporter.js";
import { createJunitReporter } from "../../../../src/node/cli/junit-reporter.js";
import type { Outcome } from "../../../../src/node/cli/outcome.js";
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

const context: JunitContext = {
  manifest: { name: "graph-certkit", version: "1.2.3" },
  target: "api-connector",
  failOn: "error",
  startedAt: new Date("2026-01-01T12:34:56.789Z"),
  now: new Date("2027-01-01T00:00:00Z"),
};

/** An element as plain data; text of an element without children only. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

function toElement(element: XmlElement): Element {
  const children: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement) children.push(toElement(node));
  }
  return {
    name: element.name,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    children,
    text: children.length === 0 ? element.content : "",
  };
}

/** What the reporter writes, and the same read by libxml2. */
async function print(
  outcomes: readonly Outcome[],
  changes: Partial<JunitContext> = {},
  isComplete = true,
): Promise<{ readonly text: string; readonly suite: Element; readonly cases: readonly Element[] }> {
  let text = "";
  const reporter = createJunitReporter(
    (document) => {
      text += document;
      return Promise.resolve();
    },
    { ...context, ...changes },
  );
  await tell(reporter, outcomes, isComplete);
  const document = XmlDocument.fromString(text);
  const root = toElement(document.root);
  document.dispose();
  const [suite] = root.children;
  if (suite === undefined) throw new Error("no suite");
  return { text, suite, cases: suite.children.filter(({ name }) => name === "testcase") };
}

/** Names of what stands in a test case. */
function contents(testCase: Element | undefined): readonly string[] | undefined {
  return testCase?.children.map(({ name }) => name);
}

describe("--junit", () => {
  const all = [acceptedOutcome(), rejectedOutcome(), unreadableOutcome(), defectOutcome()];

  it("has a test case for each path, in the order of the call", async () => {
    const { suite, cases } = await print(all);
    expect(suite).toMatchObject({ name: "testsuite", attributes: { tests: "4", failures: "1", errors: "2" } });
    expect(suite.attributes).toMatchObject({
      name: "graph-certkit.preflight.api-connector",
      timestamp: "2026-01-01T12:34:56",
    });
    expect(cases.map(({ attributes }) => attributes)).toEqual(
      ["accepted.pfx", "rejected.pfx", "missing.pfx", "defect.pfx"].map((name) => ({
        classname: "graph-certkit.preflight.api-connector",
        name,
      })),
    );
    expect(cases.map(contents)).toEqual([[], ["failure", "system-out"], ["error"], ["error"]]);
  });

  it("says of what call it is", async () => {
    const { suite } = await print([]);
    const properties = suite.children.find(({ name }) => name === "properties")?.children;
    expect(properties?.map(({ attributes }) => [attributes["name"], attributes["value"]])).toEqual([
      ["version", "1.2.3"],
      ["target", "api-connector"],
      ["failOn", "error"],
      ["at", "2027-01-01T00:00:00.000Z"],
      ["complete", "true"],
    ]);
  });

  it("tells errors with everything that is known of them, and warnings apart", async () => {
    const { cases } = await print([rejectedOutcome()]);
    const [failure, out] = cases[0]?.children ?? [];
    expect(failure?.attributes).toEqual({
      message: "expired at authSafe[0].safeBag[0]: The certificate expired.",
      type: "expired",
    });
    for (const part of ["error     expired at authSafe[0].safeBag[0]", "fix       Renew it.", "documented: https://"]) {
      expect(failure?.text).toContain(part);
    }
    expect(failure?.text).not.toContain("trailing-data");
    expect(out?.text).toContain("warning   trailing-data at pfx");
  });

  it("counts the errors behind the first, and shows a hundred", async () => {
    const findings = Array.from({ length: 150 }, (_, index) => sampleFinding({ at: `authSafe[${index}]` }));
    const { cases } = await print([{ kind: "report", report: sampleReport({ findings, verdict: "reject" }) }]);
    const [failure] = cases[0]?.children ?? [];
    expect(failure?.attributes["message"]).toMatch(/ \(and 149 more\)$/);
    expect(failure?.text.match(/ at authSafe/g)).toHaveLength(100);
    expect(failure?.text).toContain("and 50 more: --json has them all");
  });

  it.each([
    ["error", ["system-out"]],
    ["warning", ["failure", "system-out"]],
    ["never", ["system-out"]],
  ] as const)("takes what --fail-on %s counts for a failure", async (failOn, expected) => {
    const findings = [sampleFinding({ severity: "warning" }), sampleFinding({ severity: "info" })];
    const { cases } = await print([{ kind: "report", report: sampleReport({ findings }) }], { failOn });
    expect(cases.map(contents)).toEqual([expected]);
  });

  it("tells why there is no report", async () => {
    const { cases } = await print([unreadableOutcome(), defectOutcome()]);
    expect(cases.map(({ children }) => children[0]?.attributes)).toEqual([
      { message: "cannot be read: no such file or folder (ENOENT)", type: "ENOENT" },
      { message: "a defect of this program: TypeError at open (open.js:1:1)", type: "defect" },
    ]);
  });

  it("is whole and no success where the call is broken off", async () => {
    const { suite, cases } = await print([acceptedOutcome()], {}, false);
    expect(suite.attributes).toMatchObject({ tests: "2", failures: "0", errors: "1" });
    expect(cases.map(contents)).toEqual([[], ["error"]]);
  });

  it("does not keep what one call told for the next", async () => {
    await print(all);
    expect((await print([acceptedOutcome()])).cases).toHaveLength(1);
  });

  it("keeps little of very long texts", async () => {
    const findings = [sampleFinding({ message: "x".repeat(1_000_000), severity: "error" })];
    const { text } = await print([{ kind: "report", report: sampleReport({ findings, verdict: "reject" }) }]);
    expect(text.length).toBeLessThan(10_000);
  });

  it("is well-formed and fit for a terminal, whatever the names and messages are", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (file, message) => {
        const finding = sampleFinding({ at: message, message, fix: message, reference: message });
        const findings = [finding, { ...finding, severity: "warning" as const }];
        const report = sampleReport({ file, findings, verdict: "reject" });
        const { text, cases } = await print([
          { kind: "report", report },
          { kind: "unreadable", unreadable: { file, code: "EIO", message } },
          { kind: "defect", defect: { file, message } },
        ]);
        expect(text).not.toMatch(RAW);
        expect(cases.map(contents)).toEqual([["failure", "system-out"], ["error"], ["error"]]);
      }),
    );
  });
});
