/** Runs the contract against anything that has a `fetch`. */
import type { CryptoProvider } from "../crypto/provider.js";
import { defaultProvider } from "../crypto/provider.js";
import { chooseScenarios, lackOfClock } from "./choose-scenarios.js";
import type { Deviation } from "./deviations.js";
import { openDeviations } from "./deviations.js";
import type { Exchange } from "./exchange.js";
import type { Judged } from "./judgement.js";
import { judge } from "./judgement.js";
import type { Leftover } from "./live/clean-up.js";
import { guardReads } from "./live/guard-reads.js";
import { startLive } from "./live/live-run.js";
import type { LiveOptions } from "./live/options.js";
import { playGenerated } from "./play-generated.js";
import { createRedactor } from "./redaction/redactor.js";
import type { ContractResult, Counterexample } from "./result.js";
import type { Rule } from "./rule.js";
import { RULES } from "./rules.js";
import type { GeneratedScenario, Mode, NamedObjects, Phase, Scenario, Stage } from "./scenario.js";
import type { Clock } from "./session/clock.js";
import { SYSTEM_CLOCK } from "./session/clock.js";
import type { Material } from "./session/material.js";
import { createMaterial } from "./session/material.js";
import { BudgetError, InterruptedError, NothingMadeError } from "./session/run-end.js";
import type { Session } from "./session/session.js";
import { createSession } from "./session/session.js";
import type { Settling } from "./session/settling.js";
import { createReader, ONE_READ, PATIENT } from "./session/settling.js";
import { createTally } from "./tally.js";
import { uncleaned, unplayed } from "./unplayed.js";

/** What to run, and against whom. */
export interface ContractOptions {
  readonly fetch: (request: Request) => Promise<Response>;
  /** With the version: `https://graph.microsoft.com/v1.0`. */
  readonly baseUrl: string;
  /** A bearer token, or what gives one; it is asked before each request. */
  readonly auth: string | (() => string | Promise<string>);
  readonly mode: Mode;
  /** Ids of rules; default: all. */
  readonly rules?: readonly string[] | undefined;
  /** Ids of scenarios; default: all that the mode and the clock allow. */
  readonly scenarios?: readonly string[] | undefined;
  /** Default: all. */
  readonly phases?: readonly Phase[] | undefined;
  /** Decides what is drawn; default 1. */
  readonly seed?: number | undefined;
  readonly budget?: RunBudget | undefined;
  /** Default: real time, with which nothing that needs days is tried. */
  readonly clock?: Clock | undefined;
  readonly deviations?: readonly Deviation[] | undefined;
  /** How patient reads after writes are; default: one read on a mock and in a read-only run, else `PATIENT`. */
  readonly settling?: Settling | undefined;
  /** Of mode `live`, which asks for them. */
  readonly live?: LiveOptions | undefined;
  /** Once raised nothing more is sent but what cleans up; what was not judged is skipped as interrupted. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each exchange of a scenario as it happens, secrets and all. */
  readonly onExchange?: ((exchange: Exchange) => void | Promise<void>) | undefined;
  /** `off`: results hold the exchanges as they were, secrets and all. Default: on, see `createRedactor`. */
  readonly redaction?: "on" | "off" | undefined;
  /** What a read-only run looks at, and no other run writes to. */
  readonly objects?: NamedObjects | undefined;
  /** Draws this one again and nothing else. */
  readonly replay?: Pick<Counterexample, "scenario" | "seed" | "path"> | undefined;
  /** Default: made by the native WebCrypto. */
  readonly material?: Material | undefined;
  /** Which WebCrypto opens files and verifies signatures; default: the native one. */
  readonly provider?: CryptoProvider | undefined;
}

/** Where a run ends although there is more to do; what is left is skipped. */
export interface RunBudget {
  /** Default: without end for a mock, else 2,000; what cleans up is not counted. */
  readonly requests?: number | undefined;
  /** Milliseconds on the clock of the run; default: without end. */
  readonly ms?: number | undefined;
  /** How many of each generated scenario are drawn; default 20 for a mock, else 1, and live at most 3. */
  readonly draws?: number | undefined;
}

/** A tenant is not asked for more of the same. */
const MOST_LIVE_DRAWS = 3;
const REQUESTS = 2_000;

/**
 * Plays the scenarios and judges what came back: failures, known differences and observations as they are found, each
 * rule's place once a scenario; passes and skips at the end, one for each rule and operation. Live, scenarios that the
 * tenant or its cloud has nothing for are skipped under the rule `scenarios`, and what could not be deleted fails the rule
 * `clean-up`. However the run ends, what it has made is deleted first, also where nobody asks for another result.
 * @throws {RangeError} naming `rules`, `scenarios`, `phases`, `replay`, `deviations` or `live`, when the first result is
 * asked for
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
  const { baseUrl, mode, clock = SYSTEM_CLOCK, provider = defaultProvider(), seed = 1, signal, onExchange } = options;
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
    if (signal?.aborted === true) state.cut ??= INTERRUPTED;
    if (clock.now() > endsAt) state.cut ??= SPENT;
    return state.cut !== undefined;
  };
  const attempt = async (play: () => Promise<void>): Promise<void> => {
    try {
      await play();
    } catch (error) {
      if (error instanceof BudgetError) state.cut = SPENT;
      else if (error instanceof InterruptedError) state.cut = INTERRUPTED;
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
  let left: readonly Leftover[] = [];

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
      left = (await live?.cleanUp()) ?? left;
    }
  } finally {
    left = (await live?.cleanUp()) ?? left;
  }
  yield* tally.finish(state.cut ?? lacks[0]);
  if (left.length > 0) yield uncleaned(left);
}

const SPENT = "the budget was spent";
const INTERRUPTED = "interrupted";

function chooseRules(ids: readonly string[] | undefined): readonly Rule[] {
  const stranger = ids?.find((id) => !RULES.some((rule) => rule.id === id));
  if (stranger !== undefined) throw new RangeError(`"rules" expected ids such as C4, got ${stranger}`);
  return ids === undefined ? RULES : RULES.filter(({ id }) => ids.includes(id));
}
