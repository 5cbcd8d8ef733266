/** Exchanges that belong together, and what their bodies say, however they were asked for. */
import type { Exchange, Json, Relation } from "../exchange.js";
import { toJson } from "../exchange.js";
import { content } from "./content.js";

/** The groups of one kind, in the order of their first exchange. */
export function related(exchanges: readonly Exchange[], kind: Relation["kind"]): readonly (readonly Exchange[])[] {
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const { relation, response } = exchange;
    if (relation?.kind !== kind || !isServed(response.status)) continue;
    const group = groups.get(relation.group);
    if (group === undefined) groups.set(relation.group, [exchange]);
    else group.push(exchange);
  }
  return [...groups.values()];
}

/** Whether an answer is about its request: not lost, not throttled, no passing trouble of the service. */
export function isServed(status: number): boolean {
  return status !== 0 && status !== 429 && status < 500;
}

/** Status and what is declared of the body; of an error only its code, since its text and its ids are of one request. */
export function essence(status: number, json: unknown): Json {
  const body = toJson(json);
  if (status >= 400) return { status, code: toJson(body["error"])["code"] };
  return { status, body: content(json) };
}

/** The same of an exchange; `@odata.context`, which may repeat how an object was addressed, is no part of it. */
export function essenceWithoutContext({ response }: Exchange): Json {
  return essence(response.status, response.json);
}
