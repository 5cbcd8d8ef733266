/** Which components an OpenAPI document needs for some of its operations. */
import type { Json, JsonObject } from "./json.js";
import { isObject, memberObject } from "./json.js";

/** Base types whose derived types are kept with them; of any other base only those are kept that something else needs. */
const FOLLOWED_BASES = ["microsoft.graph.apiAuthenticationConfigurationBase"];

const REFERENCE = /^#\/components\/([^/]+)\/([^/]+)$/;

/** Every `$ref` below the value, and the discriminator mappings where `isFollowed`. */
function references(value: Json, isFollowed: boolean): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => references(item, isFollowed));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (name === "$ref" && typeof member === "string") return [member];
    if (name === "discriminator" && isObject(member)) {
      return isFollowed ? Object.values(memberObject(member, "mapping")).map(String) : [];
    }
    return references(member, isFollowed);
  });
}

/**
 * The components that `roots` lead to, as `kind/name`.
 * @throws {Error} for a reference that leads nowhere
 */
export function closureOf(roots: Json, components: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...references(roots, false)];
  for (let reference = queue.pop(); reference !== undefined; reference = queue.pop()) {
    const [, kind = "", name = ""] = REFERENCE.exec(reference) ?? [];
    if (found.has(`${kind}/${name}`)) continue;
    const component = memberObject(components, kind)[name];
    if (component === undefined) throw new Error(`the document refers to ${reference}, which is not in it`);
    found.add(`${kind}/${name}`);
    queue.push(...references(component, FOLLOWED_BASES.includes(name)));
  }
  return found;
}

/**
 * The same value with discriminator mappings cut down to schemas of the closure; they occur on schemas and on the members
 * of their `allOf`. A discriminator without any mapping left is cut as a whole.
 * @param onCut - called once for each entry that goes
 */
export function pruneDiscriminators(value: Json, closure: ReadonlySet<string>, onCut: () => void): Json {
  if (Array.isArray(value)) return value.map((item) => pruneDiscriminators(item, closure, onCut));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, Json][] => {
      if (name !== "discriminator" || !isObject(member) || !isObject(member["mapping"])) {
        return [[name, pruneDiscriminators(member, closure, onCut)]];
      }
      const mapping = Object.entries(member["mapping"]);
      const kept = mapping.filter(([, target]) => closure.has(String(target).replace("#/components/", "")));
      for (let cut = kept.length; cut < mapping.length; cut++) onCut();
      return kept.length === 0 ? [] : [[name, { ...member, mapping: Object.fromEntries(kept) }]];
    }),
  );
}
