/** Values with exactly one fault: a contract that lets one of them through says nothing about that place. */
import type { Arbitrary } from "fast-check";
import fc from "fast-check";
import { SCHEMAS } from "../../graph/openapi.generated.js";
import { createSchemaReader } from "../validation/merged-schema.js";
import type { Schema } from "../validation/schema.js";
import type { FaultKind } from "./faults.js";
import { FAULT_KINDS } from "./faults.js";
import { mutationsOf, replaceAt } from "./mutations.js";
import type { ArbitraryOptions } from "./valid.js";
import { arbitraryOf, namedSchema } from "./valid.js";

/** A value with one fault, and where it is. */
export interface Mutant {
  /** Not valid any more. */
  readonly value: unknown;
  readonly fault: FaultKind;
  /** JSON pointer (RFC 6901) to what is wrong; to the object where a member is missing. */
  readonly pointer: string;
  /** What it was before. */
  readonly original: unknown;
}

/**
 * Valid values with one fault. Each kind of fault that the value allows is as likely as the others, and each place of
 * that kind. Shrinks to a small value around the fault.
 * @param schema - a name such as `microsoft.graph.keyCredential`, or a schema
 * @throws {RangeError} as `arbitraryOf`, and for a schema that admits everything, which has no mutants
 */
export function mutantsOf(schema: string | Schema, options: ArbitraryOptions = {}): Arbitrary<Mutant> {
  const schemas = options.schemas ?? SCHEMAS;
  const root = namedSchema(schema, schemas);
  const reader = createSchemaReader(schemas);
  const choice = fc.noBias(fc.nat());
  if (mutationsOf(reader, root, undefined).length === 0) throw new RangeError('"schema" admits everything');
  return fc
    .tuple(arbitraryOf(root, options), choice, choice, choice)
    .map(([original, kindChoice, placeChoice, valueChoice]): Mutant => {
      const mutations = mutationsOf(reader, root, original);
      const kinds = FAULT_KINDS.filter((kind) => mutations.some(({ fault }) => fault === kind));
      const kind = draw(kinds, kindChoice, (it) => it);
      const places = mutations.filter((it) => it.fault === kind);
      const { fault, pointer, steps, values } = draw(places, placeChoice, (it) => it.steps.join("/"));
      const bad = values[valueChoice % values.length];
      return { value: replaceAt(original, steps, bad), fault, pointer, original };
    });
}

/**
 * The entry whose name has the highest hash with `choice`: as fair as an index, but what is drawn stays drawn when others
 * go, so that a value shrinks around its fault (rendezvous hashing).
 */
function draw<T>(entries: readonly T[], choice: number, nameOf: (entry: T) => string): T {
  const [first, ...others] = entries.map((entry) => ({ entry, score: hash(choice, nameOf(entry)) }));
  if (first === undefined) throw new RangeError('"entries" is empty');
  return others.reduce((best, it) => (it.score > best.score ? it : best), first).entry;
}

/** FNV-1a over 32 bits, its bits mixed at the end as MurmurHash3 does. */
function hash(seed: number, text: string): number {
  let state = seed ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
