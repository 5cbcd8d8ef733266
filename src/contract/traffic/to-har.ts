/** Exchanges as a HAR 1.2, for other programs. */
import type { Exchange } from "../exchange.js";

/** What wrote the file. */
export interface HarCreator {
  readonly name: string;
  readonly version: string;
}

/**
 * Writes a HAR piece by piece, so that memory does not grow with it: an entry a line. What is secret in the exchanges is
 * in the file too: give it redacted ones.
 * @param exchanges - in the order in which they were sent
 */
export async function* toHar(
  exchanges: AsyncIterable<Exchange> | Iterable<Exchange>,
  creator: HarCreator = { name: "graph-certkit", version: "1" },
): AsyncGenerator<string, void> {
  yield `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"pages":[],"entries":[`;
  let separator = "\n";
  for await (const exchange of exchanges) {
    yield separator + JSON.stringify(toEntry(exchange));
    separator = ",\n";
  }
  yield "\n]}}\n";
}

function toEntry({ request, response, sentAt, receivedAt }: Exchange): object {
  const { method, url, text } = request;
  const time = receivedAt - sentAt;
  const isSent = (request.unrecorded ?? []).includes("body");
  const isAnswered = (response.unrecorded ?? []).includes("body");
  const type = (headers: Exchange["request"]["headers"]): string => headers["content-type"] ?? "";
  const query = URL.canParse(url) ? [...new URL(url).searchParams] : [];
  return {
    startedDateTime: new Date(sentAt).toISOString(),
    time,
    request: {
      method,
      url,
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: listOf(request.headers),
      queryString: query.map(([name, value]) => ({ name, value })),
      ...(text === "" ? {} : { postData: { mimeType: type(request.headers), text } }),
      headersSize: -1,
      bodySize: isSent ? -1 : bytesOf(text),
    },
    response: {
      status: response.status,
      statusText: "",
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: listOf(response.headers),
      content: {
        size: isAnswered ? -1 : bytesOf(response.text),
        mimeType: type(response.headers),
        ...(isAnswered ? {} : { text: response.text }),
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
  };
}

const listOf = (headers: Readonly<Record<string, string>>): readonly object[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
