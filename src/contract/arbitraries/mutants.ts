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
      const kind = pick(kinds, kindChoice);
      const { fault, pointer, steps, values } = pick(
        mutations.filter((it) => it.fault === kind),
        placeChoice,
      );
      return { value: replaceAt(original, steps, pick(values, valueChoice)), fault, pointer, original };
    });
}

function pick<T>(list: readonly T[], choice: number): T {
  const index = choice % list.length;
  if (!(index in list)) throw new RangeError('"list" is empty');
  return list[index] as T;
}
