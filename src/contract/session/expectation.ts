/**
 * What a read must show to be of the present: worked out of the writes that came before it. Equal reads alone prove nothing,
 * since all of them may be of one replica that is behind.
 */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Exchange, Json } from "../exchange.js";
import { toJson, toList } from "../exchange.js";
import { idsByAppId, objectOf } from "../model/changes.js";
import { operationOf } from "../operation-of.js";
import type { ObjectMemory } from "./object-memory.js";
import { newMemory, noteWrite, shows } from "./object-memory.js";

/** The expectation of one address. */
export interface Expectation {
  /** The objects that were written to and that the address shows; in lower case. */
  readonly about: readonly string[];
  /** Whether it shows a collection. */
  readonly isList: boolean;
  /** Whether all of them were read and found settled after the last write to them. */
  readonly wasSettled: boolean;
  /** Whether an answer shows them as they must be by now. */
  readonly isGood: (read: Exchange) => boolean;
}

/**
 * @param url - what is going to be read: one object, or a whole list of connectors; of a `$batch` nothing is expected
 * @param given - objects of which nothing is expected any more but that they are read alike
 */
export async function expectationOf(
  exchanges: readonly Exchange[],
  url: string,
  provider: CryptoProvider,
  given: ReadonlySet<string>,
): Promise<Expectation> {
  const { operationId = "", key } = operationOf("GET", url);
  const ids = idsByAppId(exchanges);
  const isList = operationId === "identityApiConnector.list";
  const one = operationId.endsWith("ByAppId") ? ids.get(key ?? "") : key;
  const memories = new Map<string, ObjectMemory>();
  for (const exchange of exchanges) {
    const id = objectOf(exchange, ids);
    if (id === undefined || !(isList ? isOfConnector(exchange) : id === one)) continue;
    const memory = memories.get(id) ?? newMemory();
    if (exchange.request.method !== "GET") {
      memories.set(id, memory);
      await noteWrite(memory, exchange, provider);
    } else if (exchange.isSettled) {
      memory.isSettled = true;
    }
  }
  const isFine = ([id, memory]: [string, ObjectMemory], { response }: Exchange): boolean =>
    given.has(id) || (isList ? isListed(id, memory, response.json) : shows(memory, response.status, response.json));
  return {
    about: [...memories.keys()],
    isList,
    wasSettled: [...memories.values()].every(({ isSettled }) => isSettled) && !isList,
    isGood: (read) => {
      const { status } = read.response;
      if (status === 0 || status === 429 || status >= 500) return false;
      return [...memories].every((memory) => isFine(memory, read));
    },
  };
}

const isOfConnector = ({ operationId = "" }: Exchange): boolean => operationId.startsWith("identityApiConnector.");

function isListed(id: string, memory: ObjectMemory, json: unknown): boolean {
  const found = toList(toJson(json)["value"]).find((it: Json) => String(it["id"]).toLowerCase() === id);
  if (found === undefined) return memory.isThere !== true;
  return shows(memory, 200, found);
}
