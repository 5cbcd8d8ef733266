/**
 * Identifier and length octets of BER and DER (X.690 section 8.1), read into a tree of plain nodes.
 *
 * One pass without recursion, so that neither depth nor number of values can exhaust the stack or the time: both are
 * limited, every length is checked against its container, and each error names the offset. What is inside a primitive
 * value is decoded elsewhere (values.ts), so one bad string does not hide the rest of a certificate.
 */
import { LimitError, MalformedError } from "../errors.js";
import type { Limits } from "../limits.js";
import { DEFAULT_LIMITS } from "../limits.js";

/** Class of a tag as in the two top bits of the identifier octet. */
export type TagClass = "universal" | "application" | "context" | "private";

/** One value: identifier, length and contents octets. Byte arrays are views of the decoded input, made when asked for. */
export interface BerNode {
  readonly tagClass: TagClass;
  readonly tagNumber: number;
  readonly constructed: boolean;
  /** Identifier, length and contents octets (and end-of-contents, where the length is indefinite). */
  readonly bytes: Uint8Array;
  /** Contents octets alone. */
  readonly content: Uint8Array;
  /** The values inside a constructed one, in order; empty for a primitive. */
  readonly children: readonly BerNode[];
  /** False where this value itself breaks DER: indefinite or padded length, or a string in pieces (X.690 10.1, 10.2). */
  readonly canonical: boolean;
}

/** A whole decoded input. */
export interface BerDocument {
  readonly root: BerNode;
  /** `BER` as soon as one value in it breaks DER's rules on lengths and strings. */
  readonly encoding: "DER" | "BER";
  /** Octets after the root value. */
  readonly trailingBytes: number;
}

/** Where a value lies: a view of each of a million values would take more memory than a page has to spare. */
interface Extent {
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
}

class DecodedValue implements BerNode {
  readonly tagClass: TagClass;
  readonly tagNumber: number;
  readonly constructed: boolean;
  readonly children: readonly BerNode[];
  readonly canonical: boolean;
  readonly #input: Uint8Array;
  readonly #start: number;
  readonly #contentStart: number;
  readonly #contentEnd: number;
  readonly #end: number;

  constructor(
    input: Uint8Array,
    { tagClass, tagNumber, constructed, children, canonical }: Omit<BerNode, "bytes" | "content">,
    { start, contentStart, contentEnd, end }: Extent,
  ) {
    this.tagClass = tagClass;
    this.tagNumber = tagNumber;
    this.constructed = constructed;
    this.children = children;
    this.canonical = canonical;
    this.#input = input;
    this.#start = start;
    this.#contentStart = contentStart;
    this.#contentEnd = contentEnd;
    this.#end = end;
  }

  get bytes(): Uint8Array {
    return this.#input.subarray(this.#start, this.#end);
  }

  get content(): Uint8Array {
    return this.#input.subarray(this.#contentStart, this.#contentEnd);
  }
}

/** A value whose end is not reached yet. */
interface OpenNode {
  readonly tagClass: TagClass;
  readonly tagNumber: number;
  readonly start: number;
  readonly contentStart: number;
  /** Where the contents end; `undefined` for an indefinite length. */
  readonly end: number | undefined;
  /** Where the innermost container of definite length ends: nothing may reach past it. `undefined`: there is none. */
  readonly bound: number | undefined;
  readonly minimalLength: boolean;
  readonly children: BerNode[];
}

interface Header {
  readonly tagClass: TagClass;
  readonly tagNumber: number;
  readonly constructed: boolean;
  readonly contentStart: number;
  readonly length: number | undefined;
  readonly minimalLength: boolean;
}

const TAG_CLASSES: readonly TagClass[] = ["universal", "application", "context", "private"];
const NO_CHILDREN: readonly BerNode[] = [];
/** Universal tags whose constructed form is a string in pieces: BIT STRING, OCTET STRING and the character strings. */
const STRING_TAGS: ReadonlySet<number> = new Set([3, 4, 12, 18, 19, 20, 21, 22, 25, 26, 27, 28, 30]);

/** Limits that bound the decoding of one input. */
export type BerLimits = Pick<Limits, "depth" | "nodes">;

/**
 * Decodes the first value of `bytes`, BER or DER.
 * @param bytes - kept as the backing store of all views in the result; not modified
 * @param at - the place to name in errors
 * @throws {MalformedError} `ERR_ASN1_TRUNCATED` where the bytes end before the value does, `ERR_ASN1_ENCODING`
 * @throws {LimitError} `ERR_ASN1_LIMIT` for depth or nodes
 */
