/** The `fetch` of a run: one connection's worth of patience, no redirects, and a run that cannot begin is ended at once. */
import { InterruptedError } from "../../contract/session/run-end.js";
import { AnswerTooLargeError, readWhole } from "./bounded-answer.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";

/** Sends requests and counts them. */
export interface Sender {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly sent: () => number;
  /** Is aborted where the first request shows that nothing can be learnt; nothing is sent then. */
  readonly signal: AbortSignal;
  /** @throws {UsageError} saying why nothing can be learnt */
  readonly check: () => void;
}

/** Graph answers within seconds; what takes longer counts as lost. */
const TIMEOUT_MS = 100_000;

/** Where nobody knows yet whether there is anybody: whoever mistypes an address is not to wait for long. */
const FIRST_TIMEOUT_MS = 30_000;

/** How long a write may still take after Ctrl-C, so that it is known what it has made. */
const GRACE_MS = 5_000;

/** A connection that was there and broke: an answer that was lost, which is a thing to judge. */
const LOST: ReadonlySet<string> = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

/**
 * @param baseUrl - is told where it cannot be reached
 * @param interrupt - once raised, a read that is in flight is given up, and a write soon; what is sent later is not
 */
export function createSender(host: Pick<Host, "fetch">, baseUrl: string, interrupt?: AbortSignal): Sender {
  const controller = new AbortController();
  let sent = 0;
  let hasBegun = false;
  let problem: UsageError | undefined;

  const give = (message: string, cause?: unknown): void => {
    problem = new UsageError(message, { cause });
    controller.abort(problem);
  };
  return {
    fetch: async (request) => {
      if (problem !== undefined) throw problem;
      sent += 1;
      const isFirst = !hasBegun && request.headers.has("authorization");
      hasBegun ||= isFirst;
      const awaited = interrupt?.aborted === true ? undefined : interrupt;
      try {
        const timeoutMs = isFirst ? FIRST_TIMEOUT_MS : TIMEOUT_MS;
        const response = await send(host, request, timeoutMs, awaited);
        if (isFirst && response.status === 401) {
          give(`${baseUrl} answers the first request with 401: it does not take the token`);
        }
        return response;
      } catch (error) {
        // An answer that nobody waited for is not one that was lost.
        if (awaited?.aborted === true) throw new InterruptedError();
        const code = codeOf(error);
        if (isFirst && !LOST.has(code)) give(`${baseUrl} ${whyLost(error, code)}`, error);
        throw error;
      }
    },
    sent: () => sent,
    signal: controller.signal,
    check: () => {
      if (problem !== undefined) throw problem;
    },
  };
}

async function send(
  host: Pick<Host, "fetch">,
  request: Request,
  timeoutMs: number,
  interrupt: AbortSignal | undefined,
): Promise<Response> {
  const body = request.body === null ? {} : { body: await request.text() };
  const leaving = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const leave = (): void => {
    timer = setTimeout(() => leaving.abort(), request.method === "GET" ? 0 : GRACE_MS);
  };
  interrupt?.addEventListener("abort", leave, { once: true });
  try {
    const response = await host.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: "manual",
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), leaving.signal]),
      ...body,
    });
    return await readWhole(response);
  } finally {
    clearTimeout(timer);
    interrupt?.removeEventListener("abort", leave);
  }
}

function whyLost(error: unknown, code: string): string {
  if (error instanceof AnswerTooLargeError) return `is no Graph: ${error.message}`;
  if (error instanceof Error && error.name === "TimeoutError") {
    return `does not answer: nothing came within ${FIRST_TIMEOUT_MS / 1000} s`;
  }
  if (error instanceof Error && error.cause instanceof Error && error.cause.message === "bad port") {
    return "cannot be reached: fetch uses no such port";
  }
  return `cannot be reached${code === "" ? "" : ` (${code})`}`;
}

/** `fetch` of Node tells the system's error as the cause of its own. */
function codeOf(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth++) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return "";
}
