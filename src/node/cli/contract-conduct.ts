/** A run from its options to its exit code: what `contract run` and `contract record` have in common. */
import type { Deviation } from "../../contract/deviations.js";
import type { Exchange } from "../../contract/exchange.js";
import type { ContractResult } from "../../contract/result.js";
import { runContract } from "../../contract/run.js";
import type { ContractOptions } from "../../contract/run-options.js";
import type { Clock } from "../../contract/session/clock.js";
import type { Settling } from "../../contract/session/settling.js";
import { ONE_READ, PATIENT } from "../../contract/session/settling.js";
import { findClock } from "./contract-clock.js";
import { readDeviations } from "./contract-deviations.js";
import { orCannotRun } from "./contract-failure.js";
import type { LiveRun } from "./contract-live.js";
import { openLiveRun } from "./contract-live.js";
import type { RunFlags, RunSettings } from "./contract-options.js";
import { readRunOptions } from "./contract-options.js";
import { replayFlagsOf } from "./contract-replay-flags.js";
import type { RunHead } from "./contract-report/contract-reporter.js";
import type { Sender } from "./contract-sender.js";
import { createSender } from "./contract-sender.js";
import type { ContractTelling } from "./contract-telling.js";
import { openContractTelling } from "./contract-telling.js";
import type { TokenSource } from "./contract-token.js";
import { openTokenSource } from "./contract-token.js";
import { EXIT_CODE, exitCodeOfSignal } from "./exit-codes.js";
import type { Host } from "./host.js";
import type { Interruption } from "./interrupt.js";
import { watchInterrupts } from "./interrupt.js";
import type { PackageManifest } from "./package-manifest.js";

/** Who else wants to know of a run. */
export interface Witness {
  /** Of each exchange as it happens, with all its secrets. */
  readonly exchange: (exchange: Exchange) => Promise<void>;
  /** @param isWhole - whether the run came to its end */
  readonly end: (isWhole: boolean) => Promise<void>;
}

/** What is asked for. */
export interface Call {
  readonly flags: RunFlags;
  readonly host: Host;
  readonly manifest: PackageManifest;
  /** Is called when the options are known to be right, before the first request. */
  readonly openWitness?: ((head: RunHead) => Promise<Witness>) | undefined;
}

interface Prepared extends Call {
  readonly settings: RunSettings;
  readonly token: TokenSource;
  readonly deviations: readonly Deviation[];
  readonly head: RunHead;
  readonly telling: ContractTelling;
  readonly interruption: Interruption;
}

/** Graph is not to be loaded without end; a mock is. */
const MOST_REQUESTS = 1000;

/**
 * Runs the contract and tells what came of it.
 * @returns 0 nothing wrong, 1 at least one failure; after a signal what shells count it as
 * @throws {UsageError} where it could not run
 */
export function conductRun(call: Call): Promise<number> {
  const { flags, host, manifest } = call;
  return orCannotRun(async () => {
    const settings = readRunOptions(flags, host);
    const { baseUrl: target, mode } = settings.target;
    const token = openTokenSource(flags, settings.target, host);
    const { version } = manifest;
    const { seed } = settings.selection;
    const replayFlags = replayFlagsOf(flags, settings);
    const head: RunHead = { command: "run", version, target, mode, seed, startedAt: host.now(), replayFlags };
    const deviations = flags.deviations === undefined ? [] : await readDeviations(flags.deviations, host);
    const telling = await openContractTelling(flags, host, head);
    const interruption = watchInterrupts(host);
    try {
      return await conduct({ ...call, settings, token, deviations, head, telling, interruption });
    } finally {
      telling.pause();
      interruption.close();
    }
  });
}

async function conduct(prepared: Prepared): Promise<number> {
  const { host, settings, head, telling, interruption } = prepared;
  const { target, maxMs } = settings;
  // Not the run's own budget, which counts the days by which a clock is moved.
  const time = maxMs === undefined ? new AbortController().signal : AbortSignal.timeout(maxMs);
  const sender = createSender(host, target.baseUrl, AbortSignal.any([interruption.signal, time]));
  const clock = target.mode === "mock" ? await findClock(target.baseUrl, host) : { now: () => host.now().getTime() };
  const signal = AbortSignal.any([interruption.signal, sender.signal, time]);
  const witness = await prepared.openWitness?.(head);
  let live: LiveRun | undefined;
  let isWhole = false;
  try {
    live = target.live === undefined ? undefined : await openLiveRun({ ...prepared, ...target.live });
    const options = toOptions(prepared, { sender, clock, live, witness, signal });
    telling.begin(sender.sent);
    for await (const result of runContract(options)) {
      sender.check();
      if (isToBeTold(result, settings)) await telling.add(result);
    }
    sender.check();
    isWhole = !signal.aborted;
  } finally {
    telling.pause();
    try {
      await live?.close();
    } finally {
      await witness?.end(isWhole);
    }
  }
  const received = interruption.received();
  const isSpent = time.aborted || sender.sent() >= (mostRequests(settings) ?? Number.POSITIVE_INFINITY);
  const ended = received !== undefined ? "interrupt" : isSpent ? "budget" : "complete";
  const hasFailure = await telling.end({ requests: sender.sent(), ended });
  if (received !== undefined) return exitCodeOfSignal(received);
  return hasFailure ? EXIT_CODE.rejected : EXIT_CODE.accepted;
}

interface Parts {
  readonly sender: Sender;
  readonly clock: Clock;
  readonly live: LiveRun | undefined;
  readonly witness: Witness | undefined;
  readonly signal: AbortSignal;
}

function toOptions(prepared: Prepared, { sender, clock, live, witness, signal }: Parts): ContractOptions {
  const { settings, token, deviations } = prepared;
  const { target, selection } = settings;
  const { rules, scenarios, phases, objects, seed, replay, draws } = selection;
  return {
    fetch: sender.fetch,
    baseUrl: target.baseUrl,
    auth: token,
    mode: target.mode,
    clock,
    signal,
    rules,
    scenarios,
    phases,
    objects,
    seed,
    replay,
    deviations,
    settling: settlingOf(settings),
    budget: { requests: mostRequests(settings), draws },
    live: live?.options,
    ...(witness === undefined ? {} : { onExchange: witness.exchange }),
  };
}

function mostRequests({ target, maxRequests }: RunSettings): number | undefined {
  return maxRequests ?? (target.mode === "mock" ? undefined : MOST_REQUESTS);
}

function settlingOf({ target, settleReads, lagDeadlineMs }: RunSettings): Settling {
  const isPatient = target.mode === "live" || settleReads !== undefined || lagDeadlineMs !== undefined;
  if (!isPatient) return ONE_READ;
  return { ...PATIENT, reads: settleReads ?? PATIENT.reads, deadlineMs: lagDeadlineMs ?? PATIENT.deadlineMs };
}

/** A run of less than everything says nothing about differences that it did not come across. */
function isToBeTold({ rule, title }: ContractResult, { selection }: RunSettings): boolean {
  return !(selection.isNarrow && rule === "deviations" && title.endsWith(" unused"));
}
