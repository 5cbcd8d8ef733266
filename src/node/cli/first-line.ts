/** The first line of a text, as programs and editors of all systems write it. */
import { concatBytes } from "../../bytes/buffer.js";
import { UsageError } from "./failure.js";

/** Byte order marks: PowerShell 5 writes UTF-16, Notepad wrote UTF-8 with a mark. The decoder itself drops them. */
const MARKS: readonly { readonly encoding: string; readonly mark: readonly number[] }[] = [
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
];

const LINE_END = /[\r\n]/;
const REPLACEMENT = "\uFFFD";

/**
 * Reads up to the first line end (LF, CRLF or CR) or the end of the input; what follows is not looked at.
 * @param name - what the input is called in a message
 * @throws {UsageError} where there is nothing at all (OpenSSL refuses that too), the line is longer than `maxBytes`, or it
 * is no UTF-8 text (UTF-16 needs a byte order mark)
 */
export async function readFirstLine(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  maxBytes: number,
): Promise<string> {
  let bytes: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    bytes = concatBytes([bytes, chunk]);
    const line = decodeFirstLine(bytes, false);
    if (line !== undefined) return checked(line, name);
    if (bytes.length > maxBytes) throw new UsageError(`${name} has no line end within ${maxBytes} bytes`);
  }
  if (bytes.length === 0) throw new UsageError(`${name} is empty; the empty password takes an empty line`);
  return checked(decodeFirstLine(bytes, true) ?? "", name);
}

/** The first line of what has come so far; `undefined` while its end may still be to come. */
function decodeFirstLine(bytes: Uint8Array, isComplete: boolean): string | undefined {
  const encoding = MARKS.find(({ mark }) => mark.every((octet, index) => bytes[index] === octet))?.encoding ?? "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  const end = text.search(LINE_END);
  if (end >= 0) return text.slice(0, end);
  return isComplete ? text : undefined;
}

function checked(line: string, name: string): string {
  if (line.includes(REPLACEMENT)) throw new UsageError(`${name} is no UTF-8 text`);
  return line;
}
