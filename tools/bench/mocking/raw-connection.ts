/**
 * One connection of HTTP/1.1 with one request at a time, and no more of the protocol than the two servers use: a client
 * library would take more time than the servers, and hide the difference between them.
 */
import type { Socket } from "node:net";
import { connect as connectSocket } from "node:net";

/** A connection that stays open, and is opened again where the server has closed it meanwhile. */
export interface Connection {
  /** Sends a request as it is; gives the body of the answer, rejects for any but a success. */
  readonly send: (message: string) => Promise<string>;
}

/** A connection to the host and port of a URL; the first request opens it. */
export function connect({ hostname, port }: URL): Connection {
  let socket: Socket | undefined;
  let received = "";
  let waiting: { readonly resolve: (body: string) => void; readonly reject: (error: Error) => void } | undefined;
  const take = (chunk: unknown): void => {
    received += String(chunk);
    const body = readBody(received);
    if (body === undefined) return;
    const status = received.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length);
    const { resolve, reject } = waiting ?? {};
    received = "";
    waiting = undefined;
    if (status.startsWith("2")) resolve?.(body);
    else reject?.(new Error(`${status} ${body.slice(0, 200)}`));
  };
  const fail = (error?: Error): void => waiting?.reject(error ?? new Error("the connection was closed"));
  const open = (): Socket =>
    connectSocket({ host: hostname, port: Number(port), noDelay: true })
      .setEncoding("latin1")
      .on("data", take)
      .on("error", fail)
      .on("close", () => {
        socket = undefined;
        fail();
      });
  return {
    send: (message) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket ??= open();
        socket.write(message);
      }),
  };
}

/** The body once it is whole (RFC 9112 section 6), by its length or in chunks. */
function readBody(received: string): string | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end === -1) return undefined;
  const body = received.slice(end + 4);
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, end + 2))?.[1];
  if (length !== undefined) return body.length >= Number(length) ? body : undefined;
  return body.endsWith("0\r\n\r\n") ? body.replace(/(^|\r\n)[0-9a-f]+\r\n/gi, "").trim() : undefined;
}
