/** The form of a cassette: recorded traffic as NDJSON, a head and then an exchange a line. */
import { REDACTION_VERSION } from "../redaction/redactor.js";
import type { Mode } from "../scenario.js";

export const CASSETTE_FORMAT = "graph-certkit-cassette";
export const CASSETTE_VERSION = 1;

/** Characters of one line: an answer with a list of thousands has some megabytes. */
export const MAX_LINE_CHARACTERS: number = 16 * 1024 * 1024;

/** What the first line says. */
export interface CassetteHead {
  readonly format: typeof CASSETTE_FORMAT;
  readonly version: typeof CASSETTE_VERSION;
  /** How the exchanges were redacted: see `REDACTION_VERSION`. */
  readonly redaction: number;
  /** RFC 3339, UTC. */
  readonly recordedAt: string;
  /** With the version: `https://graph.microsoft.com/v1.0`. */
  readonly baseUrl: string;
  readonly mode: Mode;
}

/** The first line, without its line break. @param baseUrl - redacted already, as the exchanges are */
export function cassetteHead(options: {
  readonly recordedAt: Date;
  readonly baseUrl: string;
  readonly mode: Mode;
}): string {
  const { recordedAt, baseUrl, mode } = options;
  const head: CassetteHead = {
    format: CASSETTE_FORMAT,
    version: CASSETTE_VERSION,
    redaction: REDACTION_VERSION,
    recordedAt: recordedAt.toISOString(),
    baseUrl,
    mode,
  };
  return JSON.stringify(head);
}
