/** The mock: a request goes in, an answer comes out, and everything in between in its order. */
import { chaosStage } from "./chaos-stage.js";
import { consistencyStage } from "./consistency-stage.js";
import { createExchange } from "./exchange.js";
import { flappingStage } from "./faults/flapping-stage.js";
import type { MockGraph, MockGraphOptions } from "./options.js";
import { resolveSurroundings } from "./options.js";
import type { Stage } from "./pipeline.js";
import { readState, takeSnapshot } from "./snapshot.js";
import { createStore } from "./store.js";
import { throttlingStage } from "./throttling-stage.js";

export type { MockGraph, MockGraphOptions } from "./options.js";

/**
 * A Microsoft Graph of its own, for the requests around API connector certificates and token signing certificates: it
 * opens what is uploaded, mints what is asked for, and keeps state as Graph does. Nothing leaves the process.
 *
 * What Graph does not document is an option (`undocumented`); where the mock and Graph differ says `BEHAVIOURS`. It takes
 * any host: give a client this `fetch`, or serve it.
 * @throws {RangeError} naming the option
 * @throws {MalformedError} `ERR_MOCK_STATE` for an `options.state` that is no snapshot
 * @throws {UnsupportedError} `ERR_CRYPTO_UNAVAILABLE`
 */
export function createMockGraph(options: MockGraphOptions = {}): MockGraph {
  const store = createStore();
  const clock = options.clock ?? { now: () => new Date() };
  let advancedMs = 0;
  const now = (): Date => (advancedMs === 0 ? clock.now() : new Date(clock.now().getTime() + advancedMs));
  const surroundings = resolveSurroundings(options, now);
  const stages: readonly Stage[] = [
    throttlingStage(options.throttling),
    chaosStage(options.chaos),
    surroundings.faults.has("flapping-replica") ? flappingStage() : undefined,
    consistencyStage(options.consistency),
  ].filter((stage) => stage !== undefined);

  const restore = (state: unknown): void => {
    const read = readState(state);
    store.replace(read, read.nextOrder);
    advancedMs = read.advancedMs;
    for (const stage of stages) stage.reset?.();
  };
  if (options.state !== undefined) restore(options.state);

  return {
    fetch: createExchange({ options, surroundings, store, stages }),
    snapshot: () => takeSnapshot(store, advancedMs),
    restore,
    advance: (ms) => {
      if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`"ms" expected a number of at least 0, got ${ms}`);
      advancedMs += ms;
    },
  };
}
