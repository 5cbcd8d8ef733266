/**
 * Throttling on a virtual clock: budgets by workload, off unless asked for.
 *
 * The figures are those of the page "Microsoft Graph service-specific throttling limits"; how Graph counts inside a window
 * is not documented. Here a window begins with the first request after the last window, and Retry-After is what is left of
 * it.
 */
import type { Workload } from "./operations.js";

/** So much in so long. */
export interface Budget {
  /** Requests or resource units. */
  readonly units: number;
  readonly windowMs: number;
}

/** Budgets; one that is `undefined` is no limit. A `$batch` counts by what is in it. */
export interface ThrottlingOptions {
  /** The page's "identity and access". */
  readonly directory?:
    | {
        /** Resource units of one app in one tenant. */
        readonly perApp?: Budget | undefined;
        /** Write requests of one app in one tenant. */
        readonly writes?: Budget | undefined;
      }
    | undefined;
  /** The page's "identity container", which is CPIM's. */
  readonly cpim?:
    | {
        readonly perTenant?: Budget | undefined;
        readonly perApp?: Budget | undefined;
      }
    | undefined;
}

/** The documented budgets; `tenant` is the tenant's size, which only the directory's depends on. */
export function documentedThrottling(tenant: "small" | "medium" | "large" = "small"): ThrottlingOptions {
  const units = { small: 3500, medium: 5000, large: 8000 }[tenant];
  return {
    directory: { perApp: { units, windowMs: 10_000 }, writes: { units: 3000, windowMs: 150_000 } },
    cpim: { perTenant: { units: 300, windowMs: 60_000 }, perApp: { units: 200, windowMs: 60_000 } },
  };
}

/** What a request is to the throttle. */
export interface Demand {
  readonly workload: Workload;
  /** Whose token it is: `appid` and `tid`, or any text that stands for them. */
  readonly app: string;
  readonly tenant: string;
  readonly isWrite: boolean;
  /** Resource units of the directory's budget; default 1, which is a guess where the page has no row for the request. */
  readonly units?: number | undefined;
}

/** Counts requests. */
export interface Throttle {
  /**
   * Lets a request through and counts it, or refuses it and counts nothing.
   * @param now - milliseconds
   * @returns `undefined`: go on; otherwise what to answer 429 with: whole seconds, at least 1
   */
  readonly take: (demand: Demand, now: number) => { readonly retryAfterSeconds: number } | undefined;
}

interface Window {
  readonly endsAt: number;
  readonly used: number;
}

/** Windows that nobody looks at any more are forgotten beyond this many. */
const MOST_WINDOWS = 10_000;

/**
 * A throttle whose windows have not begun.
 * @throws {RangeError} naming the budget that is none
 */
export function createThrottle(options: ThrottlingOptions = {}): Throttle {
  for (const [name, budget] of namedBudgets(options)) requireBudget(name, budget);
  const windows = new Map<string, Window>();
  return {
    take: (demand, now) => {
      const counts = budgetsOf(options, demand).map(({ key, budget, units }) => {
        const open = windows.get(key);
        const window = open !== undefined && open.endsAt > now ? open : { endsAt: now + budget.windowMs, used: 0 };
        return { key, window, units, isOver: window.used + units > budget.units };
      });
      const waits = counts.filter(({ isOver }) => isOver).map(({ window }) => window.endsAt - now);
      if (waits.length > 0) return { retryAfterSeconds: Math.max(1, Math.ceil(Math.max(...waits) / 1000)) };
      for (const { key, window, units } of counts) {
        windows.set(key, { endsAt: window.endsAt, used: window.used + units });
      }
      if (windows.size > MOST_WINDOWS) forget(windows, now);
      return undefined;
    },
  };
}

function budgetsOf({ directory, cpim }: ThrottlingOptions, demand: Demand): Count[] {
  const tenant = JSON.stringify([demand.workload, demand.tenant]);
  const app = JSON.stringify([demand.workload, demand.tenant, demand.app]);
  const counts: (Count | false | undefined)[] =
    demand.workload === "directory"
      ? [
          directory?.perApp && { key: `units ${app}`, budget: directory.perApp, units: demand.units ?? 1 },
          demand.isWrite && directory?.writes && { key: `writes ${app}`, budget: directory.writes, units: 1 },
        ]
      : demand.workload !== "cpim"
        ? []
        : [
            cpim?.perTenant && { key: `tenant ${tenant}`, budget: cpim.perTenant, units: 1 },
            cpim?.perApp && { key: `app ${app}`, budget: cpim.perApp, units: 1 },
          ];
  return counts.filter((count) => count !== undefined && count !== false);
}

interface Count {
  readonly key: string;
  readonly budget: Budget;
  readonly units: number;
}

function forget(windows: Map<string, Window>, now: number): void {
  for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key);
}

function namedBudgets({ directory, cpim }: ThrottlingOptions): [string, Budget | undefined][] {
  return [
    ["directory.perApp", directory?.perApp],
    ["directory.writes", directory?.writes],
    ["cpim.perTenant", cpim?.perTenant],
    ["cpim.perApp", cpim?.perApp],
  ];
}

function requireBudget(name: string, budget: Budget | undefined): void {
  if (budget === undefined) return;
  for (const [member, value] of Object.entries({ units: budget.units, windowMs: budget.windowMs })) {
    if (Number.isFinite(value) && value > 0) continue;
    throw new RangeError(`"throttling.${name}.${member}" expected a number greater than 0, got ${value}`);
  }
}
