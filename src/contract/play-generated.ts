/** Draws scenarios, and makes the one that fails smaller. */
import fc from "fast-check";
import type { Judged } from "./judgement.js";
import type { Counterexample } from "./result.js";
import type { GeneratedScenario, Play } from "./scenario.js";

/** A tenant is not asked again and again for the smallest failure. */
const AS_DRAWN = "(as it was drawn; the same seed and path, replayed on a mock, are made smaller there)";

/** How to draw. */
export interface Drawing {
  readonly draw: { readonly seed: number; readonly path: string | undefined };
  readonly draws: number;
  /** False: the first failure is told as it is, and so it says. */
  readonly shrinks: boolean;
  readonly play: (play: Play) => Promise<readonly Judged[]>;
  /** Which results make a draw a failure. */
  readonly isFailure: (judged: Judged) => boolean;
  /** Nothing more may be sent. */
  readonly isOver: () => boolean;
}

/** What came of it. */
export interface Drawn {
  /** Of all draws what passed and was noted; failures of the smallest draw that fails. */
  readonly judged: readonly Judged[];
  readonly counterexample: Counterexample | undefined;
}

/** Passes and observations of so many draws are kept apart: one of each kind is enough. */
export async function playGenerated(scenario: GeneratedScenario, drawing: Drawing): Promise<Drawn> {
  const { draw, draws, shrinks, play, isFailure, isOver } = drawing;
  const fine = new Map<string, Judged>();
  let failure: { readonly judged: readonly Judged[]; readonly text: string } | undefined;
  const property = fc.asyncProperty(scenario.plays(), async (drawn) => {
    if (isOver()) return true;
    const judged = await play(drawn);
    keepNews(fine, judged);
    if (!judged.some(isFailure)) return true;
    failure = { judged: judged.filter(({ result }) => result.status === "fail"), text: drawn.text };
    return false;
  });
  const { seed } = draw;
  const details = await fc.check(property, {
    seed,
    numRuns: draws,
    // A path with a colon leads to what was made smaller already.
    endOnFailure: !shrinks || draw.path?.includes(":") === true,
    ...(draw.path === undefined ? {} : { path: draw.path }),
  });
  // An exception in a scenario is ours, no finding.
  if (details.errorInstance !== undefined && details.errorInstance !== null) {
    const { errorInstance } = details;
    if (failure === undefined) throw errorInstance;
  }
  if (!details.failed || failure === undefined) return { judged: [...fine.values()], counterexample: undefined };
  const counterexample = {
    scenario: scenario.id,
    seed: details.seed,
    path: details.counterexamplePath ?? "",
    text: shrinks ? failure.text : `${failure.text} ${AS_DRAWN}`,
  };
  return { judged: [...fine.values(), ...failure.judged], counterexample };
}

/**
 * Of each draw one of each kind, and that only if no draw before it had the same: a thousand draws would keep all their
 * traffic alive.
 */
function keepNews(kept: Map<string, Judged>, judged: readonly Judged[]): void {
  const kinds = new Set<string>();
  for (const { rule, result } of judged) {
    const { status, operation, pointer, expected, actual } = result;
    const kind = `${rule.id} ${status} ${operation}`;
    if (status === "fail" || kinds.has(kind)) continue;
    kinds.add(kind);
    const name = status === "pass" ? kind : `${kind} ${JSON.stringify([pointer, expected, actual])}`;
    if (!kept.has(name)) kept.set(name, { rule, result: { ...result, exchanges: result.exchanges.slice(-1) } });
  }
}
