/** Standard output of `graph-certkit contract run` and `check`: failures as they are found, the rest in the end. */
import type { ContractResult } from "../../../contract/result.js";
import type { Host } from "../host.js";
import { toJsonLine } from "../json-text.js";
import type { Style } from "../style.js";
import { styleOf } from "../style.js";
import { printable } from "../text-layout.js";
import type { ContractReporter, RunHead } from "./contract-reporter.js";
import { renderFailure } from "./render-failure.js";
import { renderCounts, renderKnown, renderObservations, renderSkips } from "./render-summary.js";
import { toResultDocument, toSummaryDocument } from "./report-document.js";

/** What is told, and how. */
export interface TerminalOptions {
  /** False: never colours; else where there is a terminal, as `styleOf` has it. */
  readonly color: boolean;
  /** Tells passes as they come, and known differences in full. */
  readonly verbose: boolean;
  /** Nothing for people: one JSON document a line, described by `$defs` of spec/contract-report.schema.json. */
  readonly json: boolean;
}

/**
 * Makes the reporter. With `json`, each result is a line as soon as it is found and the last line is the summary; a call
 * that dies has no such line. Without, what is kept until the end are observations, known differences and skips, without
 * their exchanges.
 */
export function createTerminalReporter(
  host: Pick<Host, "stdout" | "environment">,
  head: RunHead,
  options: TerminalOptions,
): ContractReporter {
  return options.json ? createLineReporter(host, head) : createTextReporter(host, head, options);
}

function createTextReporter(
  host: Pick<Host, "stdout" | "environment">,
  head: RunHead,
  { color, verbose }: TerminalOptions,
): ContractReporter {
  const { stdout } = host;
  const style = (): Style => styleOf(stdout, host, color);
  const failed = new Set<string>();
  const later: Record<"known" | "observation" | "skip", ContractResult[]> = { known: [], observation: [], skip: [] };
  return {
    add: (result) => {
      const { status, rule, title, operation } = result;
      if (status === "fail" || (status === "known" && verbose)) {
        stdout.write(`${renderFailure(result, head, style(), failed.has(rule))}\n`);
        failed.add(rule);
      }
      if (status === "pass") {
        const { colors } = style();
        if (verbose)
          stdout.write(
            `${colors.green("pass")}  ${printable(`${rule}  ${title}`)} ${colors.dim(printable(operation))}\n`,
          );
      } else if (status !== "fail") later[status].push({ ...result, exchanges: [] });
      return stdout.drained();
    },
    end: (summary) => {
      const now = style();
      const told = [
        renderObservations(later.observation, now),
        renderKnown(later.known, now),
        renderSkips(later.skip, now),
      ];
      stdout.write(`${told.join("")}${renderCounts(summary, head, now)}`);
      return stdout.drained();
    },
  };
}

function createLineReporter({ stdout }: Pick<Host, "stdout">, head: RunHead): ContractReporter {
  const write = (line: object): Promise<void> => {
    stdout.write(`${toJsonLine(line)}\n`);
    return stdout.drained();
  };
  return {
    add: (result) => write({ type: "result", ...toResultDocument(result, head) }),
    end: (summary) => write({ type: "summary", ...toSummaryDocument(summary, head) }),
  };
}
