/** The lines of a state file. */
import { createHash } from "node:crypto";

/** In the first line, for whoever opens the file, and so that nothing else is taken for it. */
const FORMAT = "graph-certkit mock state";
const VERSION = 1;

/** The first line: the state, and how often the file has been begun. */
export interface FirstLine {
  readonly runs: number;
  readonly state: unknown;
}

/** The first line with its end. */
export function writeFirstLine({ runs, state }: FirstLine): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, runs, state })}\n`;
}

/** Reads the first line; `undefined` for any other. */
export function readFirstLine(line: string): FirstLine | undefined {
  const value = parse(line);
  if (typeof value !== "object" || value === null) return undefined;
  const { format, version, runs, state } = value as Readonly<Record<string, unknown>>;
  const isOurs = format === FORMAT && version === VERSION && Number.isSafeInteger(runs) && state !== undefined;
  return isOurs ? { runs: runs as number, state } : undefined;
}

/** Changes that were made together, with the end of the line: the lines before the last one are whole, come what may. */
export function writeChanges(changes: readonly unknown[]): string {
  const json = JSON.stringify(changes);
  return `${checksum(json)} ${json}\n`;
}

/** Reads a line of changes; `undefined` where it is torn or none. */
export function readChanges(line: string): readonly unknown[] | undefined {
  const json = line.slice(17);
  if (line[16] !== " " || line.slice(0, 16) !== checksum(json)) return undefined;
  const changes = parse(json);
  return Array.isArray(changes) ? changes : undefined;
}

/** 64 bits of SHA-256 in hexadecimal: against torn writes and slips of an editor, not against anybody. */
function checksum(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
