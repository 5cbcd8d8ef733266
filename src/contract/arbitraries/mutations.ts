/** Every way in which one place of a valid value can be made wrong. */
import { pointerTo } from "../validation/json-pointer.js";
import type { SchemaReader } from "../validation/merged-schema.js";
import { isObject, TAG } from "../validation/merged-schema.js";
import type { Schema } from "../validation/schema.js";
import type { FaultKind } from "./faults.js";
import { badValuesOf } from "./faults.js";

/** What stands for a member that is taken away. */
export const ABSENT: unique symbol = Symbol("absent");

type Step = string | number;

/** One fault at one place: any of `values` goes where `steps` lead. */
export interface Mutation {
  readonly fault: FaultKind;
  /** JSON pointer to what is wrong; to the object where a member is missing. */
  readonly pointer: string;
  readonly steps: readonly Step[];
  readonly values: readonly unknown[];
}

const toPointer = (steps: readonly Step[]): string => steps.reduce<string>(pointerTo, "");

/** All single faults of a valid value, its places in the order of the schema. Members that are absent are places too. */
export function mutationsOf(
  reader: SchemaReader,
  schema: Schema,
  value: unknown,
  steps: readonly Step[] = [],
): Mutation[] {
  const member = steps.at(-1);
  const here = badValuesOf(reader, schema, value, typeof member === "string" ? member : "").map(
    ({ step, ...bad }): Mutation => ({
      ...bad,
      steps,
      pointer: toPointer(step === undefined ? steps : [...steps, step]),
    }),
  );
  if (value === undefined) return here;
  const merged = reader.merge(schema);
  const narrowed = reader.narrow(merged, value);
  if (Array.isArray(value)) {
    const { items } = narrowed;
    if (items === undefined) return here;
    return [...here, ...value.flatMap((item, index) => mutationsOf(reader, items, item, [...steps, index]))];
  }
  if (!isObject(value)) return here;
  for (const [name, inner] of narrowed.members) {
    const isPresent = Object.hasOwn(value, name);
    here.push(...mutationsOf(reader, inner, isPresent ? value[name] : undefined, [...steps, name]));
    if (isPresent && narrowed.required.has(name)) {
      const fault = name === TAG ? "wrong-discriminator" : "missing-required";
      here.push({ fault, pointer: toPointer(steps), steps: [...steps, name], values: [ABSENT] });
    }
  }
  return here;
}

/** A copy of `value` in which `replacement` is where `steps` lead; nothing is there where it is {@link ABSENT}. */
export function replaceAt(value: unknown, steps: readonly Step[], replacement: unknown): unknown {
  const [step, ...others] = steps;
  if (step === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? replaceAt(item, others, replacement) : item));
  }
  if (!isObject(value)) throw new RangeError(`"steps" lead into what has no members: ${String(step)}`);
  if (others.length === 0 && replacement === ABSENT) {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== step));
  }
  return { ...value, [step]: replaceAt(value[step], others, replacement) };
}
