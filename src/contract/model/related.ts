/** Exchanges that belong together, and their bodies without what differs by the way of asking. */
import type { Exchange, Json, Relation } from "../exchange.js";
import { toJson } from "../exchange.js";

/** The groups of one kind, in the order of their first exchange. */
export function related(exchanges: readonly Exchange[], kind: Relation["kind"]): readonly (readonly Exchange[])[] {
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const { relation, response } = exchange;
    // What was throttled or lost says nothing of the others.
    if (relation?.kind !== kind || response.status === 429 || response.status === 0) continue;
    const group = groups.get(relation.group);
    if (group === undefined) groups.set(relation.group, [exchange]);
    else group.push(exchange);
  }
  return [...groups.values()];
}

/** Status and body; of an error only its code, since its text and its ids are of one request. */
export function essence(status: number, json: unknown): Json {
  const body = toJson(json);
  if (status >= 400) return { status, code: toJson(body["error"])["code"] };
  return { status, body: json };
}

/** The same without `@odata.context`, which may repeat how an object was addressed. */
export function essenceWithoutContext({ response }: Exchange): Json {
  const { "@odata.context": _, ...body } = toJson(response.json);
  return essence(response.status, body);
}
