/** The work of `graph-certkit contract sweep`: what runs against a tenant have left behind is removed. */
import { rm } from "node:fs/promises";
import type { JournalEntry } from "../../contract/live/journal.js";
import { parseJournal } from "../../contract/live/journal.js";
import { DEFAULT_PREFIX } from "../../contract/live/options.js";
import type { SweepResult } from "../../contract/live/sweep.js";
import { sweepLeftovers } from "../../contract/live/sweep.js";
import { DEFAULT_LIMITS } from "../../limits.js";
import { toPathError } from "../path-error.js";
import { orCannotRun } from "./contract-failure.js";
import { requireLeave } from "./contract-live.js";
import { createSender } from "./contract-sender.js";
import type { TargetFlags } from "./contract-target.js";
import { readTarget } from "./contract-target.js";
import type { TokenFlags } from "./contract-token.js";
import { openTokenSource } from "./contract-token.js";
import { readDuration } from "./duration.js";
import { EXIT_CODE } from "./exit-codes.js";
import { RefusedError, UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { holdInterrupts } from "./interrupt.js";
import { toJsonLine } from "./json-text.js";
import { readInput } from "./open-path.js";
import { refusing } from "./refusing.js";
import { printable } from "./text-layout.js";

/** The options as they are typed. */
export interface ContractSweepFlags extends Omit<TargetFlags, "mode">, TokenFlags {
  readonly journal?: string;
  readonly prefix?: string;
  readonly olderThan?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly debug?: boolean;
}

const HOUR_MS = 3_600_000;
const YEAR_MS = 366 * 24 * HOUR_MS;
const PREFIX = /^[a-z][a-z0-9-]{5,38}[a-z0-9]$/;

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} where it could not begin
 */
export function runContractSweep(flags: ContractSweepFlags, host: Host): Promise<number> {
  return orCannotRun(async () => {
    const isDry = flags.dryRun === true;
    const target = readTarget(isDry ? { ...flags, allowWrites: false, mode: "read-only" } : { ...flags, mode: "live" });
    const { journal: file, prefix = DEFAULT_PREFIX } = flags;
    if (!PREFIX.test(prefix)) throw new UsageError("--prefix expects 7 to 40 small letters, digits and hyphens");
    const olderThanMs = readDuration(flags.olderThan, "--older-than", YEAR_MS) ?? HOUR_MS;
    const token = openTokenSource(flags, target, host);
    const journal = file === undefined ? undefined : await readJournalFile(file);
    if (target.live !== undefined) await requireLeave(token, target.live.tenantId, host);
    const sender = createSender(host, target.baseUrl);
    const found: SweepResult[] = [];
    // The first signal ends it behind the object that is at work.
    await holdInterrupts(host, async (signal) => {
      const sweeping = sweepLeftovers({
        fetch: sender.fetch,
        baseUrl: target.baseUrl,
        auth: token,
        journal,
        prefix,
        olderThanMs,
        clock: { now: () => host.now().getTime() },
        dryRun: isDry,
      });
      for await (const result of sweeping) {
        sender.check();
        found.push(result);
        host.stdout.write(flags.json === true ? `${toJsonLine(result)}\n` : render(result));
        if (signal.aborted) throw signal.reason;
      }
      sender.check();
    });
    const isClean = found.every(({ outcome }) => outcome === "deleted" || outcome === "gone");
    if (file !== undefined && isClean && !isDry) await remove(file);
    if (flags.json !== true) host.stdout.write(renderCounts(found));
    // Of a journal all is to go; what is younger than asked for is to stay.
    const isBad = ({ outcome }: SweepResult): boolean =>
      outcome === "failed" || (outcome === "left" && journal !== undefined);
    return found.some(isBad) ? EXIT_CODE.rejected : EXIT_CODE.accepted;
  });
}

async function readJournalFile(file: string): Promise<readonly JournalEntry[]> {
  const { bytes, isWhole } = await readInput(file, DEFAULT_LIMITS.fileBytes);
  if (!isWhole) throw new RefusedError(file, `more than ${DEFAULT_LIMITS.fileBytes} bytes: that is no journal`);
  return refusing(file, () => parseJournal(new TextDecoder().decode(bytes)));
}

async function remove(file: string): Promise<void> {
  try {
    await rm(file);
  } catch (error) {
    throw toPathError("write", file, error);
  }
}

function render({ kind, id, displayName, outcome, reason }: SweepResult): string {
  return `${printable(`${outcome}  ${kind} ${id} ${displayName}${reason === undefined ? "" : `: ${reason}`}`)}\n`;
}

function renderCounts(found: readonly SweepResult[]): string {
  const outcomes = ["deleted", "would delete", "gone", "left", "failed"] as const;
  const counts = outcomes.flatMap((outcome) => {
    const count = found.filter((one) => one.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  return `${counts.length === 0 ? "nothing was found" : counts.join(", ")}\n`;
}
