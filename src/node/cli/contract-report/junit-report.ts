/** `--report junit=FILE`: rules as test cases of operations, in the XML that CI servers read. */
import type { Builder, TestCase } from "junit-report-builder";
import junit from "junit-report-builder";
import pc from "picocolors";
import type { ContractResult } from "../../../contract/result.js";
import type { WriteReport } from "../report-files.js";
import type { Style } from "../style.js";
import { toXmlText } from "../xml-text.js";
import type { ContractReporter, RunHead, RunSummary } from "./contract-reporter.js";
import { placeOf, renderFailure } from "./render-failure.js";
import { proseOf } from "./render-summary.js";

/** What was found of one rule at one operation; a test case has one name from run to run, and one verdict. */
interface Case {
  readonly operation: string;
  readonly name: string;
  /** Why each failure is one, and all of it in words. */
  readonly failures: { readonly message: string; readonly text: string }[];
  readonly known: string[];
  readonly observations: string[];
  readonly skips: string[];
}

/** Lines are not wrapped, since commands are copied from them, and have no colours. */
const PLAIN: Style = { colors: pc.createColors(false), width: Number.POSITIVE_INFINITY };

/** A case's failures in words; each of them has a title in any case. */
const MAX_TEXTS = 10;

/** Of what a rule found that no operation has. */
const NO_OPERATION = "not judged";

/**
 * Makes one suite of each operation and one case of each rule there. A failure wins over what is known, which is told as
 * skipped; reasons and observations are output. A run that was broken off ends in an error, so that it is no success.
 */
export function createJunitReport(write: WriteReport, head: RunHead): ContractReporter {
  const cases = new Map<string, Case>();
  return {
    add: (result) => addTo(caseOf(cases, result), result, head),
    end: (summary) => write(build([...cases.values()], head, summary)),
  };
}

function caseOf(cases: Map<string, Case>, { rule, title, operation }: ContractResult): Case {
  const key = JSON.stringify([operation, rule]);
  const found = cases.get(key);
  if (found !== undefined) return found;
  const lists = { failures: [], known: [], observations: [], skips: [] };
  const made = { operation: operation === "" ? NO_OPERATION : operation, name: `${rule} ${title}`, ...lists };
  cases.set(key, made);
  return made;
}

function addTo({ failures, known, observations, skips }: Case, result: ContractResult, head: RunHead): void {
  const { status, rule, operation, pointer, expected, actual, expires, reason = "no reason is given" } = result;
  switch (status) {
    case "fail":
      failures.push({
        message: `${rule} at ${placeOf(operation, pointer)}`,
        text: failures.length < MAX_TEXTS ? renderFailure(result, head, PLAIN) : "",
      });
      return;
    case "known":
      known.push(`known: ${reason}${expires === undefined ? "" : `; until ${expires}`} (${result.source})`);
      return;
    case "observation":
      observations.push(`${proseOf(expected)} ${proseOf(actual)}`);
      return;
    case "skip":
      skips.push(reason);
      return;
    case "pass":
      return;
  }
}

function build(cases: readonly Case[], head: RunHead, { requests, ended }: RunSummary): string {
  // The package's types have its builder one `default` deeper than it is.
  const builder = (junit as unknown as Builder).newBuilder();
  const suiteOf = (name: string): ReturnType<Builder["testSuite"]> =>
    builder
      .testSuite()
      .name(toXmlText(name))
      .timestamp(head.startedAt.toISOString().slice(0, "2026-01-01T00:00:00".length))
      .property("version", head.version)
      .property("target", toXmlText(head.target))
      .property("mode", head.mode ?? "check")
      .property("seed", head.seed === undefined ? "" : String(head.seed))
      .property("requests", String(requests))
      .property("ended", ended);
  const operations = [...new Set(cases.map(({ operation }) => operation))].sort();
  for (const operation of operations) {
    const suite = suiteOf(operation);
    for (const one of cases.filter((it) => it.operation === operation)) {
      const className = `graph-certkit.contract.${operation}`;
      fill(suite.testCase().className(toXmlText(className)).name(toXmlText(one.name)), one);
    }
  }
  if (ended === "interrupt") {
    const broken = suiteOf("run").testCase().className("graph-certkit.contract").name("(interrupted)");
    broken.error("The run was broken off: not everything was judged.");
  }
  return builder.build();
}

function fill(testCase: TestCase, { failures, known, observations, skips }: Case): void {
  const [failure] = failures;
  const [why] = [...known, ...skips];
  if (failure !== undefined) {
    const rest = failures.length > 1 ? ` (and ${failures.length - 1} more)` : "";
    const texts = failures.map(({ text, message }) => (text === "" ? message : text)).join("\n");
    testCase.failure(toXmlText(failure.message + rest), "contract").stacktrace(toXmlLines(texts));
  } else if (why !== undefined) testCase.skipped();
  // The package writes no message of <skipped>.
  const notes = [...new Set([...known, ...skips.map((reason) => `skipped: ${reason}`)]), ...observations];
  if (notes.length > 0) testCase.standardOutput(toXmlLines(notes.join("\n")));
}

function toXmlLines(text: string): string {
  return `\n${text.split("\n").map(toXmlText).join("\n")}\n`;
}
