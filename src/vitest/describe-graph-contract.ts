/** The contract as tests: one run, judged place by place. */
import type { TestContext } from "vitest";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { ContractResult } from "../contract/result.js";
import { runContract } from "../contract/run.js";
import type { ContractOptions } from "../contract/run-options.js";
import { failureMessage, noteOf } from "./failure-message.js";
import { byPlace, placesOf } from "./places.js";

/** Options of {@link runContract}; what has a default here may be missing. */
export interface GraphContractOptions extends Omit<ContractOptions, "fetch" | "baseUrl" | "auth" | "mode"> {
  /** Of the suite; default `Graph contract`. */
  readonly name?: string | undefined;
  /** Default: the runtime's own. */
  readonly fetch?: ContractOptions["fetch"] | undefined;
  /** With the version; default `https://graph.microsoft.com/v1.0`. */
  readonly baseUrl?: string | undefined;
  /** Default: the word `token`, which a mock takes. */
  readonly auth?: ContractOptions["auth"] | undefined;
  /** Default: `mock` for a base URL of this machine, else `read-only`; say `mock` where `fetch` leads to one. */
  readonly mode?: ContractOptions["mode"] | undefined;
  /** What is known only once something has started: called before the run, its options win. */
  readonly start?: (() => StartedService | Promise<StartedService>) | undefined;
  /** After that many milliseconds the run is ended, and cleans up; default a minute for a mock, else an hour. */
  readonly timeoutMs?: number | undefined;
  /** Why nothing is to be run; every test is skipped with it. */
  readonly skip?: string | undefined;
}

/** A service that was started for the tests. */
export interface StartedService
  extends Partial<Pick<ContractOptions, "fetch" | "baseUrl" | "auth" | "clock" | "objects" | "live">> {
  /** Called when all is done. */
  readonly stop?: (() => void | Promise<void>) | undefined;
}

const GRAPH = "https://graph.microsoft.com/v1.0";
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** For what a run that was ended still has to remove. */
const GRACE_MS = 120_000;

/** What a run came to. */
interface Outcome {
  readonly places: ReadonlyMap<string, readonly ContractResult[]>;
  /** By rule, why it was not judged. */
  readonly skipped: ReadonlyMap<string, string>;
  readonly error?: unknown;
}

/**
 * Declares a suite of one test for each rule at each operation, and one of the run itself. The run happens once, before the
 * first of them. A test fails with all that its rule found at its operation; it is skipped, with the reason, where nothing
 * was judged. What is only noted, and known differences, are annotations of type `observation` and `known`.
 *
 * Secrets of requests are not shown. The run's own test fails where the run broke off, judged nothing, or where a deviation
 * is of no use; the tests that it leaves open are skipped.
 * @throws {RangeError} naming `rules`
 */
export function describeGraphContract(options: GraphContractOptions = {}): void {
  const { name = "Graph contract", skip } = options;
  describe(name, () => {
    let outcome: Outcome = { places: new Map(), skipped: new Map() };
    let stop: StartedService["stop"];
    // What starts with the tests is a mock, unless it is said to be something else.
    const mode = options.mode ?? (options.start === undefined ? modeOf(options) : "mock");
    const { timeoutMs = mode === "mock" ? 60_000 : 3_600_000 } = options;
    const end = new AbortController();
    let running: Promise<Outcome> | undefined;

    beforeAll(async () => {
      if (skip !== undefined) return;
      const { stop: stopService, ...started } = (await options.start?.()) ?? {};
      stop = stopService;
      running = runOnce({ ...options, ...started }, timeoutMs, end);
      outcome = await running;
    }, timeoutMs + GRACE_MS);
    afterAll(async () => {
      // Where Vitest has not waited: nothing is let go of that a run still writes to, such as a journal.
      end.abort();
      await running;
      await stop?.();
    }, GRACE_MS);

    it("the run comes to its end, and judges something", async (context) => {
      if (skip !== undefined) context.skip(skip);
      const notes = (outcome.places.get("") ?? []).filter(({ status }) => status === "observation");
      for (const note of notes) await context.annotate(noteOf(note), note.status);
      checkRun(outcome);
    });
    for (const place of placesOf(options.rules)) {
      it(place.name, async (context) => {
        if (skip !== undefined) context.skip(skip);
        const reason = outcome.error === undefined ? outcome.skipped.get(place.rule.id) : "the run broke off";
        await tell(context, outcome.places.get(place.name) ?? [], reason);
      });
    }
  });
}

function modeOf({ mode, baseUrl = GRAPH }: GraphContractOptions): ContractOptions["mode"] {
  return mode ?? (LOOPBACK.test(new URL(baseUrl).hostname) ? "mock" : "read-only");
}

/** Never rejects. @param controller - ends the run, which cleans up then */
async function runOnce(
  options: GraphContractOptions,
  timeoutMs: number,
  controller: AbortController,
): Promise<Outcome> {
  const { fetch = (request: Request) => globalThis.fetch(request), baseUrl = GRAPH, auth = "token" } = options;
  const results: ContractResult[] = [];
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  const { signal: asked } = options;
  const signal = asked === undefined ? controller.signal : AbortSignal.any([asked, controller.signal]);
  let error: unknown;
  try {
    const run = { ...options, fetch, baseUrl, auth, mode: modeOf(options), signal };
    for await (const result of runContract(run)) results.push(result);
    if (asked?.aborted) error = new Error('the run was interrupted ("signal")');
    else if (signal.aborted) error = new Error(`the run was ended after ${timeoutMs} ms ("timeoutMs")`);
  } catch (thrown) {
    error = thrown;
  } finally {
    clearTimeout(timer);
  }
  const skips = results.filter(({ status }) => status === "skip");
  return {
    places: byPlace(results.filter(({ status }) => status !== "skip")),
    skipped: new Map(skips.map(({ rule, reason = "nothing was there to judge" }) => [rule, reason])),
    ...(error === undefined ? {} : { error }),
  };
}

/** A run that judged nothing would leave a suite without a failure. */
function checkRun({ places, error }: Outcome): void {
  if (error !== undefined) throw error;
  const failures = (places.get("") ?? []).filter(({ status }) => status === "fail");
  if (failures.length > 0) throw brief(failures.map(failureMessage).join("\n\n"));
  const isJudged = [...places.values()].flat().some(({ status }) => status !== "observation");
  if (isJudged) return;
  throw brief("Nothing was judged: no answer came, or a read-only run was given no objects (option `objects`)");
}

async function tell(context: TestContext, found: readonly ContractResult[], reason?: string): Promise<void> {
  const of = (status: ContractResult["status"]) => found.filter((it) => it.status === status);
  const notes = [...of("observation"), ...of("known")];
  for (const note of notes) await context.annotate(noteOf(note), note.status);
  const failures = of("fail");
  if (failures.length > 0) throw brief(failures.map(failureMessage).join("\n\n"));
  if (found.length === 0) context.skip(reason ?? "the run sent nothing here that the rule judges");
  if (notes.length === found.length && of("known").length === 0) context.skip("noted only: nothing is promised here");
}

/** An error whose trace is not of interest: it would lead into this file. */
function brief(message: string): Error {
  const error = new Error(message);
  error.name = "ContractFailure";
  error.stack = `ContractFailure: ${message}`;
  return error;
}
