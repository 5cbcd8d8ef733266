/** Strings that mean something: dates that exist, GUIDs, base64, addresses, and any text at all. */
import type { Arbitrary } from "fast-check";
import fc from "fast-check";
import { encodeBase64 } from "../../bytes/base64.js";
import { countCharacters } from "../validation/characters.js";
import type { MergedSchema } from "../validation/merged-schema.js";

const FIRST_INSTANT = new Date("0001-01-01T00:00:00.000Z");
const LAST_INSTANT = new Date("9999-12-31T23:59:59.999Z");

/** `Edm.DateTimeOffset` as Graph writes it: UTC, no fraction or one of up to seven digits. */
function dateTimes(): Arbitrary<string> {
  const instants = fc.date({ min: FIRST_INSTANT, max: LAST_INSTANT, noInvalidDate: true });
  const fractions = fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 7 });
  return fc.tuple(instants, fractions).map(([instant, digits]) => {
    const seconds = instant.toISOString().slice(0, "0000-00-00T00:00:00".length);
    return `${seconds}${digits === "" ? "" : `.${digits}`}Z`;
  });
}

function guids(): Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.uuid().map((it) => it.toUpperCase()) },
  );
}

const base64 = (): Arbitrary<string> => fc.uint8Array({ maxLength: 40 }).map(encodeBase64);

/** What patterns are recognised by: one value of each kind that must fit. */
const LOCAL_SAMPLE = "2026-01-31T23:59:59";
const GUID_SAMPLE = "01234567-89ab-cdef-0123-456789abcdef";

/** fc.webUrl has many more and is thirty times as slow. */
function addresses(): Arbitrary<string> {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
  const path = fc.array(fc.stringMatching(/^[A-Za-z0-9._~-]{1,6}$/), { maxLength: 2 });
  return fc.tuple(label, path).map(([host, steps]) => ["https://", host, ".example/", steps.join("/")].join(""));
}

/** What a member's name promises where its schema says only `string`. */
function byName(member: string): Arbitrary<string> | undefined {
  if (/Ur[il]$/.test(member) || member === "@odata.nextLink") return addresses();
  if (member === "thumbprint" || /Thumbprint$/.test(member)) {
    return fc.string({ unit: fc.constantFrom(..."0123456789ABCDEF"), minLength: 40, maxLength: 40 });
  }
  if (member === "usage") return fc.constantFrom("Verify", "Sign");
  if (member === "id") return guids();
  return undefined;
}

/**
 * Valid strings for a schema of type string.
 * @param member - the name under which the string will be; `""` for an item or a whole body
 */
export function textsOf(schema: MergedSchema, member: string): Arbitrary<string> {
  const { format, patterns, isBase64, minLength = 0, maxLength } = schema;
  const [pattern] = patterns;
  const fits = (text: string): boolean =>
    patterns.every((it) => it.test(text)) &&
    countCharacters(text) >= minLength &&
    countCharacters(text) <= (maxLength ?? Number.POSITIVE_INFINITY);
  if (format === "date-time") return dateTimes().filter(fits);
  if (isBase64) return base64().filter(fits);
  if (format === "uuid") return guids().filter(fits);
  if (pattern?.test(LOCAL_SAMPLE)) {
    return dateTimes()
      .map((text) => text.slice(0, LOCAL_SAMPLE.length))
      .filter(fits);
  }
  if (pattern?.test(GUID_SAMPLE)) return guids().filter(fits);
  if (pattern !== undefined) return fc.stringMatching(pattern, { maxLength: maxLength ?? 64 }).filter(fits);
  const lengths = { minLength, ...(maxLength === undefined ? {} : { maxLength }) };
  const any = fc.string({ unit: "grapheme", size: "small", ...lengths }).filter(fits);
  const named = byName(member)?.filter(fits);
  return named === undefined ? any : fc.oneof({ weight: 3, arbitrary: named }, { weight: 1, arbitrary: any });
}
