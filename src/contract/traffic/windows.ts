/** Traffic of any length cut into pieces that can be judged by themselves: by object, and by what belongs together. */
import type { Exchange } from "../exchange.js";
import { isSuccess } from "../exchange.js";
import { idPairs, objectOf } from "../model/changes.js";

/** How much is kept. Beyond, what was seen first is judged and forgotten. */
export interface WindowLimits {
  /** Exchanges of one object that are judged at once. */
  readonly exchanges: number;
  /** Exchanges that are kept in all. */
  readonly kept: number;
}

/** An object has seldom more requests; a thousand exchanges are some ten megabytes. */
export const DEFAULT_WINDOW_LIMITS: WindowLimits = { exchanges: 64, kept: 1_024 };

/** More objects than these are forgotten, those first that were not seen for longest. */
const REMEMBERED = 2_000;

/** From appId to id, as the traffic has shown them. */
export interface Ids {
  readonly known: ReadonlyMap<string, string>;
  /** @returns the pair that is new */
  readonly learn: (exchange: Exchange) => readonly [string, string] | undefined;
}

/** Knows nothing yet. */
export function createIds(): Ids {
  const known = new Map<string, string>();
  return {
    known,
    learn: (exchange) => {
      const [pair] = idPairs(exchange);
      if (pair === undefined) return undefined;
      const isNew = known.get(pair[0]) !== pair[1];
      remember(known, ...pair, REMEMBERED);
      return isNew ? pair : undefined;
    },
  };
}

/** Sets what was used last; the oldest goes where there are too many. */
export function remember<T>(map: Map<string, T>, name: string, value: T, most: number): void {
  map.delete(name);
  map.set(name, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

/** Whose window an exchange belongs to: an object's, that of an appId of which the id is not known, or nobody's. */
export function windowOf(exchange: Exchange, ids: ReadonlyMap<string, string>): string {
  return objectOf(exchange, ids) ?? (exchange.key === undefined ? "" : appIdWindow(exchange.key));
}

/** The window of an appId. */
export const appIdWindow = (appId: string): string => `appId ${appId}`;

/**
 * What must stay for the next window of the object: the last read and what was written since, a creation that no read has
 * confirmed, so that no change is torn apart.
 */
export function carryOver(window: readonly Exchange[]): readonly Exchange[] {
  const at = window.findLastIndex(
    ({ request, response, isSettled }) => request.method === "GET" && response.status === 200 && isSettled,
  );
  const isRead = at >= 0;
  const open = window.slice(at + 1).filter(({ request }) => request.method !== "GET");
  // Two of many are enough to be more than one.
  const kept = new Set(open.slice(-Math.max(2, window.length >> 1)));
  const read = isRead ? window[at] : undefined;
  if (read !== undefined) kept.add(read);
  const create = window.find((it) => it.operationId?.endsWith(".create") && isSuccess(it));
  const isConfirmed = window.some(({ request, response }) => request.method === "GET" && response.status === 200);
  if (create !== undefined && !isConfirmed) kept.add(create);
  return window.filter((it) => kept.has(it));
}
