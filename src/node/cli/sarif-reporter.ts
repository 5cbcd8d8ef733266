/** `--sarif`: the findings as a log of static analysis, SARIF 2.1.0 (OASIS). */
import type { ArtifactLocation, Notification } from "sarif";
import type { Target } from "../../findings/finding.js";
import type { Report } from "../../preflight/report.js";
import { toJsonLine } from "./json-text.js";
import type { PackageManifest } from "./package-manifest.js";
import type { Reporter } from "./reporter.js";
import { createArtifacts } from "./sarif-artifacts.js";
import { toSarifPieces } from "./sarif-log.js";
import { toResult } from "./sarif-result.js";
import { toMessage } from "./sarif-text.js";
import type { NotificationId } from "./sarif-tool.js";
import { describeTool, NOTIFICATIONS } from "./sarif-tool.js";

/** What the log says of the call. */
export interface SarifContext {
  readonly manifest: PackageManifest;
  readonly target: Target;
  /** When the call began. */
  readonly startedAt: Date;
  /** The time of the judgement. */
  readonly now: Date;
}

/** A trust store may give a finding for each of thousands of certificates. */
const MAX_RESULTS = 1000;

/**
 * Lists every path as an artifact with its verdict, every finding as a result, and paths without a report as notifications
 * of the invocation, which is successful only where every path was looked at and has a report. Kept until the end: a line
 * of JSON for each path and for each finding, its texts cut where they are long, at most a thousand findings a path.
 * @param write - takes the pieces of the whole log in the end
 */
export function createSarifReporter(
  write: (pieces: Iterable<string>) => Promise<void>,
  { manifest, target, startedAt, now }: SarifContext,
): Reporter {
  const artifacts = createArtifacts();
  const results: string[] = [];
  const notifications: Notification[] = [];

  function addReport(report: Report): void {
    const location = artifacts.add(report.file, report.verdict);
    for (const finding of report.findings.slice(0, MAX_RESULTS)) {
      results.push(toJsonLine(toResult(finding, report, location)));
    }
    const rest = report.findings.length - MAX_RESULTS;
    if (rest > 0)
      notifications.push(toNotification("findings-left-out", `${rest} more: --json has them all.`, location));
  }

  return {
    order: "input",
    add: (outcome) => {
      switch (outcome.kind) {
        case "report":
          addReport(outcome.report);
          break;
        case "unreadable": {
          const { file, code, message } = outcome.unreadable;
          const location = artifacts.add(file, "unreadable");
          notifications.push(toNotification("unreadable", `The path cannot be read: ${message} (${code}).`, location));
          break;
        }
        case "defect": {
          const { file, message } = outcome.defect;
          notifications.push(toNotification("defect", `A defect: ${message}`, artifacts.add(file, "failed")));
          break;
        }
      }
    },
    end: ({ unreadable, failed }, { isComplete }) => {
      if (!isComplete) notifications.push(toNotification("interrupted", "Some paths were not looked at."));
      const invocation = {
        executionSuccessful: isComplete && unreadable === 0 && failed === 0,
        startTimeUtc: startedAt.toISOString(),
        toolExecutionNotifications: notifications,
      };
      const properties = { target, at: now.toISOString() };
      const driver = describeTool(manifest, target);
      return write(toSarifPieces({ driver, results, artifacts: artifacts.lines(), invocation, properties }));
    },
  };
}

function toNotification(id: NotificationId, text: string, location?: ArtifactLocation): Notification {
  return {
    descriptor: { id, index: Object.keys(NOTIFICATIONS).indexOf(id) },
    level: id === "findings-left-out" ? "warning" : "error",
    message: toMessage(text),
    ...(location === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: location } }] }),
  };
}
