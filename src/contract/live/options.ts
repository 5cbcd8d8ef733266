/** What a run needs to be told before it may write to a tenant. */
import { requireGuid } from "../../graph/guid.js";
import type { Journal } from "./journal.js";

/** Options of mode `live`. */
export interface LiveOptions {
  /** The tenant to write to; the token must be of this one. */
  readonly tenantId: string;
  /** Said in so many words. */
  readonly allowWrites: true;
  /** Goes into the names of what is made, behind the time at which the run begins: letters and digits, at most 20. */
  readonly run?: string | undefined;
  /** Names begin with it; default `zz-graph-contract`. Small letters, digits and hyphens. */
  readonly prefix?: string | undefined;
  /** Told before and after everything that is made or deleted; without one, what a crash leaves is found by its name. */
  readonly journal?: Journal | undefined;
  /** How many objects may be there at once, what is deleted not counted; default 20. */
  readonly maxObjects?: number | undefined;
}

/** Options with their defaults, checked. */
export interface LiveSetup {
  readonly tenantId: string;
  /** Name of the run: when it began, and what it was called. */
  readonly run: string;
  /** What all names of this run begin with. */
  readonly namePrefix: string;
  readonly journal: Journal;
  readonly maxObjects: number;
}

/** Begins the names of everything that a live run makes. */
export const DEFAULT_PREFIX = "zz-graph-contract";

const PREFIX = /^[a-z][a-z0-9-]{5,38}[a-z0-9]$/;
const RUN = /^[a-z0-9]{1,20}$/i;
const STAMP = /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)z(?:\.[a-z0-9]+)?-/i;

/**
 * @param now - milliseconds since 1970; becomes part of all names, so that their age can be read from them
 * @throws {RangeError} naming `live` or its member
 * @throws {TypeError} naming `live.tenantId`
 */
export function resolveLive(options: LiveOptions | undefined, now: number): LiveSetup {
  if (options === undefined) throw new RangeError('"live" expected a tenantId and allowWrites, since the mode is live');
  const { tenantId, allowWrites, run = "", prefix = DEFAULT_PREFIX, journal = NO_JOURNAL, maxObjects = 20 } = options;
  if ((allowWrites as unknown) !== true) throw new RangeError('"live.allowWrites" expected true');
  requireGuid("live.tenantId", tenantId);
  requirePrefix("live.prefix", prefix);
  if (run !== "" && !RUN.test(run)) throw new RangeError('"live.run" expected at most 20 letters and digits');
  if (!Number.isSafeInteger(maxObjects) || maxObjects < 1) {
    throw new RangeError(`"live.maxObjects" expected an integer of at least 1, got ${maxObjects}`);
  }
  const stamp = new Date(now).toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "").toLowerCase();
  const name = run === "" ? stamp : `${stamp}.${run.toLowerCase()}`;
  return { tenantId, run: name, namePrefix: `${prefix}-${name}-`, journal, maxObjects };
}

/** Refuses what could be the beginning of other people's names. @throws {RangeError} naming the argument */
export function requirePrefix(name: string, prefix: string): void {
  if (typeof prefix === "string" && PREFIX.test(prefix)) return;
  throw new RangeError(`"${name}" expected 7 to 40 small letters, digits and hyphens`);
}

/** When the run began that gave this name, in milliseconds since 1970; `undefined` for a name of another make. */
export function startOfRun(displayName: string, prefix: string): number | undefined {
  if (!displayName.startsWith(`${prefix}-`)) return undefined;
  const [, ...parts] = STAMP.exec(displayName.slice(prefix.length + 1)) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return parts.length === 0 ? undefined : Date.UTC(year, month - 1, day, hour, minute, second);
}

const NO_JOURNAL: Journal = { write: () => Promise.resolve() };
