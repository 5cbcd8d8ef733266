/** A host whose streams are strings. */
import type { Host } from "../../../../src/node/cli/host.js";

/** A host and what was written to it. */
export interface FakeHost {
  readonly host: Host;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Questions that were asked. */
  readonly questions: string[];
}

/** Nobody can be asked unless `answer` is given, and the outputs are no terminals unless `isTerminal` says so. */
export function fakeHost(
  given: Partial<Host> & {
    readonly answer?: string;
    readonly input?: readonly string[];
    readonly isTerminal?: boolean;
  } = {},
): FakeHost {
  const { answer, input = [], isTerminal = false, ...rest } = given;
  const stdout: string[] = [];
  const stderr: string[] = [];
  const questions: string[] = [];
  const host: Host = {
    stdout: { write: (text) => stdout.push(text) > 0, drained: () => Promise.resolve(), isTerminal, columns: 80 },
    stderr: { write: (text) => stderr.push(text) > 0, drained: () => Promise.resolve(), isTerminal, columns: 80 },
    stdin: chunks(input),
    environment: {},
    isInteractive: answer !== undefined,
    now: () => new Date("2026-01-01T00:00:00Z"),
    newId: countingIds(),
    random: countingOctets(),
    fetch: () => Promise.reject(new TypeError("fetch failed", { cause: new Error("there is no network") })),
    promptPassword: (question) => {
      questions.push(question);
      return Promise.resolve(answer ?? "");
    },
    onInterrupt: () => () => {},
    endBySignal: () => Promise.resolve(),
    ...rest,
  };
  return { host, stdout: () => stdout.join(""), stderr: () => stderr.join(""), questions };
}

/** GUIDs in a row: 00000000-0000-4000-8000-000000000001 and so on. */
export function countingIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${count.toString(16).padStart(12, "0")}`;
  };
}

/** Octets that count on from call to call: no two salts are the same, and each run is. */
function countingOctets(): (length: number) => Uint8Array {
  let count = 0;
  return (length) =>
    Uint8Array.from({ length }, () => {
      count += 1;
      return (count * 167) % 256;
    });
}

/** Each text as one chunk. */
export async function* chunks(texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(typeof text === "string" ? Buffer.from(text) : text);
}
