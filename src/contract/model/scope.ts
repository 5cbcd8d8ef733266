/** Which traffic the contract is about. */
import type { Exchange } from "../exchange.js";

/** A `$batch`, which is no operation of its own. */
export function isBatch({ request }: Exchange): boolean {
  return request.method === "POST" && /\/(?:\$|%24)batch$/i.test(request.url);
}

/** Whether a rule about all answers may judge this one: recordings hold other services and other resources too. */
export function isOfContract(exchange: Exchange): boolean {
  return exchange.response.status !== 0 && (exchange.operationId !== undefined || isBatch(exchange));
}
