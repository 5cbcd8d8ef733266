/** Which connectors the traffic has made and not deleted. */
import type { Exchange } from "../exchange.js";
import { LAG_MS } from "./lag.js";

/** More are forgotten, the oldest first: of them nothing is said. */
const MOST = 2_000;

/** Follows the traffic. */
export interface Alive {
  /** @param id - of the object that the exchange is about */
  readonly note: (exchange: Exchange, id: string | undefined) => void;
  /** Those that a list asked for by this exchange must have. */
  readonly at: (exchange: Exchange) => ReadonlySet<string>;
}

/** Follows traffic from its beginning. */
export function followAlive(): Alive {
  /** When each was made. */
  const made = new Map<string, number>();
  return {
    note: (exchange, id) => {
      const { operationId = "", response } = exchange;
      if (id === undefined || !operationId.startsWith("identityApiConnector.")) return;
      if (response.status === 201) made.set(id, exchange.receivedAt);
      // A deletion whose answer was lost may have been carried out.
      if (operationId.endsWith(".delete") && (response.status < 400 || response.status >= 500)) made.delete(id);
      const [oldest] = made.keys();
      if (made.size > MOST && oldest !== undefined) made.delete(oldest);
    },
    at: ({ isForeign = false, sentAt }) =>
      new Set([...made].flatMap(([id, madeAt]) => (isForeign && sentAt - madeAt < LAG_MS ? [] : [id]))),
  };
}
