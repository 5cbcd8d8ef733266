/** `--report sarif=FILE`: failures and observations as a log of static analysis, SARIF 2.1.0 (OASIS). */
import type { ArtifactLocation, Location, ReportingDescriptor, Result, ToolComponent } from "sarif";
import type { ContractResult } from "../../../contract/result.js";
import type { Rule } from "../../../contract/rule.js";
import { RULES } from "../../../contract/rules.js";
import { toJsonLine } from "../json-text.js";
import type { WriteReport } from "../report-files.js";
import { toSarifPieces } from "../sarif-log.js";
import { toArtifactLocation, toMessage } from "../sarif-text.js";
import { printable } from "../text-layout.js";
import { citationsOf } from "./citations.js";
import type { ContractReporter, RunHead } from "./contract-reporter.js";
import { placeOf } from "./render-failure.js";
import { proseOf } from "./render-summary.js";
import { replayCommand } from "./replay-command.js";

/** A HAR of ten thousand entries may have as many findings; what a viewer takes is less. */
const MAX_RESULTS = 5000;

/**
 * A failure is an error, an observation a note; what is known is a suppressed error (section 3.35) with its reason. Passes
 * and skips are left out. The place is the recorded file, or the service's address, and in it the entry and operation.
 */
export function createSarifReport(write: WriteReport, head: RunHead): ContractReporter {
  const results: string[] = [];
  let left = 0;
  return {
    add: (result) => {
      if (result.status === "pass" || result.status === "skip") return;
      if (results.length < MAX_RESULTS) results.push(toJsonLine(toSarifResult(result, head)));
      else left += 1;
    },
    end: ({ ended, counts }) => {
      const verdict = counts.fail === 0 ? "clean" : "findings";
      const location = locationOf(head);
      const notes = [
        ...(ended === "complete" ? [] : [`Ended early (${ended}): not everything was judged.`]),
        ...(left === 0 ? [] : [`${left} more results: --report json=FILE has them all.`]),
      ];
      return write(
        toSarifPieces({
          driver: describeTool(head),
          results,
          artifacts: [toJsonLine({ location, roles: ["analysisTarget"], properties: { verdict } })],
          invocation: {
            executionSuccessful: ended !== "interrupt",
            startTimeUtc: head.startedAt.toISOString(),
            toolExecutionNotifications: notes.map((text) => ({ level: "warning", message: toMessage(text) })),
          },
          properties: { command: head.command, ...(head.mode === undefined ? {} : { mode: head.mode }), ended },
        }),
      );
    },
  };
}

/** The address of a service is a URI already. */
function locationOf({ command, target }: RunHead): ArtifactLocation {
  return command === "run" && URL.canParse(target) ? { uri: new URL(target).href } : toArtifactLocation(target);
}

function describeTool({ version }: RunHead): ToolComponent {
  return { name: "graph-certkit", semanticVersion: version, language: "en", rules: RULES.map(describeRule) };
}

function describeRule({ id, title, evidence, source }: Rule): ReportingDescriptor {
  const helpUri = citationsOf(source).find(({ href }) => href !== undefined)?.href;
  return {
    id,
    shortDescription: toMessage(title),
    help: toMessage(`${title}. Evidence: ${evidence.join(", ")}. Source: ${source}.`),
    ...(helpUri === undefined ? {} : { helpUri }),
    properties: { evidence: [...evidence], source },
  };
}

function toSarifResult(result: ContractResult, head: RunHead): Result {
  const { rule, title, status, operation, pointer, expected, actual, detail, reason, source } = result;
  const ruleIndex = RULES.findIndex(({ id }) => id === rule);
  const values =
    status === "observation"
      ? `${proseOf(expected)} ${proseOf(actual)}`
      : `Expected ${proseOf(expected)}, got ${proseOf(actual)}${detail === undefined ? "" : ` (${detail})`}`;
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: status === "observation" ? "note" : "error",
    message: toMessage(`${title}. At ${placeOf(operation, pointer)}: ${values}`),
    locations: [placeIn(result, head)],
    // Entries of lists move from run to run.
    partialFingerprints: {
      "place/v1": printable(`${rule} ${operation} ${pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*")}`),
    },
    ...(status === "known"
      ? { suppressions: [{ kind: "external" as const, justification: printable(`${reason ?? ""} (${source})`) }] }
      : {}),
    properties: { evidence: [...result.evidence], source, replay: printable(replayCommand(result, head)) },
  };
}

/** A HAR has no lines of its own: the entry is a logical place. The one at fault is the last. */
function placeIn({ exchanges, operation, pointer }: ContractResult, head: RunHead): Location {
  const last = exchanges.at(-1);
  const line = /^line (\d+)$/.exec(last?.origin ?? "")?.[1];
  return {
    physicalLocation: {
      artifactLocation: { ...locationOf(head), index: 0 },
      ...(line === undefined ? {} : { region: { startLine: Math.max(1, Number(line)) } }),
    },
    logicalLocations: [
      ...(last?.origin === undefined ? [] : [{ fullyQualifiedName: printable(last.origin), kind: "element" }]),
      { fullyQualifiedName: printable(placeOf(operation, pointer)), kind: "operation" },
    ],
  };
}
