/**
 * Places of which a contract says nothing: mutants are made from the contract itself, so that none would ever be made there.
 */
import type { SchemaReader } from "../../src/contract/validation/merged-schema.js";
import { createSchemaReader, TAG } from "../../src/contract/validation/merged-schema.js";
import type { Schema, SchemaSet } from "../../src/contract/validation/schema.js";

/** `SCHEMA/member` of each that admits every value, and of each that admits every object. */
export function silentPlaces(schemas: SchemaSet): {
  readonly anyValue: readonly string[];
  readonly anyObject: readonly string[];
} {
  const reader = createSchemaReader(schemas);
  const places = Object.entries(schemas).flatMap(([name, schema]) => placesOf(reader, schema, name));
  const merged = places.map(([place, schema]) => ({ place, ...reader.merge(schema) }));
  return {
    anyValue: merged.filter(({ types, values }) => types.size > 5 && values === undefined).map(({ place }) => place),
    anyObject: merged
      .filter(({ types, members, branches }) => types.has("object") && isEmpty(members) && branches === undefined)
      .map(({ place }) => place),
  };
}

const isEmpty = (members: ReadonlyMap<string, Schema>): boolean => [...members.keys()].every((name) => name === TAG);

/** The schema itself, its members and items; what is referred to is a place by its own name. */
function placesOf(reader: SchemaReader, schema: Schema, at: string): (readonly [string, Schema])[] {
  const { members, items } = reader.merge(schema);
  const inner = [...members, ...(items === undefined ? [] : [["[]", items] as const])];
  return [
    [at, schema] as const,
    ...inner.flatMap(([name, member]) => (member.$ref === undefined ? placesOf(reader, member, `${at}/${name}`) : [])),
  ];
}
