/** What can be wrong with one value by itself, wherever it stands: values that its schema must refuse, simplest first. */
import { isDateTime } from "../validation/date-time.js";
import type { MergedSchema, SchemaReader } from "../validation/merged-schema.js";
import { admits, jsonTypeOf, TAG } from "../validation/merged-schema.js";
import type { Schema } from "../validation/schema.js";
import { isUuid } from "../validation/uuid.js";

/** In the order in which tables show them. */
export const FAULT_KINDS = [
  "wrong-type",
  "null-not-allowed",
  "missing-required",
  "wrong-discriminator",
  "not-in-enum",
  "bad-format",
  "bad-base64",
  "bad-pattern",
  "out-of-range",
  "wrong-item",
  "repeated-item",
] as const;

/** What is wrong with a value, as JSON Schema sees it. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Bad values of one fault; `step` leads from the bad value to what is wrong in it. */
export interface BadValues {
  readonly fault: FaultKind;
  readonly values: readonly unknown[];
  readonly step?: string | number | undefined;
}

const OF_EACH_TYPE: readonly unknown[] = ["text", 0, true, {}, [], 0.5, { garbage: 1 }, [null]];

const NOT_DATES = [
  "yesterday",
  "2026-02-29T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-06-31T12:00:00Z",
  "2026-01-01T24:00:00Z",
  "2026-01-01T00:60:00Z",
  "2026-01-01",
  "2026-01-01T00:00:00",
  "2026-01-01T00:00:00+24:00",
];

const NOT_GUIDS = ["not-a-guid", "{01234567-89ab-cdef-0123-456789abcdef}", "0123456789abcdef0123456789abcdef", "?"];

const BASE64_MISHAPS = ["-_-_", "AAA", "A===", "AA==AA==", "AA AA", "AAAA\n", "PEM?"];

const ODD_TEXTS = ["", ...NOT_GUIDS, "0000-01-01T00:00:00Z", "2026-01-01T00:00:00.12345678Z"];

/** How many characters the longest generated text has: a limit above is not tried. */
const MOST_CHARACTERS = 100_000;

/**
 * @param value - what is there now, or `undefined` where an optional member is absent
 * @param member - the name under which it is
 */
export function badValuesOf(reader: SchemaReader, schema: Schema, value: unknown, member: string): BadValues[] {
  const merged = reader.merge(schema);
  const narrowed = reader.narrow(merged, value ?? null);
  const found: BadValues[] = [
    { fault: "wrong-type", values: OF_EACH_TYPE.filter((it) => !admits(merged, jsonTypeOf(it))) },
    { fault: "null-not-allowed", values: merged.types.has("null") || merged.values?.includes(null) ? [] : [null] },
    ...(reader.tags(merged) === undefined ? [] : [withoutBranch]),
    ...textFaults(narrowed, value, member),
    { fault: "out-of-range", values: outOfRange(narrowed) },
    ...itemFaults(reader, narrowed, value),
  ];
  return found.filter(({ values }) => values.length > 0);
}

/** Objects that are of none of the types of a union. */
const withoutBranch: BadValues = { fault: "wrong-discriminator", values: [{ garbage: 1 }, {}] };

function textFaults(narrowed: MergedSchema, value: unknown, member: string): BadValues[] {
  const { values: allowed, format, patterns, isBase64 } = narrowed;
  if (allowed !== undefined) {
    const others = ["no-such-value", "", "#microsoft.graph.noSuchType"].filter((it) => !allowed.includes(it));
    return [{ fault: member === TAG ? "wrong-discriminator" : "not-in-enum", values: others }];
  }
  if (!narrowed.types.has("string")) return [];
  const altered = typeof value === "string" ? [`${value}!`, `${value.slice(1)}=`, ` ${value}`] : [];
  const refused = (text: string): boolean => patterns.some((pattern) => !pattern.test(text));
  return [
    { fault: "bad-format", values: notOfFormat(format) },
    { fault: "bad-base64", values: isBase64 ? [...BASE64_MISHAPS, ...altered].filter(refused) : [] },
    { fault: "bad-pattern", values: isBase64 ? [] : [...ODD_TEXTS, ...altered].filter(refused) },
  ];
}

function notOfFormat(format: string | undefined): readonly string[] {
  if (format === "date-time") return NOT_DATES.filter((it) => !isDateTime(it));
  return format === "uuid" ? NOT_GUIDS.filter((it) => !isUuid(it)) : [];
}

function outOfRange({ types, minimum, maximum, minLength, maxLength, minItems, values }: MergedSchema): unknown[] {
  if (values !== undefined) return [];
  const found: unknown[] = [];
  if (minimum !== undefined) found.push(minimum - 1);
  if (maximum !== undefined) found.push(maximum + 1);
  if (types.has("string") && minLength !== undefined && minLength > 0) found.push("x".repeat(minLength - 1));
  if (types.has("string") && maxLength !== undefined && maxLength < MOST_CHARACTERS) {
    found.push("x".repeat(maxLength + 1));
  }
  if (types.has("array") && minItems !== undefined && minItems > 0) found.push([]);
  return found;
}

/** One more item, of a type that items are not, or one that is there already. */
function itemFaults(reader: SchemaReader, narrowed: MergedSchema, value: unknown): BadValues[] {
  const { types, items, maxItems = Number.POSITIVE_INFINITY, hasUniqueItems } = narrowed;
  if (items === undefined || !types.has("array")) return [];
  const present: readonly unknown[] = Array.isArray(value) ? value : [];
  if (present.length >= maxItems) return [];
  const wrong = [...OF_EACH_TYPE, null].filter((it) => !admits(reader.merge(items), jsonTypeOf(it)));
  const repeated = hasUniqueItems && present.length > 0 ? [[...present, present[0]]] : [];
  return [
    { fault: "wrong-item", values: wrong.map((item) => [...present, item]), step: present.length },
    { fault: "repeated-item", values: repeated },
  ];
}
