/** The file of known differences, `spec/deviations.schema.json`: read strictly, since what is misspelt covers nothing. */
import type { Deviation } from "../../contract/deviations.js";
import { RULES } from "../../contract/rules.js";
import { RefusedError } from "./failure.js";
import type { Host } from "./host.js";
import { readJson } from "./read-json.js";

const REQUIRED = ["rule", "reason", "source", "expires"] as const;
const OPTIONAL = ["operation", "pointer", "firstSeen"] as const;
const TEXT_CHARACTERS = 2000;

/**
 * Reads the file.
 * @throws {PathError} where it cannot be read
 * @throws {RefusedError} where it holds something else; the place is told as a JSON pointer (RFC 6901)
 */
export async function readDeviations(file: string, host: Pick<Host, "stdin">): Promise<readonly Deviation[]> {
  return parseDeviations(await readJson(file, host), file);
}

/** The same of what was read. @param file - is told in errors */
export function parseDeviations(json: unknown, file: string): readonly Deviation[] {
  const refuse = (pointer: string, expected: string): never => {
    throw new RefusedError(file, `${pointer === "" ? "/" : pointer}: expected ${expected}`);
  };
  if (!isObject(json)) return refuse("", '{ "deviations": [ … ] }');
  const stranger = Object.keys(json).find((name) => name !== "deviations" && name !== "$schema");
  if (stranger !== undefined) refuse(`/${escapePointer(stranger)}`, "no member but deviations and $schema");
  const list: unknown = json["deviations"];
  if (!Array.isArray(list)) return refuse("/deviations", "an array");
  return list.map((entry: unknown, index) => readDeviation(entry, `/deviations/${index}`, refuse));
}

type Refuse = (pointer: string, expected: string) => never;

function readDeviation(entry: unknown, at: string, refuse: Refuse): Deviation {
  if (!isObject(entry)) return refuse(at, "an object");
  const known: readonly string[] = [...REQUIRED, ...OPTIONAL];
  const stranger = Object.keys(entry).find((name) => !known.includes(name));
  if (stranger !== undefined) refuse(`${at}/${escapePointer(stranger)}`, `one of ${known.join(", ")}`);
  const textOf = (name: string): string => {
    const value = entry[name];
    if (typeof value === "string" && value !== "" && value.length <= TEXT_CHARACTERS) return value;
    return refuse(`${at}/${name}`, `a text of 1 to ${TEXT_CHARACTERS} characters`);
  };
  const dayOf = (name: string): string => {
    const day = textOf(name);
    return isDay(day) ? day : refuse(`${at}/${name}`, "a day such as 2027-01-31");
  };
  const rule = textOf("rule");
  if (!RULES.some(({ id }) => id === rule))
    refuse(`${at}/rule`, 'the id of a rule, such as C4 ("contract rules" lists them)');
  if ("firstSeen" in entry) dayOf("firstSeen");
  const pointer = "pointer" in entry ? textOf("pointer") : undefined;
  if (pointer !== undefined && !/^(?:\/|header:)/.test(pointer))
    refuse(`${at}/pointer`, "a JSON pointer, or header: and a name");
  return {
    rule,
    ...("operation" in entry ? { operation: textOf("operation") } : {}),
    ...(pointer === undefined ? {} : { pointer }),
    reason: textOf("reason"),
    source: textOf("source"),
    expires: dayOf("expires"),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `Date` takes the 31st of February for the 3rd of March. */
function isDay(text: string): boolean {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** RFC 6901 section 3. */
function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
