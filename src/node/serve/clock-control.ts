/**
 * A route beside Graph's by which a client moves the clock of a served mock, so that what takes days is tried in seconds.
 * It is no part of Graph and lies outside `/v1.0` and `/beta`.
 *
 * `GET /.graph-certkit/clock` answers `{ "isVirtual": true, "now": "2026-06-01T00:00:00.000Z", "advancedMs": 0 }`;
 * `POST` of `{ "advanceMs": 86400000 }` moves the clock forward and answers the same. `now` is the system's time and
 * `advancedMs` on top of it. A mock that has no such clock answers 400, as for every path
 * outside Graph's versions.
 */
import type { FetchHandler } from "./serve.js";

/** After the server's origin. */
export const CLOCK_PATH = "/.graph-certkit/clock";

/** What the clock belongs to. */
export interface ControlledClock {
  /** The time without what it is advanced by. */
  readonly now: () => Date;
  /** @param ms - 0 or more */
  readonly advance: (ms: number) => void;
}

/** What the route answers. */
export interface ClockState {
  readonly isVirtual: true;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** Milliseconds by which it was moved since the mock began. */
  readonly advancedMs: number;
}

/** A century: later than any certificate here ends, and far from where dates end. */
const MOST_MS = 36_525 * 86_400_000;

/**
 * Puts the route in front of a handler; what is for other paths goes through.
 * @param clock - one that nothing else moves, and that was not moved yet
 */
export function withClockControl(handler: FetchHandler, clock: ControlledClock): FetchHandler {
  let advancedMs = 0;
  const tell = (): Response => {
    const now = new Date(clock.now().getTime() + advancedMs).toISOString();
    const state: ClockState = { isVirtual: true, now, advancedMs };
    return Response.json(state);
  };
  const control = async (request: Request): Promise<Response> => {
    if (request.method === "GET") return tell();
    if (request.method !== "POST") return refuse(405, "GET or POST", { allow: "GET, POST" });
    // A page of another origin cannot send this type without asking first, and nobody answers it.
    if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
      return refuse(415, "content-type application/json");
    }
    const ms = await readAdvance(request);
    if (ms === undefined || advancedMs + ms > MOST_MS) {
      return refuse(400, `{ "advanceMs": n } with milliseconds from 0 to ${MOST_MS} in all`);
    }
    clock.advance(ms);
    advancedMs += ms;
    return tell();
  };
  // Most requests are not for it: their addresses are not taken apart, and nothing is waited for.
  return (request) =>
    request.url.includes(CLOCK_PATH) && new URL(request.url).pathname === CLOCK_PATH
      ? control(request)
      : handler(request);
}

async function readAdvance(request: Request): Promise<number | undefined> {
  try {
    const body: unknown = await request.json();
    const ms = typeof body === "object" && body !== null && "advanceMs" in body ? body.advanceMs : undefined;
    return typeof ms === "number" && ms >= 0 && Number.isFinite(ms) ? ms : undefined;
  } catch {
    return undefined;
  }
}

function refuse(status: number, expected: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error: `expected ${expected}` }, { status, headers });
}
