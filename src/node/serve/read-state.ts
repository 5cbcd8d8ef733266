/** Reads a state file. */
import { createReadStream } from "node:fs";
import { MalformedError } from "../../errors.js";
import { codeOf, toPathError } from "../path-error.js";
import { readChanges, readFirstLine } from "./state-line.js";

/** What was found in a file. */
export interface LoadedState {
  /** `undefined` where there was no file, or an empty one. */
  readonly snapshot: unknown;
  /** In order; what was appended by one call is one of them. */
  readonly changes: readonly unknown[];
  /** How often the file has been begun. */
  readonly runs: number;
}

/** Of a file that is not there. */
const NOTHING: LoadedState = { snapshot: undefined, changes: [], runs: 0 };

/**
 * Reads a file line by line, as it may be longer than a string can be. A last line without its end is dropped, and one
 * whose hash is wrong: the write of it was not finished, so nobody was told that it was done.
 * @throws {PathError}
 * @throws {MalformedError} `ERR_MOCK_STATE`, `at` its line, where something else is wrong
 */
export async function readState(path: string): Promise<LoadedState> {
  let first: ReturnType<typeof readFirstLine>;
  const changes: unknown[] = [];
  let number = 0;
  let tornAt: number | undefined;
  for await (const { line, isEnded } of readLines(path)) {
    number += 1;
    if (tornAt !== undefined) throw malformed(path, tornAt);
    if (number === 1) {
      first = readFirstLine(line);
      if (first === undefined) throw malformed(path, 1);
      continue;
    }
    const read = isEnded ? readChanges(line) : undefined;
    if (read === undefined) tornAt = number;
    else for (const change of read) changes.push(change);
  }
  return first === undefined ? NOTHING : { snapshot: first.state, changes, runs: first.runs };
}

/** The lines of a file, without their ends; nothing of a file that is not there. */
async function* readLines(path: string): AsyncGenerator<{ readonly line: string; readonly isEnded: boolean }> {
  let rest: string[] = [];
  try {
    for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1024 * 1024 })) {
      const [head = "", ...lines] = String(chunk).split("\n");
      rest.push(head);
      for (const line of lines) {
        yield { line: rest.join(""), isEnded: true };
        rest = [line];
      }
    }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw toPathError("read", path, error);
  }
  const line = rest.join("");
  if (line !== "") yield { line, isEnded: false };
}

function malformed(path: string, line: number): MalformedError {
  const what = line === 1 ? "is no state of graph-certkit mock" : "is damaged";
  return new MalformedError(`${path} ${what}; it is left as it is`, { code: "ERR_MOCK_STATE", at: `line ${line}` });
}
