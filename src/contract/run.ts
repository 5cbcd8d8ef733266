/** Runs the contract against anything that has a `fetch`. */
import { defaultProvider } from "../crypto/provider.js";
import { chooseRules } from "./choose-rules.js";
import { chooseScenarios, lackOfClock } from "./choose-scenarios.js";
import { openDeviations } from "./deviations.js";
import type { Judged } from "./judgement.js";
import { judge } from "./judgement.js";
import type { CleanUp } from "./live/clean-up.js";
import { guardReads } from "./live/guard-reads.js";
import { startLive } from "./live/live-run.js";
import { playGenerated } from "./play-generated.js";
import { createRedactor } from "./redaction/redactor.js";
import type { ContractResult } from "./result.js";
import type { ContractOptions } from "./run-options.js";
import type { GeneratedScenario, Scenario, Stage } from "./scenario.js";
import { SYSTEM_CLOCK } from "./session/clock.js";
import { createMaterial } from "./session/material.js";
import { BudgetError, InterruptedError, NothingMadeError } from "./session/run-end.js";
import { serviceRoot } from "./session/service-root.js";
import type { Session } from "./session/session.js";
import { createSession } from "./session/session.js";
import { createReader, ONE_READ, PATIENT } from "./session/settling.js";
import { createTally } from "./tally.js";
import { kept, uncleaned, unplayed } from "./unplayed.js";

/** A tenant is not asked for more of the same. */
const MOST_LIVE_DRAWS = 3;
const REQUESTS = 2_000;

/**
 * Plays the scenarios and judges what came back: failures, known differences and observations as they are found, each
 * rule's place once a scenario; passes and skips at the end, one for each rule and operation. Live, scenarios that the
 * tenant or its cloud has nothing for are skipped under the rule `scenarios`, and what could not be deleted fails the rule
 * `clean-up`. However the run ends, what it has made is deleted first, also where nobody asks for another result.
 * @throws {RangeError} naming `baseUrl`, `rules`, `scenarios`, `phases`, `replay`, `deviations` or `live`, when the first
 * result is asked for
 * @throws {TypeError} naming `auth`, for a token that no header takes
 * @throws {MalformedError} `ERR_CONTRACT_TOKEN` for a token that a live run must not use
 * @throws {ForeignWriteError} @throws {JournalError} where the run stopped itself before something was sent
 */
export async function* runContract(options: ContractOptions): AsyncGenerator<ContractResult, void> {
  if (options.redaction === "off") return yield* run(options);
  const redactor = createRedactor();
  const { auth, onExchange } = options;
  const learning: ContractOptions = {
    ...options,
    auth: async () => {
      const token = typeof auth === "string" ? auth : await auth();
      redactor.secret(token, "token");
      return token;
    },
    onExchange: async (exchange) => {
      redactor.learn([exchange]);
      await onExchange?.(exchange);
    },
  };
  for await (const result of run(learning)) yield redactor.result(result);
}

