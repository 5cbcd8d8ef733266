/**
 * Members that no schema declares. Graph adds members without a new version, so this is never a violation: it says that
 * the contract is older than the service.
 */
import type { SchemaFinding } from "./finding.js";
import { pointerTo } from "./json-pointer.js";
import type { MergedSchema, SchemaReader } from "./merged-schema.js";
import { isObject, TAG } from "./merged-schema.js";

/** Control information and annotations (OData JSON Format 4.01 sections 4.5 and 20): `@odata.context`, `id@odata.type`. */
const isAnnotation = (member: string): boolean => member.includes("@");

/** Whether its tag is not that of the type by which it would be judged: then nobody knows which members it has. */
function isOfAnotherType(reader: SchemaReader, { members, required }: MergedSchema, value: object): boolean {
  const tag = members.get(TAG);
  const values = tag === undefined || !required.has(TAG) ? undefined : reader.merge(tag).values;
  return values !== undefined && !values.includes((value as Readonly<Record<string, unknown>>)[TAG]);
}

/**
 * A drift note for each member that a closed type does not declare. Silent on open types, on annotations and inside what
 * is not declared; says nothing on whether the value is valid.
 */
export function findUnknownMembers(
  reader: SchemaReader,
  schema: MergedSchema,
  value: unknown,
  pointer = "",
): SchemaFinding[] {
  const narrowed = reader.narrow(schema, value);
  if (Array.isArray(value)) {
    const { items } = narrowed;
    if (items === undefined) return [];
    return value.flatMap((item, index) =>
      findUnknownMembers(reader, reader.merge(items), item, pointerTo(pointer, index)),
    );
  }
  if (!isObject(value) || isOfAnotherType(reader, narrowed, value)) return [];
  return Object.entries(value).flatMap(([member, inner]) => {
    const at = pointerTo(pointer, member);
    const declared = narrowed.members.get(member);
    if (declared !== undefined) return findUnknownMembers(reader, reader.merge(declared), inner, at);
    if (narrowed.isOpen || narrowed.members.size === 0 || isAnnotation(member)) return [];
    const owner = narrowed.name ?? "the type here";
    return [{ pointer: at, message: `is no member of ${owner}`, keyword: "unknown-member", kind: "drift" }];
  });
}
