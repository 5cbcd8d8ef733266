/** Finds the entries in the octets of a HAR: what lies between is kept apart, so that the whole can be checked as JSON. */

/** Takes a HAR in pieces. */
export interface HarScanner {
  /** The entries that this piece completes, each as its own JSON text. */
  readonly scan: (piece: Uint8Array) => readonly Uint8Array[];
  /** Octets of the entry that is not complete, and of all that is no entry. */
  readonly heldBytes: () => number;
  /** All that is no entry: JSON where the file is, with 0 for each entry. */
  readonly frame: () => string;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);
const OPEN_BRACE = 0x7b;
const PLACEHOLDER = Uint8Array.of(0x30);
/** Names that are longer are none of the two that are looked for, however they are escaped. */
const LONGEST_NAME = 64;
/** A head and a foot fit in. */
const FIRST_OCTETS = 4096;

/** A scanner at the beginning of a file. */
export function createHarScanner(): HarScanner {
  const frame = createOctets();
  const entry: Uint8Array[] = [];
  let isInEntry = false;
  let isInString = false;
  let isEscaped = false;
  let depth = 0;
  let held = 0;
  /** The last text before the current place, which is the name of what opens next. */
  let name: number[] = [];
  /** Names of what is open, two deep; `log` and `entries` are the way to the list. */
  let path: string[] = [];

  const isInList = (): boolean => depth === 3 && path[1] === "log" && path[2] === "entries";
  const keep = (octets: Uint8Array): void => {
    if (octets.length === 0) return;
    if (isInEntry) entry.push(octets.slice());
    else frame.append(octets);
    held += octets.length;
  };

  const scan: HarScanner["scan"] = (piece) => {
    const complete: Uint8Array[] = [];
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const octet = piece[at] ?? 0;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (octet === BACKSLASH) isEscaped = true;
        else if (octet === QUOTE) isInString = false;
        if (isInString && depth <= 2 && name.length < LONGEST_NAME) name.push(octet);
      } else if (octet === QUOTE) {
        isInString = true;
        name = [];
      } else if (octet === COMMA) {
        name = [];
      } else if (OPEN.has(octet)) {
        if (octet === OPEN_BRACE && isInList()) {
          keep(piece.subarray(from, at));
          from = at;
          isInEntry = true;
        }
        if (depth <= 2) path = [...path.slice(0, depth), toText(name)];
        name = [];
        depth += 1;
      } else if (CLOSE.has(octet)) {
        depth -= 1;
        if (isInEntry && depth === 3) {
          keep(piece.subarray(from, at + 1));
          from = at + 1;
          const whole = join(entry.splice(0));
          complete.push(whole);
          held -= whole.length;
          isInEntry = false;
          keep(PLACEHOLDER);
        }
      }
    }
    keep(piece.subarray(from));
    return complete;
  };

  return { scan, heldBytes: () => held, frame: () => decode(frame.all()) };
}

/** Octets that grow in one piece: between the entries there are few at a time, and many times. */
function createOctets(): { readonly append: (more: Uint8Array) => void; readonly all: () => Uint8Array } {
  let octets = new Uint8Array(FIRST_OCTETS);
  let length = 0;
  return {
    append: (more) => {
      if (length + more.length > octets.length) {
        const larger = new Uint8Array(2 * (length + more.length));
        larger.set(octets.subarray(0, length));
        octets = larger;
      }
      octets.set(more, length);
      length += more.length;
    },
    all: () => octets.subarray(0, length),
  };
}

function toText(name: readonly number[]): string {
  try {
    return String(JSON.parse(`"${decode(Uint8Array.from(name))}"`));
  } catch {
    return "";
  }
}

/** Octets that are no UTF-8 are told as such: what replaces them would be judged as if it had been recorded. */
const decode = (octets: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(octets);

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
