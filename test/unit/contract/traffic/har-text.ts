/** HAR files as programs write them, as texts and as pieces. */
import type { Exchange } from "../../../../src/contract/exchange.js";
import type { HarSummary, ReadHarOptions } from "../../../../src/contract/traffic/read-har.js";
import { readHar } from "../../../../src/contract/traffic/read-har.js";

const ID = "01234567-89ab-cdef-0123-456789abcdef";
export const CONNECTOR_URL = `https://graph.microsoft.com/v1.0/identity/apiConnectors/${ID}`;

/** An entry as Chrome writes it, other members on top. */
export function entry(request: object = {}, response: object = {}, more: object = {}): object {
  return {
    _initiator: { type: "script" },
    _priority: "High",
    cache: {},
    startedDateTime: "2026-06-01T00:00:00.000Z",
    time: 12.5,
    timings: { send: 1, wait: 10, receive: 1.5 },
    request: {
      method: "GET",
      url: CONNECTOR_URL,
      httpVersion: "http/2.0",
      headers: [
        { name: ":method", value: "GET" },
        { name: "Client-Request-Id", value: "7f2c6f0e-6d0a-4c39-9a53-0f1f5b3a9a12" },
      ],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
      ...request,
    },
    response: {
      status: 200,
      statusText: "",
      httpVersion: "http/2.0",
      headers: [{ name: "Content-Type", value: "application/json" }],
      cookies: [],
      content: { size: 2, mimeType: "application/json", text: "{}" },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
      ...response,
    },
    ...more,
  };
}

export const har = (...entries: readonly unknown[]): string => JSON.stringify({ log: { version: "1.2", entries } });

/** The octets of a text, cut into pieces of one size. */
export async function* pieces(text: string, bytes = 4_096): AsyncGenerator<Uint8Array> {
  const octets = new TextEncoder().encode(text);
  for (let at = 0; at < octets.length; at += bytes) yield await Promise.resolve(octets.subarray(at, at + bytes));
}

/** All that is read of it, and the counts. */
export async function readAll(
  text: string,
  options: ReadHarOptions = {},
  bytes?: number,
): Promise<{ exchanges: Exchange[]; summary: HarSummary | undefined }> {
  const exchanges: Exchange[] = [];
  let summary: HarSummary | undefined;
  const onEnd = (told: HarSummary): void => {
    summary = told;
  };
  for await (const it of readHar(pieces(text, bytes), { onEnd, ...options })) exchanges.push(it);
  return { exchanges, summary };
}
