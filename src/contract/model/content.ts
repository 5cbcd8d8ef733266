/** What a body says, without what says nothing: annotations, members that nobody declared, null. */
import type { JsonSchema } from "../../graph/openapi.generated.js";
import { SCHEMAS } from "../../graph/openapi.generated.js";
import type { Exchange, Json } from "../exchange.js";
import { toJson } from "../exchange.js";

/** Whether some type declares the name; the names are collected once. */
const isDeclared = (() => {
  let names: Set<string> | undefined;
  const collect = ({ properties = {}, allOf = [] }: JsonSchema, into: Set<string>): Set<string> => {
    for (const name of Object.keys(properties)) if (!name.startsWith("@")) into.add(name);
    for (const part of allOf) collect(part, into);
    return into;
  };
  return (name: string): boolean => {
    names ??= Object.values(SCHEMAS).reduce((into, schema) => collect(schema, into), new Set<string>());
    return names.has(name);
  };
})();

/**
 * The declared members that are not null, through all levels, and `@odata.type`: what two reads of one thing share. A
 * member that is absent and one that is null are the same; an undeclared one is E7's.
 */
export function content(value: unknown): unknown {
  return keep(value, (name) => name === "@odata.type" || isDeclared(name));
}

/** The same of an object without `isActive`, which the time changes and no request (C6). */
export function timelessContent(value: unknown): Json {
  return toJson(keep(value, (name) => name === "@odata.type" || (name !== "isActive" && isDeclared(name))));
}

/** The timeless contents of two reads; of reads that asked for different members only what both show. */
export function commonContent(before: Exchange, after: Exchange): readonly [Json, Json] {
  const [one, other] = [timelessContent(before.response.json), timelessContent(after.response.json)];
  if (new URL(before.request.url).search === new URL(after.request.url).search) return [one, other];
  const shared = (json: Json, peer: Json): Json =>
    Object.fromEntries(Object.entries(json).filter(([name]) => Object.hasOwn(peer, name)));
  return [shared(one, other), shared(other, one)];
}

function keep(value: unknown, isKept: (name: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((it) => keep(it, isKept));
  if (typeof value !== "object" || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member !== null && isKept(name)) kept[name] = keep(member, isKept);
  }
  return kept;
}
