/** What running a vector means: compares what happened with what was expected and with the list of known divergences. */

/** One line of `exceptions.json`: a vector that is known not to behave as its manifest says, and why that is right. */
export interface Exception {
  /** `own::id` or `shared::file`. */
  readonly id: string;
  readonly expected: string;
  readonly actual: string;
  readonly reason: string;
}

/** `expected` and `actual` are `ok`, an error code, or what differs in a few words. */
export interface Observation {
  readonly id: string;
  readonly expected: string;
  readonly actual: string;
  /** Whether `actual` is what the manifest allows. */
  readonly agrees: boolean;
}

export type Outcome =
  | { readonly kind: "pass" }
  | { readonly kind: "known"; readonly reason: string }
  | { readonly kind: "skip"; readonly reason: string }
  | { readonly kind: "unexpected failure" | "unexpected success" | "stale exception"; readonly message: string };

/** An exception covers exactly the divergence that it names; one that no longer diverges must go. */
export function toOutcome(observation: Observation, exceptions: readonly Exception[]): Outcome {
  const { id, expected, actual, agrees } = observation;
  const exception = exceptions.find((candidate) => candidate.id === id);
  const message = `${id}: expected ${expected}, got ${actual}`;
  if (agrees) {
    if (exception === undefined) return { kind: "pass" };
    return {
      kind: "stale exception",
      message: `${message}: it does not diverge any more, exceptions.json says it does`,
    };
  }
  if (exception?.actual === actual && exception.expected === expected)
    return { kind: "known", reason: exception.reason };
  return { kind: actual === "ok" ? "unexpected success" : "unexpected failure", message };
}

/** `own: 120 pass, 2 skip (why; why else), 1 known`, and failures where there are some. */
export function summarise(set: string, outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome["kind"]): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const failed = outcomes.length - count("pass") - count("skip") - count("known");
  const failures = failed === 0 ? "" : `, ${failed} FAILED`;
  const reasons = new Set(outcomes.flatMap((outcome) => (outcome.kind === "skip" ? [outcome.reason] : [])));
  const why = reasons.size === 0 ? "" : ` (${[...reasons].join("; ")})`;
  return `vectors ${set}: ${count("pass")} pass, ${count("skip")} skip${why}, ${count("known")} known${failures}`;
}
