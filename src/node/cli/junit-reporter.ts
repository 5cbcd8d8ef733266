/** `--junit`: the outcomes as test cases, in the XML that CI servers read. */

import type { Builder, TestCase, TestSuite } from "junit-report-builder";
import junit from "junit-report-builder";
import pc from "picocolors";
import type { Finding, Target } from "../../findings/finding.js";
import type { FailOn, Outcome } from "./outcome.js";
import type { PackageManifest } from "./package-manifest.js";
import { renderFindings } from "./render-findings.js";
import type { Reporter } from "./reporter.js";
import type { Style } from "./style.js";
import { printable } from "./text-layout.js";
import { toXmlText } from "./xml-text.js";

/** What the file says of the call. */
export interface JunitContext {
  readonly manifest: Pick<PackageManifest, "name" | "version">;
  readonly target: Target;
  readonly failOn: FailOn;
  /** When the call began. */
  readonly startedAt: Date;
  /** The time of the judgement. */
  readonly now: Date;
}

/** Lines are not wrapped, since commands are copied from them, and have no colours. */
const PLAIN: Style = { colors: pc.createColors(false), width: Number.POSITIVE_INFINITY };

/** A trust store may give a finding for each of hundreds of certificates. */
const MAX_FINDINGS = 100;

/**
 * Makes one test case of each path. `<failure>` is what `--fail-on` counts, and in any case what is rejected; `<error>` is
 * a path that cannot be read, a defect, or the end of a call that was broken off, which must not look like success.
 * Findings that do not fail are in `<system-out>`. Kept until the end: the names of all paths and the text of findings,
 * cut where it is long, at most a hundred a path.
 * @param write - takes the whole document in the end
 */
export function createJunitReporter(write: (document: string) => Promise<void>, context: JunitContext): Reporter {
  const builder = newBuilder();
  const suite = describeSuite(builder.testSuite(), context);
  const testCase = (name: string): TestCase => suite.testCase().className(classNameOf(context)).name(toXmlText(name));
  return {
    order: "input",
    add: (outcome) => addOutcome(outcome, testCase, context.failOn),
    end: (_, { isComplete }) => {
      suite.property("complete", String(isComplete));
      if (!isComplete) testCase("(interrupted)").error("The call was broken off: some paths were not looked at.");
      return write(builder.build());
    },
  };
}

/** The package's types have its builder one `default` deeper than it is. */
function newBuilder(): Builder {
  return (junit as unknown as Builder).newBuilder();
}

function classNameOf({ manifest, target }: JunitContext): string {
  return `${manifest.name}.preflight.${target}`;
}

function describeSuite(suite: TestSuite, context: JunitContext): TestSuite {
  const { manifest, target, failOn, startedAt, now } = context;
  return suite
    .name(classNameOf(context))
    .timestamp(startedAt.toISOString().slice(0, "2026-01-01T00:00:00".length))
    .property("version", manifest.version)
    .property("target", target)
    .property("failOn", failOn)
    .property("at", now.toISOString());
}

function addOutcome(outcome: Outcome, testCase: (name: string) => TestCase, failOn: FailOn): void {
  switch (outcome.kind) {
    case "unreadable": {
      const { file, code, message } = outcome.unreadable;
      testCase(file).error(toXmlText(`cannot be read: ${message} (${code})`), code);
      return;
    }
    case "defect": {
      const { file, message } = outcome.defect;
      testCase(file).error(toXmlText(`a defect of this program: ${message}`), "defect");
      return;
    }
    case "report": {
      const { file, findings } = outcome.report;
      const isFatal = ({ severity }: Finding): boolean =>
        severity === "error" || (severity === "warning" && failOn === "warning");
      addFindings(
        testCase(file),
        findings.filter(isFatal),
        findings.filter((finding) => !isFatal(finding)),
      );
    }
  }
}

function addFindings(testCase: TestCase, fatal: readonly Finding[], others: readonly Finding[]): void {
  const [first] = fatal;
  if (first !== undefined) {
    const rest = fatal.length > 1 ? ` (and ${fatal.length - 1} more)` : "";
    testCase
      .failure(toXmlText(printable(`${first.id} at ${first.at}: ${first.message}`) + rest), first.id)
      .stacktrace(describeFindings(fatal));
  }
  if (others.length > 0) testCase.standardOutput(describeFindings(others));
}

/** As on a card. */
function describeFindings(findings: readonly Finding[]): string {
  const shown = renderFindings(findings.slice(0, MAX_FINDINGS), PLAIN, MAX_FINDINGS).split("\n").map(toXmlText);
  const rest = findings.length - MAX_FINDINGS;
  return ["", ...shown, ...(rest > 0 ? [`    and ${rest} more: --json has them all`] : []), ""].join("\n");
}
