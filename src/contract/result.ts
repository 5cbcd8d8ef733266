/** What a run tells. */
import type { Exchange } from "./exchange.js";
import type { Evidence } from "./rule.js";

/** One result. */
export interface ContractResult {
  /** A rule's id; `deviations` for a known difference that is no more. */
  readonly rule: string;
  readonly title: string;
  /** `known`: a failure that a deviation covers. `skip`: nothing was there to judge, or the run had to end. */
  readonly status: "pass" | "fail" | "observation" | "known" | "skip";
  readonly operation: string;
  /** Which scenario found it; of a pass or skip: "". */
  readonly scenario: string;
  readonly evidence: readonly Evidence[];
  /** Where the rule is to be read; of what is known, where that is. */
  readonly source: string;
  /** Why it is known or skipped. */
  readonly reason?: string | undefined;
  /** Of what is known: the last day on which it counts. */
  readonly expires?: string | undefined;
  /** What is different, in words, where values alone do not show it: octets of a certificate. */
  readonly detail?: string | undefined;
  readonly pointer: string;
  readonly expected: unknown;
  readonly actual: unknown;
  /** Redacted, unless the run was asked not to: then secret, as the requests are. */
  readonly exchanges: readonly Exchange[];
  /** How to do it again, where it was drawn. */
  readonly counterexample?: Counterexample | undefined;
  /** The request at fault, without what is secret: where reads show what a write did, the write. */
  readonly curl?: string | undefined;
}

/** One drawn scenario: with the same seed and path it is drawn again. */
export interface Counterexample {
  readonly scenario: string;
  readonly seed: number;
  readonly path: string;
  /** What it does, for people. */
  readonly text: string;
}
