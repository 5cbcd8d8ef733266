/** Misfortune as a stage of the mock: see chaos.ts. */
import type { ChaosOptions, ChaosStatus, Misfortune } from "./chaos.js";
import { createChaos } from "./chaos.js";
import type { RequestContext, Stage } from "./pipeline.js";
import { LOST } from "./pipeline.js";
import type { Refusal } from "./refusal.js";
import { refuse } from "./refusal.js";

/**
 * The stage. Each request has one fate, a `$batch` as a whole; requests are counted as they come, so parallel ones are
 * replayed only as far as their order is.
 * @returns `undefined` without options
 * @throws {RangeError} naming the rate
 */
export function chaosStage(options: ChaosOptions | undefined): Stage | undefined {
  if (options === undefined) return undefined;
  const nextFate = createChaos(options);
  const fates = new WeakMap<RequestContext, Misfortune>();
  return {
    before: (context) => {
      if (context.isInner) return undefined;
      const fate = nextFate();
      if (fate.kind === "error-before") throw failure(fate.status);
      fates.set(context, fate);
      return undefined;
    },
    after: (context) => {
      const fate = fates.get(context);
      if (fate?.kind === "lost-response") return LOST;
      if (fate?.kind === "error-after") throw failure(fate.status);
      return undefined;
    },
  };
}

function failure(status: ChaosStatus): Refusal {
  return refuse(status === 503 ? "unavailable" : "internal");
}