async function* run(options: ContractOptions): AsyncGenerator<ContractResult, void> {
  const { mode, clock = SYSTEM_CLOCK, provider = defaultProvider(), seed = 1, signal, onExchange } = options;
  const baseUrl = serviceRoot(options.baseUrl);
  const { objects = {}, settling = mode === "live" ? PATIENT : ONE_READ } = options;
  const isMock = mode === "mock";
  const rules = chooseRules(options.rules);
  const { scenarios: ids, phases, replay } = options;
  const scenarios = chooseScenarios({ mode, scenarios: ids, phases, replay });
  const book = openDeviations(options.deviations ?? [], clock.now());
  const tally = createTally(rules, book, mode);
  const material = options.material ?? createMaterial(provider);
  const token = options.auth;
  const given = typeof token === "string" ? () => token : token;
  const live =
    mode === "live"
      ? await startLive({ fetch: options.fetch, baseUrl, auth: given, clock, live: options.live })
      : undefined;
  const fetch = live?.fetch ?? (mode === "read-only" ? guardReads(options.fetch, baseUrl, objects) : options.fetch);
  const endsAt = clock.now() + (options.budget?.ms ?? Number.POSITIVE_INFINITY);
  const budget = {
    requests: options.budget?.requests ?? (isMock ? Number.POSITIVE_INFINITY : REQUESTS),
    // A virtual clock is moved by days within one scenario.
    ...(isMock ? {} : { endsAt }),
  };
  const newSession = (): Session =>
    createSession({ fetch, baseUrl, auth: live?.auth ?? given, clock, budget, signal, onExchange });
  const stageOf = (session: Session): Stage => ({
    session,
    read: createReader(session, settling, provider),
    settling,
    named: live?.named ?? ((displayName) => displayName),
    material,
    mode,
    objects,
  });
  const draws = options.budget?.draws ?? (isMock ? 20 : 1);
  // Why the run ends before its end, and why the rest of a scenario was not played.
  const state: { cut: string | undefined; lack: string | undefined } = { cut: undefined, lack: undefined };
  const isOver = (): boolean => {
    if (signal?.aborted === true) state.cut ??= reasonOf(signal);
    if (clock.now() > endsAt) state.cut ??= SPENT;
    return state.cut !== undefined;
  };
  const attempt = async (play: () => Promise<void>): Promise<void> => {
    try {
      await play();
    } catch (error) {
      if (error instanceof BudgetError) state.cut = SPENT;
      else if (error instanceof InterruptedError) state.cut = reasonOf(signal);
      else if (error instanceof NothingMadeError) state.lack = error.message;
      else throw error;
    }
  };
  const played = async (play: (stage: Stage) => Promise<void>): Promise<readonly Judged[]> => {
    const session = newSession();
    await attempt(() => play(stageOf(session)));
    return await judge(session.exchanges, rules, provider);
  };
  const findings = async function* (scenario: Scenario | GeneratedScenario): AsyncGenerator<ContractResult, void> {
    if ("play" in scenario) {
      yield* tally.add(scenario.id, await played(scenario.play));
      return;
    }
    const drawn = await playGenerated(scenario, {
      draw: replay ?? { seed, path: undefined },
      draws: live === undefined ? draws : Math.min(draws, MOST_LIVE_DRAWS),
      shrinks: isMock,
      play: ({ play }) => played(play),
      isFailure: ({ rule, result }) => result.status === "fail" && tally.isNews(rule, result),
      isOver,
    });
    yield* tally.add(scenario.id, drawn.judged, drawn.counterexample);
  };
  const lacks: string[] = [];
  let cleaned: CleanUp = { left: [], kept: [] };

  try {
    for (const scenario of scenarios) {
      if (isOver()) break;
      state.lack = lackOfClock(scenario, clock);
      await attempt(async () => {
        state.lack ??= await live?.lack(scenario.needs ?? [], newSession());
      });
      if (state.lack === undefined && state.cut === undefined) yield* findings(scenario);
      if (state.lack !== undefined) {
        lacks.push(state.lack);
        yield unplayed(scenario.id, state.lack);
      }
      cleaned = (await live?.cleanUp()) ?? cleaned;
    }
  } finally {
    cleaned = (await live?.cleanUp()) ?? cleaned;
  }
  yield* tally.finish(state.cut ?? lacks[0]);
  if (cleaned.left.length > 0) yield uncleaned(cleaned.left);
  if (cleaned.kept.length > 0) yield kept(cleaned.kept);
}

const SPENT = "the budget was spent";
const INTERRUPTED = "interrupted";

/** A signal of `AbortSignal.timeout` is a budget too. */
function reasonOf(signal: AbortSignal | undefined): string {
  const reason: unknown = signal?.reason;
  return reason instanceof Error && reason.name === "TimeoutError" ? SPENT : INTERRUPTED;
}
