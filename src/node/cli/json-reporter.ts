/** `--json`: one document over all paths, described by spec/preflight-report.schema.json. */
import type { Output } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { Defect, UnreadablePath } from "./outcome.js";
import type { PackageManifest } from "./package-manifest.js";
import type { Reporter } from "./reporter.js";

/**
 * Writes each report at once, so that memory does not grow with their number, and the rest of the document at the end:
 * also where the call was broken off, when `complete` is false. Kept are the paths without a report. A new major shape
 * gets a new `schemaVersion`.
 */
export function createJsonReporter({ write, drained }: Output, { name, version }: PackageManifest): Reporter {
  const unreadable: UnreadablePath[] = [];
  const defects: Defect[] = [];
  let isEmpty = true;
  const head = upTo("[", toJsonText({ schemaVersion: 1, tool: { name, version }, reports: [] }));
  return {
    order: "input",
    add: (outcome) => {
      switch (outcome.kind) {
        case "report":
          write(`${isEmpty ? head : ","}\n${indented(toJsonText(outcome.report))}`);
          isEmpty = false;
          return drained();
        case "unreadable":
          unreadable.push(outcome.unreadable);
          return undefined;
        case "defect":
          defects.push(outcome.defect);
          return undefined;
      }
    },
    end: (summary, { isComplete: complete }) => {
      const tail = toJsonText({ summary, complete, unreadable, defects });
      write(`${isEmpty ? `${head}]` : "\n  ]"},${tail.slice("{".length)}`);
    },
  };
}

/** The text up to the last such character, this one included. */
function upTo(character: string, text: string): string {
  return text.slice(0, text.lastIndexOf(character) + 1);
}

/** As deep as an element of `reports` stands. Strings of JSON have no raw line ends, so these are between its lines. */
function indented(json: string): string {
  return json.trimEnd().replace(/^/gm, "    ");
}
