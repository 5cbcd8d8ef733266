/** The body of an answer, read whole and not without end. */

/** Far more than any page of Graph has; a server that never stops would fill the memory. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Answers that have no body, by their status (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5). */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** The answer is larger than any that is worth judging. */
export class AnswerTooLargeError extends Error {
  override readonly name = "AnswerTooLargeError";
}

/**
 * Reads the body.
 * @returns the same answer, whose body is in memory
 * @throws {AnswerTooLargeError} for more than 32 MiB, the rest of which is not fetched; whatever the connection throws
 */
export async function readWhole(response: Response, mostBytes: number = MOST_BYTES): Promise<Response> {
  const { status, statusText, headers, body } = response;
  const chunks: Uint8Array[] = [];
  let read = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    read += part.value.length;
    if (read > mostBytes) {
      // Lets go of the connection; whatever it says to that is of no interest.
      reader?.cancel().catch(() => undefined);
      throw new AnswerTooLargeError(`an answer has more than ${mostBytes} bytes`);
    }
    chunks.push(part.value);
  }
  return new Response(BODILESS.has(status) ? null : Buffer.concat(chunks), { status, statusText, headers });
}
