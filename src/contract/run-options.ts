/** What is said about a run before it begins. */
import type { CryptoProvider } from "../crypto/provider.js";
import type { Deviation } from "./deviations.js";
import type { Exchange } from "./exchange.js";
import type { LiveOptions } from "./live/options.js";
import type { Counterexample } from "./result.js";
import type { Mode, NamedObjects, Phase } from "./scenario.js";
import type { Clock } from "./session/clock.js";
import type { Material } from "./session/material.js";
import type { Settling } from "./session/settling.js";

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
