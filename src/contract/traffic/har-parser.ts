/** A HAR file piece by piece: its entries one after the other, without the file in memory. */
import { LimitError, MalformedError } from "../../errors.js";
import { toJson } from "../exchange.js";
import { createHarScanner } from "./har-scanner.js";

/** Upper bounds of a HAR. */
export interface HarLimits {
  /** Octets of one entry together with all that is no entry. */
  readonly entryBytes: number;
  /** How many entries are read. */
  readonly entries: number;
}

/** Entries with a film in base64 fit in; a million entries are some gigabytes. */
export const DEFAULT_HAR_LIMITS: HarLimits = { entryBytes: 256 * 1024 * 1024, entries: 1_000_000 };

/** One entry, unchecked. */
export interface HarEntry {
  /** `log.entries[17]` */
  readonly at: string;
  readonly json: unknown;
}

/** So much is looked at at a time: few entries then wait to be taken, however large the chunks are. */
const PIECE_BYTES = 0x1_0000;

/**
 * Parses a HAR (version 1.2) as it comes; a byte order mark is passed over. That the file is JSON as a whole is known only
 * at its end: entries have been given by then.
 * @param chunks - the file as UTF-8, cut anywhere
 * @throws {MalformedError} `ERR_CONTRACT_HAR_JSON` for what is no JSON, `ERR_CONTRACT_HAR_STRUCTURE` without `log.entries`
 * @throws {LimitError} `ERR_CONTRACT_HAR_LIMIT`
 */
export async function* parseHar(chunks: AsyncIterable<Uint8Array>, limits: HarLimits): AsyncGenerator<HarEntry, void> {
  const scanner = createHarScanner();
  let count = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += PIECE_BYTES) {
      for (const text of scanner.scan(chunk.subarray(from, from + PIECE_BYTES))) {
        const at = `log.entries[${count}]`;
        if (count >= limits.entries) throw tooMuch("entries", count + 1, at);
        count += 1;
        yield { at, json: parse(() => decode(text), at) };
      }
      if (scanner.heldBytes() > limits.entryBytes) {
        throw tooMuch("entryBytes", scanner.heldBytes(), `log.entries[${count}]`);
      }
    }
  }
  checkFrame(parse(scanner.frame, count === 0 ? "log" : `log.entries[${count}]`));
}

/** The file without its entries: there is a list of them, and nothing else in it. */
function checkFrame(frame: unknown): void {
  const { entries } = toJson(toJson(frame)["log"]);
  if (!Array.isArray(entries)) throw malformed("log.entries", "a list");
  const stranger = entries.findIndex((it) => it !== 0);
  if (stranger >= 0) throw malformed(`log.entries[${stranger}]`, "an object");
}

function parse(text: () => string, at: string): unknown {
  try {
    return JSON.parse(text());
  } catch {
    // Without the runtime's own error: it repeats the characters around the place, which may be secret.
    throw new MalformedError(`no JSON at ${at}`, { code: "ERR_CONTRACT_HAR_JSON", at });
  }
}

/** A byte order mark is no part of the text (Encoding Standard section 6). */
const decode = (octets: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(octets);

function malformed(at: string, expected: string): MalformedError {
  return new MalformedError(`${at} expected ${expected}`, { code: "ERR_CONTRACT_HAR_STRUCTURE", at });
}

function tooMuch(limit: keyof HarLimits, actual: number, at: string): LimitError {
  const message = `more than the limit "${limit}" allows at ${at}`;
  return new LimitError(message, { code: "ERR_CONTRACT_HAR_LIMIT", at, limit, actual });
}
