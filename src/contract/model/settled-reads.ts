/** Which reads of others' traffic can be relied on: nobody waited there until what was written was seen. */
import type { Exchange } from "../exchange.js";
import { isBodyKnown } from "../exchange.js";
import { isEqual } from "../judge.js";
import { idsByAppId, objectOf } from "./changes.js";
import { LAG_MS } from "./lag.js";
import { essenceWithoutContext } from "./related.js";

/**
 * Marks the reads of foreign traffic that may be of an earlier time as not settled; other exchanges are given as they are.
 * A read is not settled where it overlaps a write of its object, or where it came within {@link LAG_MS} after one that was
 * not refused and
 * - shows what the last read before that write showed (nothing of the write is seen yet), or is 404 after a creation, or
 *   200 after a deletion; or
 * - the next read of the same address, with no write in between, shows something else.
 * So a service that forgets a write is not accused by such a read, and one that shows something of its own is.
 * @param ids - from appId to id, of earlier traffic
 */
export function settleReads(exchanges: readonly Exchange[], ids?: ReadonlyMap<string, string>): readonly Exchange[] {
  if (!exchanges.some(({ isForeign }) => isForeign)) return exchanges;
  const known = ids ?? idsByAppId(exchanges);
  const histories = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const id = objectOf(exchange, known);
    if (id === undefined || exchange.response.status === 429) continue;
    const history = histories.get(id);
    if (history === undefined) histories.set(id, [exchange]);
    else history.push(exchange);
  }
  const unsettled = new Set([...histories.values()].flatMap(unsettledOf));
  return exchanges.map((exchange) => {
    const isSettled = !unsettled.has(exchange);
    return exchange.isForeign && exchange.isSettled !== isSettled ? { ...exchange, isSettled } : exchange;
  });
}

/** @param history - of one object */
function unsettledOf(history: readonly Exchange[]): readonly Exchange[] {
  const writes = history.filter((it) => !isRead(it) && !isRefused(it));
  return history.filter((read, index) => {
    if (!isRead(read) || !read.isForeign) return false;
    if (writes.some((it) => it.sentAt < read.receivedAt && read.sentAt < it.receivedAt)) return true;
    const earlier = history.slice(0, index);
    const at = earlier.findLastIndex((it) => writes.includes(it));
    const write = earlier[at];
    if (write === undefined || read.sentAt - write.receivedAt > LAG_MS) return false;
    const before = earlier.slice(0, at).findLast((it) => isSameRead(it, read));
    if (before !== undefined && isSame(before, read)) return true;
    if (read.response.status === (write.request.method === "DELETE" ? 200 : 404)) return true;
    const rest = history.slice(index + 1);
    const end = rest.findIndex((it) => writes.includes(it));
    const next = (end < 0 ? rest : rest.slice(0, end)).find((it) => isSameRead(it, read));
    return next !== undefined && !isSame(next, read);
  });
}

const isRead = ({ request }: Exchange): boolean => request.method === "GET";

const isRefused = ({ response }: Exchange): boolean =>
  response.status >= 400 && response.status < 500 && response.status !== 408;

const isSameRead = (one: Exchange, other: Exchange): boolean =>
  isRead(one) && one.request.url === other.request.url && isBodyKnown(one.response) && isBodyKnown(other.response);

const isSame = (one: Exchange, other: Exchange): boolean =>
  isEqual(essenceWithoutContext(one), essenceWithoutContext(other));
