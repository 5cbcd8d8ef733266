/** Requests over http, many at a time on connections that stay open; the same loop for every server. */
import type { Runs } from "./in-process.js";
import type { Connection } from "./raw-connection.js";
import { connect } from "./raw-connection.js";

/** Connections, each with one request under way. */
const AT_ONCE = 16;

/** Of one measurement. */
const REQUESTS = 1_000;

/** `@odata.type` is required by the published document, which Prism holds bodies against. */
const BODY = JSON.stringify({
  "@odata.type": "#microsoft.graph.identityApiConnector",
  displayName: "bench",
  targetUrl: "https://api.example.com/",
});

/**
 * Milliseconds of a thousand requests to each server. Any answer but a success with a JSON object fails the run.
 * @param servers - name of the row to the URL of the service root
 */
export async function httpRuns(method: "GET" | "POST", servers: Readonly<Record<string, string>>): Promise<Runs> {
  const runs = Object.entries(servers).map(async ([name, root]): Promise<[string, () => Promise<number>]> => {
    const connections = Array.from({ length: AT_ONCE }, () => connect(new URL(root)));
    const url = new URL(`${root}/identity/apiConnectors`);
    const create = toMessage("POST", url);
    const [first] = connections;
    if (first === undefined) throw new Error("no connection");
    const { id } = JSON.parse(await first.send(create)) as { readonly id?: string };
    const message = method === "POST" ? create : toMessage("GET", new URL(`${url.href}/${id ?? "none"}`));
    return [name, () => timeMany(connections, message)];
  });
  return Object.fromEntries(await Promise.all(runs));
}

/** Longer than either server takes for an answer, where it has a processor. */
const AWAKE_MS = 1;

/**
 * Makes what keeps this process awake for a moment after each answer: it goes on asking the system for news instead of
 * sleeping until there is some. A client that is quicker than the server would sleep after each answer, and then it is
 * the server that has to wake a processor for the next: 25 µs of each answer on a virtual machine, as long as the quicker
 * server takes for half of the rest, and it says nothing of either. Not for longer, as on a busy machine it would take
 * the processor from a server.
 */
function createVigil(): () => void {
  let until = 0;
  let isAwake = false;
  const poll = (): void => {
    isAwake = performance.now() < until;
    if (isAwake) setImmediate(poll);
  };
  return () => {
    until = performance.now() + AWAKE_MS;
    if (isAwake) return;
    isAwake = true;
    setImmediate(poll);
  };
}

async function timeMany(connections: readonly Connection[], message: string): Promise<number> {
  let left = REQUESTS;
  const stayAwake = createVigil();
  const start = performance.now();
  const work = async ({ send }: Connection): Promise<void> => {
    while (left-- > 0) {
      await send(message);
      stayAwake();
    }
  };
  await Promise.all(connections.map(work));
  return performance.now() - start;
}

/** A request in the form of RFC 9112; its body is ASCII. */
function toMessage(method: "GET" | "POST", { host, pathname }: URL): string {
  const content =
    method === "GET" ? "\r\n" : `Content-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;
  return `${method} ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer token\r\n${content}`;
}
