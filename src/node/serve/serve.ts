/** A fetch handler behind a port: http or https, for clients that cannot call it in their own process. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { isIPv6 } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import { createAdaptorServer } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { LostResponseError } from "../../mock/chaos.js";
import type { CountedRequest } from "../../mock/limits.js";
import { COUNTED_HEADER_BYTES } from "../../mock/limits.js";
import { closeGracefully, watchTraffic } from "./close.js";
import { isWildcard } from "./tls-certificate.js";

/** What answers a request. It may reject with `LostResponseError`: the connection is closed without an answer then. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** A request that was answered, or whose client went away. Without headers, query and body, which may hold secrets. */
export interface ServedRequest {
  readonly method: string;
  readonly path: string;
  /** `undefined` where no answer was sent. */
  readonly status: number | undefined;
  readonly durationMs: number;
}

/** Where and how to serve. */
export interface ServeOptions {
  /** Name or address to bind; default 127.0.0.1, which only this machine reaches. */
  readonly host?: string | undefined;
  /** Default 0: one that is free. */
  readonly port?: number | undefined;
  /** Private key and certificate in PEM; without them it is http. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** Request line and headers, in bytes; what is longer is answered 431. Default 64 KiB. */
  readonly headerBytes?: number | undefined;
  /** Bodies in bytes; what says that it is longer is answered 413 unread, what turns out to be is cut off. Default 32 MiB. */
  readonly bodyBytes?: number | undefined;
  /**
   * Puts a Request and a Response that are made lazily in the place of the global ones, which serves reads 1.4 times as
   * fast: for a process that does nothing else. Default false.
   */
  readonly replaceGlobals?: boolean | undefined;
  readonly onServed?: ((request: ServedRequest) => void) | undefined;
  /** Takes what the handler rejects with, which is answered 500: a defect of the handler. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** A server that listens. */
export interface Serving {
  /** Origin under which this machine reaches it, such as `http://127.0.0.1:49152`: no slash at the end. */
  readonly url: string;
  readonly port: number;
  /**
   * Takes no more connections, lets requests under way finish, and closes what is left after `graceMs` (default 5 s).
   * Settles when the last connection is gone; may be called again.
   */
  readonly close: (graceMs?: number) => Promise<void>;
}

/** Clients that send a header a minute would hold a connection for ever (RFC 9110 leaves the time to the server). */
const HEADERS_TIMEOUT_MS = 30_000;
const REQUEST_TIMEOUT_MS = 120_000;
const KEEP_ALIVE_MS = 5_000;

/**
 * Serves `handler` until it is closed. Malformed requests are answered 400, 408, 413 or 431 where they can be answered,
 * and harm nothing.
 * @throws the system's error where it cannot listen, such as `EADDRINUSE`, `EACCES` or `ENOTFOUND`
 * @throws {RangeError} naming the option
 */
export async function serve(handler: FetchHandler, options: ServeOptions = {}): Promise<Serving> {
  const { host = "127.0.0.1", port = 0, tls, headerBytes = 64 * 1024, bodyBytes = 32 * 1024 * 1024 } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`"port" expected an integer from 0 to 65535, got ${port}`);
  }
  const serverOptions = {
    ...tls,
    maxHeaderSize: headerBytes,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const server = createAdaptorServer({
    fetch: guard(handler, bodyBytes, options.onError),
    hostname: host,
    overrideGlobalObjects: options.replaceGlobals ?? false,
    ...(tls === undefined ? { createServer: createHttpServer } : { createServer: createHttpsServer }),
    serverOptions,
  }) as Server;
  const traffic = watchTraffic(server);
  const { onServed } = options;
  if (onServed !== undefined) reportRequests(server, onServed);
  await listen(server, host, port);
  const bound = (server.address() as AddressInfo).port;
  const shownHost = isWildcard(host) ? "localhost" : host;
  return {
    url: `${tls === undefined ? "http" : "https"}://${isIPv6(shownHost) ? `[${shownHost}]` : shownHost}:${bound}`,
    port: bound,
    close: (graceMs = 5_000) => closeGracefully(server, traffic, graceMs),
  };
}

/** The handler as the adaptor calls it: what goes wrong in it costs this one answer. */
function guard(
  handler: FetchHandler,
  bodyBytes: number,
  onError: ServeOptions["onError"],
): (request: Request, bindings: unknown) => Promise<Response> {
  return async (request, bindings) => {
    const { incoming, outgoing } = bindings as HttpBindings;
    const length = Number(incoming.headers["content-length"] ?? 0);
    if (length > bodyBytes) return new Response(null, { status: 413, headers: { connection: "close" } });
    limitBody(incoming, bodyBytes);
    (request as CountedRequest)[COUNTED_HEADER_BYTES] = countHeaderBytes(incoming);
    try {
      return await handler(request);
    } catch (error) {
      if (error instanceof LostResponseError) {
        outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      }
      // Whoever went away in the middle of a request gets no answer, and nobody made a mistake.
      if (!outgoing.destroyed) onError?.(error);
      return new Response(null, { status: 500 });
    }
  };
}

/** At least what `Headers` would have: those of one name are joined there by two characters. */
function countHeaderBytes({ rawHeaders }: IncomingMessage): number {
  let bytes = rawHeaders.length;
  for (const text of rawHeaders) bytes += text.length;
  return bytes;
}

/** Cuts off a body that did not say how long it is. */
function limitBody(incoming: IncomingMessage, bodyBytes: number): void {
  if (incoming.headers["transfer-encoding"] === undefined) return;
  let received = 0;
  const push = incoming.push.bind(incoming);
  incoming.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
    received += chunk instanceof Uint8Array ? chunk.length : 0;
    if (received <= bodyBytes) return push(chunk, encoding);
    incoming.destroy();
    return false;
  };
}

function reportRequests(server: Server, onServed: (request: ServedRequest) => void): void {
  server.prependListener("request", (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const startedAt = performance.now();
    outgoing.once("close", () => onServed(describe(incoming, outgoing, performance.now() - startedAt)));
  });
}

function describe(incoming: IncomingMessage, outgoing: ServerResponse, durationMs: number): ServedRequest {
  return {
    method: incoming.method ?? "",
    path: (incoming.url ?? "").replace(/[?#].*$/s, ""),
    status: outgoing.headersSent ? outgoing.statusCode : undefined,
    durationMs,
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      // Failures to accept a connection, as where descriptors run out: the next one may work.
      server.on("error", () => {});
      resolve();
    });
  });
}
