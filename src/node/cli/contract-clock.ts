/** The clock of a run over http: that of the mock where it lets itself be moved, else real time. */
import type { Clock } from "../../contract/session/clock.js";
import type { ClockState } from "../serve/clock-control.js";
import { CLOCK_PATH } from "../serve/clock-control.js";
import { readWhole } from "./bounded-answer.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";

const TIMEOUT_MS = 10_000;

/** Two members. */
const MOST_BYTES = 65_536;

/**
 * Asks the server for its clock. Both are on one machine, so that the system's time is the same for both, and the clock of
 * the run is ahead of it by as much as the server's is.
 * @param baseUrl - of a mock of this machine
 * @returns without `advance` where the server has no such clock, or cannot be reached
 */
export async function findClock(baseUrl: string, host: Pick<Host, "fetch" | "now">): Promise<Clock> {
  const now = (): number => host.now().getTime();
  const address = `${new URL(baseUrl).origin}${CLOCK_PATH}`;
  const state = await ask(address, { method: "GET" }, host);
  if (state === undefined) return { now };
  let { advancedMs } = state;
  return {
    now: () => now() + advancedMs,
    advance: async (ms) => {
      const headers = { "content-type": "application/json" };
      const moved = await ask(address, { method: "POST", headers, body: JSON.stringify({ advanceMs: ms }) }, host);
      if (moved === undefined) throw new UsageError(`the clock of ${baseUrl} can be moved no more`);
      advancedMs = moved.advancedMs;
    },
  };
}

async function ask(address: string, init: RequestInit, host: Pick<Host, "fetch">): Promise<ClockState | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await host.fetch(address, { ...init, redirect: "error", signal });
    const state: unknown = response.ok ? await (await readWhole(response, MOST_BYTES)).json() : undefined;
    return isClockState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isClockState(value: unknown): value is ClockState {
  if (typeof value !== "object" || value === null) return false;
  const { isVirtual, advancedMs } = value as Partial<Record<keyof ClockState, unknown>>;
  return isVirtual === true && typeof advancedMs === "number" && advancedMs >= 0;
}
