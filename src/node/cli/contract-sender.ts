/** The `fetch` of a run: one connection's worth of patience, no redirects, and a run that cannot begin is ended at once. */
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

/** A connection that was there and broke: an answer that was lost, which is a thing to judge. */
const LOST: ReadonlySet<string> = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

/** @param baseUrl - is told where it cannot be reached */
export function createSender(host: Pick<Host, "fetch">, baseUrl: string): Sender {
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
      try {
        const response = await send(host, request);
        if (isFirst && response.status === 401) {
          give(`${baseUrl} answers the first request with 401: it does not take the token`);
        }
        return response;
      } catch (error) {
        const code = codeOf(error);
        if (isFirst && !LOST.has(code)) give(`${baseUrl} cannot be reached${code === "" ? "" : ` (${code})`}`, error);
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

async function send(host: Pick<Host, "fetch">, request: Request): Promise<Response> {
  const body = request.body === null ? {} : { body: await request.text() };
  return await host.fetch(request.url, {
    method: request.method,
    headers: request.headers,
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...body,
  });
}

/** `fetch` of Node tells the system's error as the cause of its own. */
function codeOf(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth++) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return "";
}
