/** Sends requests and writes down what became of them: the only place that calls `fetch`. */
import type { Exchange, Relation } from "../exchange.js";
import { parseJson } from "../exchange.js";
import { operationOf } from "../operation-of.js";
import { bearer } from "./bearer.js";
import type { Clock } from "./clock.js";
import { sleep } from "./clock.js";
import { retryAfterMs } from "./retry-after.js";
import { BudgetError, InterruptedError, RunEndError } from "./run-end.js";
import { serviceRoot } from "./service-root.js";

/** What to send. */
export interface Sending {
  readonly method: string;
  /** After the service's root, with its first slash; or a whole address. */
  readonly path: string;
  /** Sent as JSON; text goes out as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly isAnonymous?: boolean | undefined;
  readonly relation?: Relation | undefined;
  /** False for a read of which nobody knows whether it sees what was written. */
  readonly isSettled?: boolean | undefined;
  /** Decides, once the answer is there, what kind of read it was; `relation` and `isSettled` are then not looked at. */
  readonly settle?: ((read: Exchange) => Pick<Exchange, "isSettled" | "relation">) | undefined;
}

/** What a session is made of. */
export interface SessionOptions {
  readonly fetch: (request: Request) => Promise<Response>;
  /** With the version: `https://graph.microsoft.com/v1.0`. */
  readonly baseUrl: string;
  /** Gives a bearer token; it is asked before each request. */
  readonly auth: () => string | Promise<string>;
  readonly clock: Clock;
  /** How many more requests may be sent, which counts down; and until when, in milliseconds since 1970. */
  readonly budget: { requests: number; readonly endsAt?: number | undefined };
  /** Nothing more is sent once it is raised. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each exchange as it is, before the next is begun. */
  readonly onExchange?: ((exchange: Exchange) => void | Promise<void>) | undefined;
}

/** Sends one step of a scenario after the other, and keeps them. */
export interface Session {
  readonly root: string;
  readonly clock: Clock;
  /** In the order in which they were answered. */
  readonly exchanges: readonly Exchange[];
  /**
   * Waits for the answer, which is never an exception; after 429 it waits as told, up to three times.
   * @throws {RunEndError} where nothing more may be sent
   * @throws {TypeError} naming `auth`, for a token that no header takes
   */
  readonly send: (step: string, sending: Sending) => Promise<Exchange>;
  /** Lets time pass. */
  readonly pause: (ms: number) => Promise<void>;
}

const MOST_TRIES = 4;
/** Waits longer than this are not obeyed but given up. */
const LONGEST_WAIT_MS = 600_000;

/**
 * A session that has sent nothing.
 * @throws {RangeError} naming `baseUrl`
 */
export function createSession(options: SessionOptions): Session {
  const { fetch, baseUrl, auth, clock, budget, signal, onExchange } = options;
  const exchanges: Exchange[] = [];
  const root = serviceRoot(baseUrl);

  const sendOnce = async (step: string, sending: Sending): Promise<Exchange> => {
    if (signal?.aborted === true) throw new InterruptedError();
    if (budget.requests <= 0) throw new BudgetError("the budget of requests is spent");
    if (clock.now() > (budget.endsAt ?? Number.POSITIVE_INFINITY)) throw new BudgetError("the budget of time is spent");
    budget.requests -= 1;
    const { method, path, body, isAnonymous = false, isSettled = true, settle } = sending;
    const relation = settle === undefined ? sending.relation : undefined;
    const url = /^https?:/.test(path) ? path : `${root}${path}`;
    const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
    const headers: Record<string, string> = {
      ...(text === "" ? {} : { "content-type": "application/json" }),
      ...(isAnonymous ? {} : { authorization: bearer(await auth()) }),
      ...sending.headers,
    };
    const sentAt = clock.now();
    const response = await receive(
      fetch,
      // An answer that leads elsewhere is judged, not followed with a token and a write in hand.
      new Request(url, { method, headers, redirect: "manual", ...(text === "" ? {} : { body: text }) }),
    );
    const { operationId, key } = operationOf(method, url);
    const kept = isAnonymous ? headers : { ...headers, authorization: "Bearer …" };
    const draft: Exchange = {
      index: exchanges.length,
      step,
      operationId,
      key,
      request: { method, url, headers: kept, text, json: parseJson(text) },
      response,
      sentAt,
      receivedAt: clock.now(),
      ...(relation === undefined ? {} : { relation }),
      isSettled,
    };
    const exchange = settle === undefined ? draft : { ...draft, ...settle(draft) };
    exchanges.push(exchange);
    await onExchange?.(exchange);
    return exchange;
  };

  const send = async (step: string, sending: Sending): Promise<Exchange> => {
    for (let tries = 1; ; tries++) {
      const exchange = await sendOnce(step, sending);
      const { response, receivedAt } = exchange;
      const wait = response.status === 429 ? retryAfterMs(response.headers["retry-after"], receivedAt) : undefined;
      if (wait === undefined || wait > LONGEST_WAIT_MS || tries >= MOST_TRIES) return exchange;
      await sleep(clock, wait, signal);
    }
  };
  return { root, clock, exchanges, send, pause: (ms) => sleep(clock, ms, signal) };
}

async function receive(fetch: SessionOptions["fetch"], request: Request): Promise<Exchange["response"]> {
  try {
    const response = await fetch(request);
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), text, json: parseJson(text) };
  } catch (error) {
    if (error instanceof RunEndError) throw error;
    return { status: 0, headers: {}, text: "", json: undefined };
  }
}
