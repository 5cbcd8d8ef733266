/** What callers of `fetch` throw themselves: neither it nor openapi-fetch has an error of its own for an answer. */
import type { Failure, Json } from "./scenario-client.js";

/** An answer that is an error. */
export class AnsweredError extends Error {
  override readonly name = "AnsweredError";
  readonly status: number;
  readonly body: Json;

  constructor(status: number, body: Json) {
    super(`answered ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** Reads it; throws on what is none. */
export function readAnsweredError(error: unknown): Failure {
  if (!(error instanceof AnsweredError)) throw error;
  const { code, message, innerError } = error.body["error"] as {
    readonly code: string;
    readonly message: string;
    readonly innerError: Readonly<Record<string, string>>;
  };
  return { type: error.name, status: error.status, code, message, requestId: innerError["request-id"] };
}
