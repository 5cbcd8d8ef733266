/** How the results of `graph-certkit contract run` and `check` are told. */
import type { ContractResult } from "../../../contract/result.js";
import type { Mode } from "../../../contract/scenario.js";

/** What is known before the first result. */
export interface RunHead {
  readonly command: "run" | "check";
  /** Of this package. */
  readonly version: string;
  /** The address of the service, or the path of the recorded traffic. */
  readonly target: string;
  /** Of a run. */
  readonly mode?: Mode | undefined;
  /** Of a run. */
  readonly seed?: number | undefined;
  readonly startedAt: Date;
  /** Further words that doing it again needs, not quoted: `["--connector", "…"]`. Never a secret. */
  readonly replayFlags: readonly string[];
}

/** What may become of a rule at a place. */
export type ResultStatus = ContractResult["status"];

/** What is known after the last result. */
export interface RunSummary {
  readonly counts: Readonly<Record<ResultStatus, number>>;
  /** How many were sent, or looked at. */
  readonly requests: number;
  readonly durationMs: number;
  /** `budget`: it ended early because all was spent that it might. `interrupt`: somebody broke it off. */
  readonly ended: "complete" | "budget" | "interrupt";
}

/** Writes what it is told in one form. */
export interface ContractReporter {
  /** Takes one result, without secrets. The next one comes once the promise is settled. */
  readonly add: (result: ContractResult) => void | Promise<void>;
  /** Is called once, in the end, also where the run was broken off. */
  readonly end: (summary: RunSummary) => void | Promise<void>;
}

/** In the order in which they are told. */
export const STATUSES: readonly ResultStatus[] = ["fail", "known", "observation", "pass", "skip"];
