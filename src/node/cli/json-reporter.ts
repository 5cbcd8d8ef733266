/** `--json`: one document over all paths, described by spec/preflight-report.schema.json. */
import type { Report } from "../../preflight/report.js";
import type { Output } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { UnreadablePath } from "./outcome.js";
import type { PackageManifest } from "./package-manifest.js";
import type { Reporter } from "./reporter.js";

/** Writes the document at the end. A new major shape gets a new `schemaVersion`. */
export function createJsonReporter({ write }: Output, { name, version }: PackageManifest): Reporter {
  const reports: Report[] = [];
  const unreadable: UnreadablePath[] = [];
  return {
    add: (outcome) => {
      if (outcome.kind === "report") reports.push(outcome.report);
      else unreadable.push(outcome.unreadable);
    },
    end: (summary) => write(toJsonText({ schemaVersion: 1, tool: { name, version }, reports, summary, unreadable })),
  };
}