export function decodeBer(bytes: Uint8Array, at: string, limits: BerLimits = DEFAULT_LIMITS): BerDocument {
  const open: OpenNode[] = [];
  let offset = 0;
  let nodes = 0;
  let canonical = true;
  for (;;) {
    const parent = open.at(-1);
    let closed: BerNode | undefined;
    if (parent !== undefined && isEndOfContents(bytes, offset, parent)) {
      open.pop();
      closed = closeNode(bytes, parent, offset, offset + 2);
      offset += 2;
    } else if (parent !== undefined && offset === parent.end) {
      open.pop();
      closed = closeNode(bytes, parent, offset, offset);
    } else {
      const header = readHeader(bytes, offset, parent?.bound, at);
      nodes += 1;
      if (nodes > limits.nodes) throw limitError("nodes", nodes, limits.nodes, at);
      const end = header.length === undefined ? undefined : header.contentStart + header.length;
      if (end !== undefined && end > (parent?.bound ?? bytes.length)) {
        throw overrun(bytes, offset, end, parent?.bound, at);
      }
      const node: OpenNode = {
        tagClass: header.tagClass,
        tagNumber: header.tagNumber,
        start: offset,
        contentStart: header.contentStart,
        end,
        bound: end ?? parent?.bound,
        minimalLength: header.minimalLength,
        children: [],
      };
      offset = header.contentStart;
      if (header.constructed) {
        if (open.length >= limits.depth) throw limitError("depth", open.length + 1, limits.depth, at);
        open.push(node);
        continue;
      }
      offset = end as number;
      const { tagClass, tagNumber, start, contentStart, minimalLength } = node;
      closed = new DecodedValue(
        bytes,
        { tagClass, tagNumber, constructed: false, children: NO_CHILDREN, canonical: minimalLength },
        { start, contentStart, contentEnd: offset, end: offset },
      );
    }
    canonical &&= closed.canonical;
    const container = open.at(-1);
    if (container === undefined) {
      return { root: closed, encoding: canonical ? "DER" : "BER", trailingBytes: bytes.length - offset };
    }
    container.children.push(closed);
  }
}

/**
 * Decodes `bytes` as one value with nothing behind it.
 * @throws {MalformedError} as {@link decodeBer}, and `ERR_ASN1_TRAILING_DATA`
 * @throws {LimitError} `ERR_ASN1_LIMIT`
 */
export function decodeWhole(bytes: Uint8Array, at: string, limits: BerLimits = DEFAULT_LIMITS): BerNode {
  const document = decodeBer(bytes, at, limits);
  if (document.trailingBytes > 0) {
    throw new MalformedError(`${document.trailingBytes} bytes follow the value in ${at}`, {
      code: "ERR_ASN1_TRAILING_DATA",
      at,
    });
  }
  return document.root;
}

function isEndOfContents(bytes: Uint8Array, offset: number, parent: OpenNode): boolean {
  return (
    parent.end === undefined &&
    offset + 2 <= (parent.bound ?? bytes.length) &&
    bytes[offset] === 0 &&
    bytes[offset + 1] === 0
  );
}

function closeNode(bytes: Uint8Array, node: OpenNode, contentEnd: number, end: number): BerNode {
  const { tagClass, tagNumber, start, contentStart, children } = node;
  const inPieces = tagClass === "universal" && STRING_TAGS.has(tagNumber);
  const canonical = node.minimalLength && node.end !== undefined && !inPieces;
  return new DecodedValue(
    bytes,
    { tagClass, tagNumber, constructed: true, children, canonical },
    { start, contentStart, contentEnd, end },
  );
}

function readHeader(bytes: Uint8Array, start: number, bound: number | undefined, at: string): Header {
  let offset = start;
  const available = bound ?? bytes.length;
  const next = (): number => {
    if (offset >= available) throw overrun(bytes, start, offset + 1, bound, at);
    return bytes[offset++] as number;
  };
  const identifier = next();
  const constructed = (identifier & 0x20) !== 0;
  let tagNumber = identifier & 0x1f;
  if (tagNumber === 0x1f) {
    tagNumber = 0;
    let octet: number;
    do {
      octet = next();
      tagNumber = tagNumber * 128 + (octet & 0x7f);
      if (tagNumber > 0xffffff) throw encodingError(start, "a tag number over 2^24", at);
    } while (octet >= 0x80);
  }
  const tagClass = TAG_CLASSES[identifier >> 6] as TagClass;
  const first = next();
  if (tagClass === "universal" && tagNumber === 0) throw encodingError(start, "an end-of-contents out of place", at);
  let length: number | undefined = first;
  let minimalLength = true;
  if (first === 0x80) {
    if (!constructed) throw encodingError(start, "an indefinite length on a primitive value", at);
    length = undefined;
  } else if (first === 0xff) {
    throw encodingError(start, "the reserved length octet FF", at);
  } else if (first > 0x80) {
    length = 0;
    const lengthStart = offset;
    for (let i = first & 0x7f; i > 0; i--) length = Math.min(length * 256 + next(), Number.MAX_SAFE_INTEGER);
    minimalLength = bytes[lengthStart] !== 0 && length >= 0x80;
  }
  return { tagClass, tagNumber, constructed, contentStart: offset, length, minimalLength };
}

/** A value that reaches past its container: the input was cut off where that container is the input itself. */
function overrun(bytes: Uint8Array, start: number, end: number, bound: number | undefined, at: string): MalformedError {
  if (bound !== undefined)
    return encodingError(start, `a length that reaches ${end - bound} bytes past its container`, at);
  return new MalformedError(
    `${at} is cut off: the value at byte ${start} needs ${end - start} bytes, ${bytes.length - start} are there`,
    {
      code: "ERR_ASN1_TRUNCATED",
      at,
    },
  );
}

function encodingError(offset: number, what: string, at: string): MalformedError {
  return new MalformedError(`${at} has ${what} at byte ${offset}`, { code: "ERR_ASN1_ENCODING", at });
}

function limitError(limit: "depth" | "nodes", actual: number, allowed: number, at: string): LimitError {
  return new LimitError(`${at} has more than ${allowed} ${limit === "nodes" ? "ASN.1 values" : "levels of nesting"}`, {
    code: "ERR_ASN1_LIMIT",
    at,
    limit,
    actual,
  });
}
