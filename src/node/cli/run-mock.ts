/** The work of `graph-certkit mock`: a mock is made, served until a signal comes, and what it holds is kept. */

import { escapeUnprintable } from "../../x509/name.js";
import { codeOf, PathError } from "../path-error.js";
import { withClockControl } from "../serve/clock-control.js";
import { isLoopback } from "../serve/loopback.js";
import type { ServedRequest, Serving } from "../serve/serve.js";
import { serve } from "../serve/serve.js";
import { mintTlsCertificate } from "../serve/tls-certificate.js";
import type { CaFile } from "./ca-file.js";
import { writeCaFile } from "./ca-file.js";
import type { CreatedMock } from "./create-mock.js";
import { createMock } from "./create-mock.js";
import { EXIT_CODE } from "./exit-codes.js";
import { describePathError, formatCauses, UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { watchInterrupts } from "./interrupt.js";
import { toJsonLine } from "./json-text.js";
import type { MockFlags, MockSettings } from "./mock-options.js";
import { readMockOptions } from "./mock-options.js";

/** How long requests under way may still take after a signal. */
const GRACE_MS = 5_000;

/**
 * Runs the command until a signal comes, and returns its exit code.
 * @throws {UsageError} for options that are none, and where it cannot listen
 * @throws {RefusedError} for files that hold something else, and a state that another process has
 * @throws {PathError} where a file cannot be read or written
 */
export async function runMock(flags: MockFlags, host: Host): Promise<number> {
  if (flags.behaviours === true || flags.faults === true) {
    const { listMockTables } = await import("./list-mock.js");
    return listMockTables(flags, host);
  }
  const settings = readMockOptions(flags);
  const interruption = watchInterrupts(host);
  try {
    const mock = await createMock(settings, host, (error) => tellDefect(error, flags, host));
    try {
      await serveUntil(interruption.signal, mock, { settings, flags, host });
    } finally {
      await mock.close();
    }
    return EXIT_CODE.accepted;
  } finally {
    interruption.close();
  }
}

interface Call {
  readonly settings: MockSettings;
  readonly flags: MockFlags;
  readonly host: Host;
}

async function serveUntil(signal: AbortSignal, mock: CreatedMock, call: Call): Promise<void> {
  const { settings, host, flags } = call;
  const tls = settings.https
    ? await mintTlsCertificate({ now: host.now(), random: host.random, host: settings.host })
    : undefined;
  const serving = await listen(mock, call, tls);
  let caFile: CaFile | undefined;
  try {
    caFile = tls === undefined ? undefined : await writeCaFile(tls.ca, settings.caOut);
    if (!isLoopback(settings.host)) {
      host.stderr.write(
        `graph-certkit: warning: whoever reaches ${escapeUnprintable(settings.host)} can read and change what the mock holds\n`,
      );
    }
    const ready = { url: serving.url, serving, caFile: caFile?.path };
    host.stdout.write(flags.json === true ? `${toJsonLine(toDocument(ready, call))}\n` : renderReady(ready));
    mock.prepareKeys();
    await aborted(signal);
  } finally {
    await serving.close(GRACE_MS);
    await caFile?.remove();
  }
}

async function listen(
  mock: CreatedMock,
  { settings, flags, host }: Call,
  tls: { readonly key: string; readonly cert: string } | undefined,
): Promise<Serving> {
  try {
    const isControlled = mock.clock !== undefined && isLoopback(settings.host);
    return await serve(isControlled ? withClockControl(mock.fetch, mock.clock) : mock.fetch, {
      host: settings.host,
      port: settings.port,
      tls: tls && { key: tls.key, cert: tls.cert },
      replaceGlobals: true,
      onServed: flags.verbose === true ? (request) => host.stderr.write(renderRequest(request)) : undefined,
      onError: (error) => tellDefect(error, flags, host),
    });
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    const advice = code === "EADDRINUSE" ? "; --port 0 takes a free one" : "";
    throw new UsageError(
      `cannot listen on --port ${settings.port} of --host ${escapeUnprintable(settings.host)}${advice} (${code})`,
      {
        cause: error,
      },
    );
  }
}

/** What was answered 500: a defect, or a change that could not be kept. */
function tellDefect(error: unknown, flags: MockFlags, host: Host): void {
  const why = error instanceof PathError ? describePathError(error) : "a defect of this program (--debug shows where)";
  host.stderr.write(`graph-certkit: a request failed in the mock: ${why}\n`);
  if (flags.debug === true) host.stderr.write(formatCauses(error));
}

interface Ready {
  readonly url: string;
  readonly serving: Serving;
  readonly caFile: string | undefined;
}

/** One line, for scripts; members are added, never taken away. */
function toDocument({ url, serving, caFile }: Ready, { settings }: Call): object {
  return {
    url,
    graphRoot: `${url}/v1.0`,
    host: settings.host,
    port: serving.port,
    pid: process.pid,
    caFile: caFile ?? null,
    stateFile: settings.state ?? null,
    seed: settings.seed ?? null,
    cloud: settings.cloud,
  };
}

function renderReady({ url, caFile }: Ready): string {
  const ca = caFile === undefined ? "" : `; NODE_EXTRA_CA_CERTS=${escapeUnprintable(caFile)}`;
  return `graph-certkit mock listens on ${url}/v1.0 (pid ${process.pid})${ca}\n`;
}

/** Paths name objects by id and hold no secret. */
function renderRequest({ method, path, status, durationMs }: ServedRequest): string {
  return `${escapeUnprintable(`${method} ${path}`).slice(0, 500)} ${status ?? "no answer"} ${durationMs.toFixed(1)} ms\n`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
