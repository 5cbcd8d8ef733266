/** The one file that a command writes, or standard output. */
import { escapeUnprintable } from "../../x509/name.js";
import { refuseTaken, writeWhole } from "../files.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { holdInterrupts } from "./interrupt.js";

/** The options as they are typed. */
export interface OutFlags {
  readonly out?: string;
  readonly force?: boolean;
}

/** Read and written by the owner only: for what holds a key or the password that opens it. */
export const SECRET_MODE = 0o600;

/** As other programs make their files; the umask of the user takes away from it. */
export const PUBLIC_MODE = 0o644;

/** A place to write to that was looked at before any work. */
export interface OutFile {
  /** Absent for standard output. */
  readonly path: string | undefined;
  /** @param what - what the file then holds, as a sentence begins: `the body with key and password` */
  readonly write: (content: string | Uint8Array, mode: number, what: string) => Promise<void>;
}

/**
 * Looks at the place that `--out` names; nothing is made there yet.
 * @throws {UsageError} for a name that is none
 * @throws {PathError} `EEXIST` without `--force`
 */
export async function openOutFile({ out, force = false }: OutFlags, host: Host): Promise<OutFile> {
  if (out === undefined) {
    if (force) throw new UsageError("--force is for --out");
    return { path: undefined, write: (text) => Promise.resolve(host.stdout.write(asText(text))) };
  }
  if (out === "-" || out === "")
    throw new UsageError("--out expects the name of a file; leave it out for standard output");
  await refuseTaken(out, { force });
  return {
    path: out,
    write: async (content, mode, what) => {
      await holdInterrupts(host, () => writeWhole(out, content, { force, mode }));
      host.stderr.write(`graph-certkit: ${what} is in ${escapeUnprintable(out)}\n`);
    },
  };
}

function asText(content: string | Uint8Array): string {
  if (typeof content === "string") return content;
  throw new TypeError('"content" expected text for standard output');
}
