/** A HAR as exchanges: those of Graph, in the order in which they were sent, each once. */
import type { Exchange } from "../exchange.js";
import { toJson } from "../exchange.js";
import { operationOf } from "../operation-of.js";
import type { HarRequest } from "./har-entry.js";
import { requestOf, toExchange } from "./har-entry.js";
import type { HarEntry, HarLimits } from "./har-parser.js";
import { DEFAULT_HAR_LIMITS, parseHar } from "./har-parser.js";
import { remember } from "./windows.js";

/** How to read. */
export interface ReadHarOptions {
  /** Reads only what was sent there; default: Graph of all clouds, and what looks like it elsewhere. */
  readonly baseUrl?: string | undefined;
  readonly limits?: Partial<HarLimits> | undefined;
  /** Told once, when all is read. */
  readonly onEnd?: ((summary: HarSummary) => void) | undefined;
}

/** What was in the file. */
export interface HarSummary {
  /** Entries that were given as exchanges. */
  readonly read: number;
  /** Of other services. */
  readonly skipped: number;
  /** Written twice: once by the page, once by its service worker or its cache. */
  readonly repeated: number;
}

const GRAPH_HOSTS: ReadonlySet<string> = new Set([
  "graph.microsoft.com",
  "graph.microsoft.us",
  "dod-graph.microsoft.us",
  "microsoftgraph.chinacloudapi.cn",
]);

/** Some programs write entries as they were answered: so many are held back to bring them into order. */
const HELD_BACK = 32;
/** How many answers are remembered to see them again. */
const REMEMBERED = 256;

/**
 * Reads a HAR 1.2 of any size; memory does not grow with it. Each exchange has its `origin` (`log.entries[17]`) and is
 * foreign; `index` counts exchanges as they are given. Never gives a token or a cookie.
 * @param chunks - the file as UTF-8, cut anywhere
 * @throws {MalformedError} `ERR_CONTRACT_HAR_JSON`, `ERR_CONTRACT_HAR_STRUCTURE` with the member's place
 * @throws {LimitError} `ERR_CONTRACT_HAR_LIMIT`
 */
export async function* readHar(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadHarOptions = {},
): AsyncGenerator<Exchange, void> {
  const limits = { ...DEFAULT_HAR_LIMITS, ...options.limits };
  const isRepeated = createMemory();
  const held: Exchange[] = [];
  const counts = { read: 0, skipped: 0, repeated: 0 };
  const next = (): Exchange | undefined => {
    const exchange = held.shift();
    return exchange && { ...exchange, index: counts.read++ };
  };
  for await (const entry of parseHar(chunks, limits)) {
    const request = requestOf(entry);
    if (!isOfGraph(request, options.baseUrl)) {
      counts.skipped += 1;
      continue;
    }
    const exchange = toExchange(entry, request, 0);
    if (isRepeated(exchange, entry)) {
      counts.repeated += 1;
      continue;
    }
    const at = held.findLastIndex(({ sentAt }) => sentAt <= exchange.sentAt);
    held.splice(at + 1, 0, exchange);
    const first = held.length > HELD_BACK ? next() : undefined;
    if (first !== undefined) yield first;
  }
  for (let rest = next(); rest !== undefined; rest = next()) yield rest;
  options.onEnd?.(counts);
}

function isOfGraph({ method, url }: HarRequest, baseUrl: string | undefined): boolean {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return false;
  if (baseUrl !== undefined) {
    const root = baseUrl.replace(/\/$/, "").toLowerCase();
    const rest = url.toLowerCase();
    return rest.startsWith(root) && /^(?:$|[/?])/.test(rest.slice(root.length));
  }
  const { hostname, pathname } = new URL(url);
  if (GRAPH_HOSTS.has(hostname)) return true;
  // A mock or a proxy, anywhere.
  return /\/(?:v1\.0|beta)\//i.test(pathname) && operationOf(method, url).operationId !== undefined;
}

/** An answer is the same one where its request-id is, and it came at the same time or from a cache. */
function createMemory(): (exchange: Exchange, entry: HarEntry) => boolean {
  const seen = new Map<string, Exchange>();
  return (exchange, { json }) => {
    const { request, response, sentAt, receivedAt } = exchange;
    const id = response.headers["request-id"];
    if (id === undefined) return false;
    const name = `${request.method} ${request.url} ${response.status} ${id}`;
    const other = seen.get(name);
    if (other === undefined) {
      remember(seen, name, exchange, REMEMBERED);
      return false;
    }
    const { _fromCache, _fetchedViaServiceWorker, response: answer } = toJson(json);
    const isCopied =
      typeof _fromCache === "string" ||
      _fetchedViaServiceWorker === true ||
      toJson(answer)["_fetchedViaServiceWorker"] === true;
    // Not of a service that gives every answer one id.
    return isCopied || (sentAt < other.receivedAt && other.sentAt < receivedAt);
  };
}
