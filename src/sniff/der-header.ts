/**
 * Identifier and length octets of BER, as far as they are there: the file may be cut off or be no BER at all, so nothing
 * is refused here.
 */

/** One value by its first octets. */
export interface Header {
  /** The whole identifier octet: class, form and number below 31. */
  readonly tag: number;
  readonly contentStart: number;
  /** `undefined` for an indefinite length; may lie behind the end of a file that was cut off. */
  readonly end: number | undefined;
}

/** The first values inside another one. */
export interface Children {
  readonly headers: readonly Header[];
  /** True where the bytes end before the parent's content does. */
  readonly isCut: boolean;
}

export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  octetStringInPieces: 0x24,
  objectIdentifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

/** Reads the header at this offset; `undefined` where fewer than two octets are left. */
export function readHeader(bytes: Uint8Array, offset: number): Header | undefined {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, contentStart: offset + 2, end: offset + 2 + first };
  const lengthBytes = first & 0x7f;
  const contentStart = offset + 2 + lengthBytes;
  if (lengthBytes === 0) return { tag, contentStart, end: undefined };
  let length = 0;
  for (let i = offset + 2; i < contentStart; i++) length = length * 256 + (bytes[i] ?? 0);
  return { tag, contentStart, end: contentStart + length };
}

/** At most `count` values inside `parent`; none follows one of indefinite length, whose end is not looked for. */
export function readChildren(bytes: Uint8Array, parent: Header, count: number): Children {
  const headers: Header[] = [];
  let offset: number | undefined = parent.contentStart;
  while (headers.length < count && offset !== undefined && offset < (parent.end ?? Number.POSITIVE_INFINITY)) {
    const header = readHeader(bytes, offset);
    if (header === undefined) return { headers, isCut: true };
    headers.push(header);
    offset = header.end;
  }
  return { headers, isCut: false };
}

/** Whether the contents begin with these octets. */
export function contentStartsWith(bytes: Uint8Array, { contentStart }: Header, octets: readonly number[]): boolean {
  return octets.every((octet, index) => bytes[contentStart + index] === octet);
}
