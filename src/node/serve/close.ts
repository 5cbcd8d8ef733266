/** The end of a server: requests under way finish, connections that only wait are closed, and it takes a bounded time. */
import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How often it is looked at whether everything is answered; also how long the last answer has to leave the process. */
const POLL_MS = 10;

/** What is open on a server. */
export interface Traffic {
  /** Answers that are not finished. */
  readonly underWay: ReadonlySet<ServerResponse>;
  /** Connections, also those that have not sent a request, or not even finished their TLS handshake. */
  readonly sockets: ReadonlySet<Socket>;
}

/** Takes note of what is open on a server from now on. */
export function watchTraffic(server: Server): Traffic {
  const underWay = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.prependListener("request", (_: unknown, outgoing: ServerResponse) => {
    underWay.add(outgoing);
    if (!server.listening) sayGoodbye(outgoing);
    outgoing.on("close", () => underWay.delete(outgoing));
  });
  return { underWay, sockets };
}

/**
 * Stops listening at once and settles when every connection is gone.
 * @param graceMs - after which connections are closed whatever happens on them
 */
export function closeGracefully(server: Server, { underWay, sockets }: Traffic, graceMs: number): Promise<void> {
  for (const outgoing of underWay) sayGoodbye(outgoing);
  const closeAll = (): void => {
    server.closeAllConnections();
    for (const socket of sockets) socket.destroy();
  };
  return new Promise((resolve) => {
    const poll = setInterval(() => {
      if (underWay.size === 0) closeAll();
      else server.closeIdleConnections();
    }, POLL_MS);
    const end = setTimeout(closeAll, graceMs);
    // The error of a server that was closed before is no news.
    server.close(() => {
      clearInterval(poll);
      clearTimeout(end);
      resolve();
    });
  });
}

/** Lets a connection end with this answer, where its header is not out yet. */
function sayGoodbye(outgoing: ServerResponse): void {
  if (!outgoing.headersSent) outgoing.setHeader("connection", "close");
}
