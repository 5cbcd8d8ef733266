/** The file that `contract record` writes: line by line into a new file, which gets its name when the run has ended. */
import type { FileHandle } from "node:fs/promises";
import { open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { createRecorder } from "../../contract/cassette/write.js";
import type { Exchange } from "../../contract/exchange.js";
import type { Scanner } from "../../contract/redaction/scan.js";
import { createScanner } from "../../contract/redaction/scan.js";
import { defaultProvider } from "../../crypto/provider.js";
import { escapeUnprintable } from "../../x509/name.js";
import { nameExclusively, temporaryIn } from "../new-file.js";
import { toPathError } from "../path-error.js";
import type { Witness } from "./contract-conduct.js";
import { refuseTakenFor } from "./contract-failure.js";
import type { RunHead } from "./contract-report/contract-reporter.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";

/** A line that is about to be written holds a secret: a defect of redaction, and the line is not written. */
export class LeakError extends Error {
  override readonly name = "LeakError";
}

/** Redacted as it is, traffic of a tenant is not for everybody on the machine. */
const MODE = 0o600;

/** Members whose values must not be in the file. */
const SECRET = /^(?:password|secretText|pkcs12Value|proof|client_assertion)$/i;

/**
 * Makes the new file beside the one that it is to become.
 * @throws {UsageError} {PathError} where the name is none, is taken, or the folder cannot be written to
 */
export async function openCassetteFile(path: string, head: RunHead, host: Pick<Host, "stderr">): Promise<Witness> {
  if (path === "" || path === "-") throw new UsageError("--out expects the name of a file");
  await refuseTakenFor("--out", path);
  const temporary = temporaryIn(dirname(path));
  const recorder = createRecorder({
    recordedAt: head.startedAt,
    baseUrl: head.target,
    mode: head.mode ?? "mock",
    provider: defaultProvider(),
  });
  const handle = await openNew(temporary, path);
  const scanner = createScanner();
  const write = async (line: string): Promise<void> => {
    const leak = scanner.scan(line).at(0);
    if (leak !== undefined) throw new LeakError(`a line of the cassette would hold a secret (${leak.kind})`);
    await handle.appendFile(`${line}\n`);
  };
  let last: Promise<void> = write(recorder.head);
  const append = async (exchange: Exchange): Promise<void> => {
    for (const { json } of [exchange.request, exchange.response]) collect(json, scanner);
    await write(await recorder.line(exchange));
  };
  return {
    exchange: (exchange) => {
      last = last.then(() => append(exchange));
      return last;
    },
    end: async (isWhole) => {
      try {
        await last;
        if (!isWhole) return;
        await handle.sync();
        await nameExclusively(temporary, path);
        host.stderr.write(`graph-certkit: the cassette is in ${escapeUnprintable(path)}\n`);
      } catch (error) {
        throw toPathError("write", path, error);
      } finally {
        await handle.close();
        await rm(temporary, { force: true });
      }
    },
  };
}

async function openNew(temporary: string, path: string): Promise<FileHandle> {
  try {
    return await open(temporary, "wx", MODE);
  } catch (error) {
    throw toPathError("write", path, error);
  }
}

function collect(value: unknown, scanner: Scanner): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (SECRET.test(name) && typeof member === "string" && member !== "") scanner.add(member);
    else collect(member, scanner);
  }
}
