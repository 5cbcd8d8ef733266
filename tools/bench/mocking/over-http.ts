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

async function timeMany(connections: readonly Connection[], message: string): Promise<number> {
  let left = REQUESTS;
  const start = performance.now();
  const work = async ({ send }: Connection): Promise<void> => {
    while (left-- > 0) await send(message);
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
