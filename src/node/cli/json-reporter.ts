/** `--json`: one document over all paths, described by spec/preflight-report.schema.json. */
import type { Report } from "../../preflight/report.js";
import type { Output } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { Defect, UnreadablePath } from "./outcome.js";
import type { PackageManifest } from "./package-manifest.js";
import type { Reporter } from "./reporter.js";

/** Writes the document at the end. A new major shape gets a new `schemaVersion`. */
export function createJsonReporter({ write }: Output, { name, version }: PackageManifest): Reporter {
  const reports: Report[] = [];
  const unreadable: UnreadablePath[] = [];
  const defects: Defect[] = [];
  return {
    order: "input",
    add: (outcome) => {
      switch (outcome.kind) {
        case "report":
          reports.push(outcome.report);
          break;
        case "unreadable":
          unreadable.push(outcome.unreadable);
          break;
        case "defect":
          defects.push(outcome.defect);
          break;
      }
    },
    end: (summary, { isComplete: complete }) =>
      write(toJsonText({ schemaVersion: 1, tool: { name, version }, reports, summary, complete, unreadable, defects })),
  };
}
