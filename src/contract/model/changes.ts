/** Writes with the reads around them: what an object was before and what it was afterwards. */
import type { Exchange } from "../exchange.js";
import { isBodyKnown, isSuccess, toJson } from "../exchange.js";

/** What was written between two reads of one object. */
export interface Change {
  /** In lower case. */
  readonly id: string;
  /** In the order in which they were sent; more than one where nobody looked in between. */
  readonly writes: readonly Exchange[];
  /** Absent where nobody looked. A read of a servicePrincipal is one that shows its keys. */
  readonly before: Exchange | undefined;
  readonly after: Exchange | undefined;
}

interface Open {
  before: Exchange | undefined;
  writes: Exchange[];
}

/** Finds the changes, each at its place in the traffic. Reads that had not settled are passed over. */
export function findChanges(
  exchanges: readonly Exchange[],
  ids: ReadonlyMap<string, string> = idsByAppId(exchanges),
): readonly Change[] {
  const found: Change[] = [];
  const open = new Map<string, Open>();
  for (const exchange of exchanges) {
    const id = objectOf(exchange, ids);
    // A request that was throttled has done nothing.
    if (id === undefined || exchange.response.status === 429) continue;
    const state = open.get(id) ?? { before: undefined, writes: [] };
    open.set(id, state);
    if (exchange.request.method !== "GET") {
      state.writes.push(exchange);
    } else if (exchange.isSettled && isWholeRead(exchange)) {
      if (state.writes.length > 0) found.push({ id, ...state, after: exchange });
      open.set(id, { before: exchange, writes: [] });
    }
  }
  for (const [id, state] of open) if (state.writes.length > 0) found.push({ id, ...state, after: undefined });
  return found;
}

/** The object that a request is about: by id, whatever it was addressed by; what a create has made. */
export function objectOf(exchange: Exchange, ids: ReadonlyMap<string, string>): string | undefined {
  const { operationId = "", key, response } = exchange;
  if (operationId.endsWith(".create") && isSuccess(exchange)) {
    const { id } = toJson(response.json);
    return typeof id === "string" ? id.toLowerCase() : undefined;
  }
  if (key === undefined) return undefined;
  return operationId.endsWith("ByAppId") ? ids.get(key) : key;
}

/** From appId to id, as answers have shown them of servicePrincipals. */
export function idsByAppId(exchanges: readonly Exchange[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { operationId, response } of exchanges) {
    const [pair] = idPairs({ operationId, response });
    if (pair !== undefined) ids.set(...pair);
  }
  return ids;
}

/** The appId and the id that an answer shows together, in lower case. */
export function idPairs({
  operationId,
  response,
}: Pick<Exchange, "operationId" | "response">): readonly (readonly [string, string])[] {
  if (!/^servicePrincipal\.(?:create|get|getByAppId)$/.test(operationId ?? "")) return [];
  const { id, appId } = toJson(response.json);
  return typeof id === "string" && typeof appId === "string" ? [[appId.toLowerCase(), id.toLowerCase()]] : [];
}

/** A read that shows all that writes can change; that there is nothing any more is seen by any read. */
function isWholeRead({ operationId = "", request, response }: Exchange): boolean {
  if (response.status === 404) return true;
  if (response.status !== 200 || !isBodyKnown(response)) return false;
  if (operationId.startsWith("identityApiConnector.")) return !/[?&](?:\$|%24)select=/i.test(request.url);
  const select = new URL(request.url).searchParams.get("$select")?.toLowerCase().split(",") ?? [];
  return ["keycredentials", "passwordcredentials", "preferredtokensigningkeythumbprint"].every((it) =>
    select.includes(it),
  );
}
