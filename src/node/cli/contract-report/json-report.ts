/** `--report json=FILE`: everything that was found, described by spec/contract-report.schema.json. */
import { toJsonLine } from "../json-text.js";
import type { WriteReport } from "../report-files.js";
import type { ContractReporter, RunHead, RunSummary } from "./contract-reporter.js";
import { toResultDocument, toSummaryDocument } from "./report-document.js";

/** One result a line, so that lines can be searched for. Kept until the end: the text of each result, of bounded size. */
export function createJsonReport(write: WriteReport, head: RunHead): ContractReporter {
  const lines: string[] = [];
  return {
    add: (result) => {
      lines.push(toJsonLine(toResultDocument(result, head)));
    },
    end: (summary) => write(piecesOf(summary, head, lines)),
  };
}

function* piecesOf(summary: RunSummary, head: RunHead, lines: readonly string[]): Generator<string> {
  yield `${toJsonLine(toSummaryDocument(summary, head)).slice(0, -1)},\n"results": [`;
  for (const [index, line] of lines.entries()) yield `${index === 0 ? "" : ","}\n${line}`;
  yield "\n]}\n";
}
