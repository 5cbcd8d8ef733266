/** `--ndjson`: one JSON document a line for each path, described by spec/preflight-line.schema.json. */
import type { Output } from "./host.js";
import { toJsonLine } from "./json-text.js";
import type { Outcome } from "./outcome.js";
import type { Reporter } from "./reporter.js";

/** Writes each line as soon as its path is done, in whatever order that is, and keeps nothing. */
export function createNdjsonReporter({ write, drained }: Output): Reporter {
  return {
    order: "completion",
    add: (outcome) => {
      write(`${toJsonLine(toLine(outcome))}\n`);
      return drained();
    },
    end: () => {},
  };
}

/** A report as it is; for what is none, the member `verdict` says why. */
function toLine(outcome: Outcome): object {
  switch (outcome.kind) {
    case "report":
      return outcome.report;
    case "unreadable": {
      const { file, code, message } = outcome.unreadable;
      return { file, verdict: "unreadable", code, message };
    }
    case "defect": {
      const { file, message } = outcome.defect;
      return { file, verdict: "failed", message };
    }
  }
}
