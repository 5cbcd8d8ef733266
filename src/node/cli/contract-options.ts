/** The options of `graph-certkit contract run` and of what runs like it, as they are typed and as they are used. */
import { RULES } from "../../contract/rules.js";
import type { NamedObjects, Phase } from "../../contract/scenario.js";
import { PHASES } from "../../contract/scenario.js";
import { GENERATED_SCENARIOS, SCENARIOS } from "../../contract/scenarios.js";
import type { ContractTarget, TargetFlags } from "./contract-target.js";
import { readTarget } from "./contract-target.js";
import type { TokenFlags } from "./contract-token.js";
import { readDuration, readIntegerOption } from "./duration.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";

/** What is played, however it is told. */
export interface SelectionFlags {
  readonly rules?: string;
  readonly scenario?: readonly string[];
  readonly phase?: readonly string[];
  readonly object?: readonly string[];
  readonly seed?: string;
  readonly draws?: string;
  readonly replay?: string;
}

/** The options as they are typed. */
export interface RunFlags extends SelectionFlags, TargetFlags, TokenFlags {
  readonly maxRequests?: string;
  readonly maxTime?: string;
  readonly maxObjects?: string;
  readonly settle?: string;
  readonly lagDeadline?: string;
  readonly prefix?: string;
  readonly journal?: string;
  readonly deviations?: string;
  readonly report?: readonly string[];
  readonly json?: boolean;
  readonly force?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** What is played. */
export interface Selection {
  readonly rules: readonly string[] | undefined;
  readonly scenarios: readonly string[] | undefined;
  readonly phases: readonly Phase[] | undefined;
  readonly objects: NamedObjects;
  readonly seed: number;
  readonly draws: number | undefined;
  readonly replay: { readonly scenario: string; readonly seed: number; readonly path: string } | undefined;
  /** Whether less than everything is played: what is known to differ may then be of no use. */
  readonly isNarrow: boolean;
}

/** The options as they are used. */
export interface RunSettings {
  readonly target: ContractTarget;
  readonly selection: Selection;
  readonly maxRequests: number | undefined;
  readonly maxMs: number | undefined;
  readonly maxObjects: number | undefined;
  readonly settleReads: number | undefined;
  readonly lagDeadlineMs: number | undefined;
}

/** Of a read-only run, which would send nothing. */
export const NO_OBJECTS =
  "--mode read-only looks at nothing but what --object names: add --object connector:ID or servicePrincipal:ID";

/** Seeds of 32 bits are what fast-check takes as they are. */
const MOST_SEED = 2_147_483_647;
const DEFAULT_SEED = 1;
const DAY_MS = 86_400_000;

/**
 * Reads the options.
 * @throws {UsageError} for a value that is none, and for a target that is not to be written to
 */
export function readRunOptions(flags: RunFlags, host: Pick<Host, "random">): RunSettings {
  const target = readTarget(flags);
  if (target.live === undefined) {
    for (const [name, value] of [
      ["--journal", flags.journal],
      ["--max-objects", flags.maxObjects],
      ["--prefix", flags.prefix],
    ]) {
      if (value !== undefined) throw new UsageError(`${name} is for --mode live`);
    }
  }
  const selection = readSelection(flags, host);
  const { connectors = [], servicePrincipals = [] } = selection.objects;
  if (target.mode === "read-only" && connectors.length + servicePrincipals.length === 0) {
    throw new UsageError(NO_OBJECTS);
  }
  return {
    target,
    selection,
    maxRequests: readIntegerOption(flags.maxRequests, "--max-requests", 1, 1_000_000),
    maxMs: readDuration(flags.maxTime, "--max-time", DAY_MS),
    maxObjects: readIntegerOption(flags.maxObjects, "--max-objects", 1, 1000),
    settleReads: readIntegerOption(flags.settle, "--settle", 1, 100),
    lagDeadlineMs: readDuration(flags.lagDeadline, "--lag-deadline", DAY_MS),
  };
}

/** @throws {UsageError} for a value that is none */
export function readSelection(flags: SelectionFlags, { random }: Pick<Host, "random">): Selection {
  const { scenario, phase, replay } = flags;
  const rules = readRules(flags.rules);
  if (replay !== undefined && (scenario !== undefined || phase !== undefined)) {
    throw new UsageError("--replay plays one draw alone: leave out --scenario and --phase");
  }
  const scenarios = scenario?.map((id) => requireOneOf("--scenario", id, SCENARIO_IDS));
  const phases = phase?.map((id) => requireOneOf("--phase", id, PHASES));
  return {
    rules,
    scenarios,
    phases,
    objects: readObjects(flags.object ?? []),
    seed: flags.seed === "random" ? drawSeed(random) : readSeed(flags.seed, "--seed"),
    draws: readIntegerOption(flags.draws, "--draws", 1, 1_000_000),
    replay: replay === undefined ? undefined : readReplay(replay),
    isNarrow: [rules, scenarios, phases, replay].some((value) => value !== undefined),
  };
}

/** Ids of rules with commas between them. @throws {UsageError} for one that is none */
export function readRules(text: string | undefined): readonly string[] | undefined {
  const ids = text?.split(",").map((id) => id.trim().toUpperCase());
  const stranger = ids?.find((id) => !RULES.some((rule) => rule.id === id));
  if (stranger === undefined) return ids;
  const what = /^\w{1,8}$/.test(stranger) ? `; ${stranger} is none` : "";
  throw new UsageError(`--rules expects ids such as C4,S6 ("graph-certkit contract rules" lists them)${what}`);
}

const DRAWN_IDS: readonly string[] = GENERATED_SCENARIOS.map(({ id }) => id);
const SCENARIO_IDS: readonly string[] = [...SCENARIOS.map(({ id }) => id), ...DRAWN_IDS];

function requireOneOf<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} expects one of ${choices.join(", ")}`);
}

function readSeed(text: string | undefined, option: string): number {
  return readIntegerOption(text, option, -MOST_SEED, MOST_SEED) ?? DEFAULT_SEED;
}

function drawSeed(random: Host["random"]): number {
  return random(4).reduce((seed, octet) => seed * 256 + octet, 0) % MOST_SEED;
}

/** `SCENARIO:SEED:PATH`; the path has colons of its own. */
function readReplay(text: string): Selection["replay"] {
  const [, scenario = "", seed = "", path = ""] = /^([a-z-]+):(-?\d+):([\d:]*)$/.exec(text) ?? [];
  if (scenario === "") throw new UsageError("--replay expects SCENARIO:SEED:PATH as a failure prints it");
  return { scenario: requireOneOf("--replay", scenario, DRAWN_IDS), seed: readSeed(seed, "--replay"), path };
}

/** `connector:ID`, `servicePrincipal:ID` */
function readObjects(texts: readonly string[]): NamedObjects {
  const objects = texts.map((text) => {
    const [, kind = "", id = ""] = /^(connector|servicePrincipal):([\w-]{1,128})$/i.exec(text) ?? [];
    if (id === "") throw new UsageError("--object expects connector:ID or servicePrincipal:ID");
    return { kind: kind.toLowerCase(), id };
  });
  const idsOf = (wanted: string): readonly string[] =>
    objects.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  return { connectors: idsOf("connector"), servicePrincipals: idsOf("serviceprincipal") };
}
