/** Runs the contract against anything that has a `fetch`. */
import type { CryptoProvider } from "../crypto/provider.js";
import { defaultProvider } from "../crypto/provider.js";
import type { Deviation } from "./deviations.js";
import { openDeviations } from "./deviations.js";
import { judge } from "./judgement.js";
import { playGenerated } from "./play-generated.js";
import type { ContractResult, Counterexample } from "./result.js";
import type { Rule } from "./rule.js";
import { RULES } from "./rules.js";
import type { GeneratedScenario, Mode, NamedObjects, Scenario, Stage } from "./scenario.js";
import { GENERATED_SCENARIOS, SCENARIOS } from "./scenarios.js";
import type { Clock } from "./session/clock.js";
import { SYSTEM_CLOCK } from "./session/clock.js";
import type { Material } from "./session/material.js";
import { createMaterial } from "./session/material.js";
import type { Session } from "./session/session.js";
import { BudgetError, createSession } from "./session/session.js";
import { createTally } from "./tally.js";

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
  /** Decides what is drawn; default 1. */
  readonly seed?: number | undefined;
  readonly budget?: RunBudget | undefined;
  /** Default: real time, with which nothing that needs days is tried. */
  readonly clock?: Clock | undefined;
  readonly deviations?: readonly Deviation[] | undefined;
  /** What a read-only run looks at. */
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
  /** Default: without end for a mock, else 500. */
  readonly requests?: number | undefined;
  /** Milliseconds on the clock of the run; default: without end. */
  readonly ms?: number | undefined;
  /** How many of each generated scenario are drawn; default 20 for a mock, else 1. */
  readonly draws?: number | undefined;
}

/**
 * Plays the scenarios and judges what came back: failures, known differences and observations as they are found, each
 * rule's place once a scenario; passes and skips at the end, one for each rule and operation.
 * @throws {RangeError} naming `rules`, `scenarios`, `replay` or `deviations`, when the first result is asked for
 */
export async function* runContract(options: ContractOptions): AsyncGenerator<ContractResult, void> {
  const { fetch, baseUrl, mode, clock = SYSTEM_CLOCK, provider = defaultProvider(), seed = 1 } = options;
  const isMock = mode === "mock";
  const rules = chooseRules(options.rules);
  const scenarios = chooseScenarios(options, clock);
  const book = openDeviations(options.deviations ?? [], clock.now());
  const tally = createTally(rules, book);
  const material = options.material ?? createMaterial(provider);
  const token = options.auth;
  const auth = typeof token === "string" ? () => token : token;
  const budget = { requests: options.budget?.requests ?? (isMock ? Number.POSITIVE_INFINITY : 500) };
  const endsAt = clock.now() + (options.budget?.ms ?? Number.POSITIVE_INFINITY);
  const newSession = (): Session => createSession({ fetch, baseUrl, auth, clock, budget });
  const stageOf = (session: Session): Stage => ({ session, material, mode, objects: options.objects ?? {} });
  let isCut = false;

  for (const scenario of scenarios) {
    if (isCut || clock.now() > endsAt) {
      isCut = true;
      break;
    }
    if ("play" in scenario) {
      const session = newSession();
      isCut = await isOverBudget(() => scenario.play(stageOf(session)));
      yield* tally.add(scenario.id, await judge(session.exchanges, rules, provider));
      continue;
    }
    const drawn = await playGenerated(scenario, {
      draw: options.replay ?? { seed, path: undefined },
      draws: options.budget?.draws ?? (isMock ? 20 : 1),
      shrinks: isMock,
      play: async ({ play }) => {
        const session = newSession();
        isCut = await isOverBudget(() => play(stageOf(session)));
        return await judge(session.exchanges, rules, provider);
      },
      isFailure: ({ rule, result }) => result.status === "fail" && tally.isNews(rule, result),
      isOver: () => isCut || clock.now() > endsAt,
    });
    yield* tally.add(scenario.id, drawn.judged, drawn.counterexample);
  }
  yield* tally.finish(isCut ? "the budget was spent" : undefined);
}

async function isOverBudget(play: () => Promise<void>): Promise<boolean> {
  try {
    await play();
    return false;
  } catch (error) {
    if (error instanceof BudgetError) return true;
    throw error;
  }
}

function chooseRules(ids: readonly string[] | undefined): readonly Rule[] {
  const stranger = ids?.find((id) => !RULES.some((rule) => rule.id === id));
  if (stranger !== undefined) throw new RangeError(`"rules" expected ids such as C4, got ${stranger}`);
  return ids === undefined ? RULES : RULES.filter(({ id }) => ids.includes(id));
}

function chooseScenarios(
  { mode, scenarios: ids, replay }: ContractOptions,
  clock: Clock,
): readonly (Scenario | GeneratedScenario)[] {
  const all = [...SCENARIOS, ...GENERATED_SCENARIOS];
  const asked = replay === undefined ? ids : [replay.scenario];
  const stranger = asked?.find((id) => !all.some((scenario) => scenario.id === id));
  if (stranger !== undefined) {
    throw new RangeError(
      `"${replay === undefined ? "scenarios" : "replay"}" expected the id of a scenario, got ${stranger}`,
    );
  }
  return all.filter(
    ({ id, modes, needsVirtualClock = false }) =>
      modes.includes(mode) && (asked?.includes(id) ?? true) && (!needsVirtualClock || clock.advance !== undefined),
  );
}
