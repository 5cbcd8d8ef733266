/** Tells results to the terminal and to the files of reports, and counts them. */
import type { ContractResult } from "../../contract/result.js";
import type { RunHead, RunSummary } from "./contract-report/contract-reporter.js";
import { openContractReports } from "./contract-report/open-contract-reports.js";
import { createTerminalReporter } from "./contract-report/terminal-reporter.js";
import type { Host } from "./host.js";
import { createProgress } from "./progress.js";

/** The options as they are typed. */
export interface TellingFlags {
  readonly report?: readonly string[];
  readonly force?: boolean;
  readonly json?: boolean;
  readonly verbose?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** Takes results as they are found. */
export interface ContractTelling {
  /** Shows on a terminal how far it is. @param requests - how many were sent or read so far */
  readonly begin: (requests: () => number) => void;
  readonly add: (result: ContractResult) => Promise<void>;
  /** Takes the progress away: what is told next is no result. */
  readonly pause: () => void;
  /** @returns whether a failure was told */
  readonly end: (ending: Pick<RunSummary, "requests" | "ended">) => Promise<boolean>;
}

/**
 * Looks at the files of reports; none is made before the end.
 * @throws {UsageError} {PathError} where one of them cannot be written
 */
export async function openContractTelling(flags: TellingFlags, host: Host, head: RunHead): Promise<ContractTelling> {
  const { report = [], force = false, json = false, verbose = false, color } = flags;
  const files = await openContractReports(report, force, head);
  const reporters = [createTerminalReporter(host, head, { color, verbose, json }), ...files];
  const counts = { pass: 0, fail: 0, observation: 0, known: 0, skip: 0 };
  const progress = createProgress(host.stderr, host);
  return {
    begin: (requests) =>
      progress.begin(() => {
        const text = `${new Intl.NumberFormat("en-US").format(requests())} requests, ${counts.fail} failures`;
        return { done: requests(), known: requests(), isTotal: false, text };
      }),
    add: async (result) => {
      counts[result.status] += 1;
      if (host.stdout.isTerminal) progress.clear();
      for (const reporter of reporters) await reporter.add(result);
    },
    pause: () => progress.end(),
    end: async (ending) => {
      progress.end();
      const durationMs = host.now().getTime() - head.startedAt.getTime();
      for (const reporter of reporters) await reporter.end({ counts, durationMs, ...ending });
      return counts.fail > 0;
    },
  };
}
