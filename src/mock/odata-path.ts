/**
 * Paths as Graph takes them (OData URL conventions 4.01 section 4): names in any case, a key as a segment or in
 * parentheses, by id or by another property, percent-encoding, a slash at the end.
 */

/** One step of a path. */
export type PathStep =
  /** A name, or a key written as a segment: only the route knows. Decoded. */
  | { readonly kind: "name"; readonly text: string }
  /** A key in parentheses; `property` in lower case, `id` where none is named. */
  | { readonly kind: "key"; readonly property: string; readonly value: string };

/** A path that could be read; `version` is its first segment, in lower case. */
export interface ODataPath {
  readonly version: string;
  readonly steps: readonly PathStep[];
}

const KEY = /^([^()]*)\((.*)\)$/s;
const NAMED = /^\s*([A-Za-z_]\w*)\s*=(.*)$/s;
const QUOTED = /^'((?:[^']|'')*)'$/s;

/**
 * Reads a path. It never throws.
 * @param pathname - as a URL has it, with its first slash
 * @returns `undefined` for a broken percent-encoding, empty segments inside, or parentheses that hold no key
 */
export function parseODataPath(pathname: string): ODataPath | undefined {
  const [first, ...segments] = pathname.replace(/^\//, "").replace(/\/$/, "").split("/");
  const version = decode(first ?? "");
  if (version === undefined) return undefined;
  const steps: PathStep[] = [];
  for (const segment of segments) {
    const text = decode(segment);
    const read = text === undefined || text === "" ? undefined : readSegment(text);
    if (read === undefined) return undefined;
    steps.push(...read);
  }
  return { version: version.toLowerCase(), steps };
}

function readSegment(text: string): readonly PathStep[] | undefined {
  const [, name, inside] = (text.includes("(") ? KEY.exec(text) : null) ?? [];
  if (name === undefined || inside === undefined) return [{ kind: "name", text }];
  const [, property = "id", literal = inside] = NAMED.exec(inside) ?? [];
  const value = readLiteral(literal.trim());
  if (name === "" || value === undefined) return undefined;
  return [
    { kind: "name", text: name },
    { kind: "key", property: property.toLowerCase(), value },
  ];
}

/** Text in quotes, whose own are doubled; or a GUID without, as other services of Graph take it. */
function readLiteral(literal: string): string | undefined {
  const quoted = QUOTED.exec(literal)?.[1];
  if (quoted !== undefined) return quoted === "" ? undefined : quoted.replaceAll("''", "'");
  return /^[\w-]+$/.test(literal) ? literal : undefined;
}

function decode(segment: string): string | undefined {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
