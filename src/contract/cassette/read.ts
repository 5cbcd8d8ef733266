/** Reads a cassette, line by line: one exchange is in memory at a time. */
import { LimitError, MalformedError, UnsupportedError } from "../../errors.js";
import type { Exchange, ReceivedResponse, SentRequest } from "../exchange.js";
import { parseJson, toJson } from "../exchange.js";
import { REDACTION_VERSION } from "../redaction/redactor.js";
import type { CassetteHead } from "./format.js";
import { CASSETTE_FORMAT, CASSETTE_VERSION, MAX_LINE_CHARACTERS } from "./format.js";
import { isExchangeLine } from "./line-shape.js";

/** What may be asked of a reader. */
export interface CassetteLimits {
  /** Of one line; default 16 Mi. */
  readonly lineCharacters?: number | undefined;
}

/**
 * Gives the exchanges in the order of the file, each with its `origin`: `line 18`. Empty lines are passed over.
 * @param lines - without their line breaks, as `node:readline` gives them; the head first
 * @throws {MalformedError} `ERR_CONTRACT_CASSETTE_HEAD` for a file that is no cassette, `ERR_CONTRACT_CASSETTE_LINE` for a
 *   line that is no exchange; `at` names the line
 * @throws {UnsupportedError} `ERR_CONTRACT_CASSETTE_VERSION` for another version of the format or of its redaction
 * @throws {LimitError} `ERR_CONTRACT_CASSETTE_LIMIT`
 */
export async function* readCassette(
  lines: AsyncIterable<string>,
  { lineCharacters = MAX_LINE_CHARACTERS }: CassetteLimits = {},
): AsyncGenerator<Exchange, void> {
  let number = 0;
  let head: CassetteHead | undefined;
  for await (const line of lines) {
    number += 1;
    const at = `line ${number}`;
    if (line.length > lineCharacters) {
      const message = `${at} expected at most ${lineCharacters} characters, got ${line.length}`;
      const details = { limit: "lineCharacters", actual: line.length };
      throw new LimitError(message, { code: "ERR_CONTRACT_CASSETTE_LIMIT", at, ...details });
    }
    if (line.trim() === "") continue;
    if (head === undefined) head = readCassetteHead(line, at);
    else yield readLine(line, at);
  }
  if (head === undefined) {
    throw new MalformedError("the cassette is empty", { code: "ERR_CONTRACT_CASSETTE_HEAD", at: "line 1" });
  }
}

/**
 * Reads the first line.
 * @throws as {@link readCassette}
 */
export function readCassetteHead(line: string, at = "line 1"): CassetteHead {
  const head = toJson(parseJson(line));
  const { format, version, redaction, recordedAt, baseUrl, mode } = head;
  const isHead = format === CASSETTE_FORMAT && [recordedAt, baseUrl, mode].every((it) => typeof it === "string");
  if (!isHead) {
    throw new MalformedError(`${at} is not the head of a cassette`, { code: "ERR_CONTRACT_CASSETTE_HEAD", at });
  }
  if (version !== CASSETTE_VERSION || redaction !== REDACTION_VERSION) {
    const own = `version ${CASSETTE_VERSION} and redaction ${REDACTION_VERSION}`;
    const message = `${at} expected ${own}, got ${Number(version)} and ${Number(redaction)}`;
    throw new UnsupportedError(message, { code: "ERR_CONTRACT_CASSETTE_VERSION", at });
  }
  return head as unknown as CassetteHead;
}

function readLine(line: string, at: string): Exchange {
  const read = parseJson(line);
  if (!isExchangeLine(read)) {
    throw new MalformedError(`${at} is no exchange of a cassette`, { code: "ERR_CONTRACT_CASSETTE_LINE", at });
  }
  const { operationId, key, request, response, ...rest } = read;
  return { ...rest, operationId, key, request: withJson(request), response: withJson(response), origin: at };
}

const withJson = <T extends Omit<SentRequest, "json"> | Omit<ReceivedResponse, "json">>(
  message: T,
): T & { readonly json: unknown } => ({ ...message, json: parseJson(message.text) });
