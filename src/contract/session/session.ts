/** Sends requests and writes down what became of them: the only place that calls `fetch`. */
import type { Exchange, Relation } from "../exchange.js";
import { parseJson } from "../exchange.js";
import { operationOf } from "../operation-of.js";
import type { Clock } from "./clock.js";
import { sleep } from "./clock.js";
import { retryAfterMs } from "./retry-after.js";

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
}

/** What a session is made of. */
export interface SessionOptions {
  readonly fetch: (request: Request) => Promise<Response>;
  /** With the version: `https://graph.microsoft.com/v1.0`. */
  readonly baseUrl: string;
  /** Gives a bearer token; it is asked before each request. */
  readonly auth: () => string | Promise<string>;
  readonly clock: Clock;
  /** How many more requests may be sent; counts down. */
  readonly budget: { requests: number };
}

/** Sends one step of a scenario after the other, and keeps them. */
export interface Session {
  readonly root: string;
  readonly clock: Clock;
  /** In the order in which they were answered. */
  readonly exchanges: readonly Exchange[];
  /** Waits for the answer, which is never an exception; after 429 it waits as told, up to three times. */
  readonly send: (step: string, sending: Sending) => Promise<Exchange>;
}

/** The run has sent as many requests as it may. */
export class BudgetError extends Error {
  override readonly name = "BudgetError";
}

const MOST_TRIES = 4;
/** Waits longer than this are not obeyed but given up. */
const LONGEST_WAIT_MS = 600_000;

/** A session that has sent nothing. */
export function createSession({ fetch, baseUrl, auth, clock, budget }: SessionOptions): Session {
  const exchanges: Exchange[] = [];
  const root = baseUrl.replace(/\/$/, "");

  const sendOnce = async (step: string, sending: Sending): Promise<Exchange> => {
    if (budget.requests <= 0) throw new BudgetError("the budget of requests is spent");
    budget.requests -= 1;
    const { method, path, body, relation, isAnonymous = false, isSettled = true } = sending;
    const url = /^https?:/.test(path) ? path : `${root}${path}`;
    const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
    const headers: Record<string, string> = {
      ...(text === "" ? {} : { "content-type": "application/json" }),
      ...(isAnonymous ? {} : { authorization: `Bearer ${await auth()}` }),
      ...sending.headers,
    };
    const sentAt = clock.now();
    const response = await receive(
      fetch,
      new Request(url, { method, headers, ...(text === "" ? {} : { body: text }) }),
    );
    const { operationId, key } = operationOf(method, url);
    const kept = isAnonymous ? headers : { ...headers, authorization: "Bearer …" };
    const exchange: Exchange = {
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
    exchanges.push(exchange);
    return exchange;
  };

  const send = async (step: string, sending: Sending): Promise<Exchange> => {
    for (let tries = 1; ; tries++) {
      const exchange = await sendOnce(step, sending);
      const { response, receivedAt } = exchange;
      const wait = response.status === 429 ? retryAfterMs(response.headers["retry-after"], receivedAt) : undefined;
      if (wait === undefined || wait > LONGEST_WAIT_MS || tries >= MOST_TRIES) return exchange;
      await sleep(clock, wait);
    }
  };
  return { root, clock, exchanges, send };
}

async function receive(fetch: SessionOptions["fetch"], request: Request): Promise<Exchange["response"]> {
  try {
    const response = await fetch(request);
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), text, json: parseJson(text) };
  } catch {
    return { status: 0, headers: {}, text: "", json: undefined };
  }
}
