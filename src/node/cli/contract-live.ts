/** What a run against a tenant has beside any other: leave to write, checked against the token, and a journal. */

import { LIVE_ACTIONS } from "../../contract/live/live-run.js";
import type { LiveOptions } from "../../contract/live/options.js";
import { checkToken } from "../../contract/live/token.js";
import type { GraphAction } from "../../graph/clouds.js";
import { escapeUnprintable } from "../../x509/name.js";
import { refuseTakenFor } from "./contract-failure.js";
import { createJournalFile } from "./contract-journal.js";
import { shellCommand } from "./contract-report/shell-words.js";
import type { TokenSource } from "./contract-token.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";

/** What is needed for it. */
export interface LiveCall {
  readonly flags: { readonly journal?: string; readonly prefix?: string; readonly treatAsForeign?: boolean };
  readonly settings: { readonly maxObjects: number | undefined; readonly target: { readonly baseUrl: string } };
  readonly tenantId: string;
  readonly token: TokenSource;
  readonly host: Host;
}

/** Options of the run, and what is to be done when it is over. */
export interface LiveRun {
  readonly options: LiveOptions;
  /** Removes the journal where nothing is left, and else says what to do about it. */
  readonly close: () => Promise<void>;
}

/**
 * Checks the token and opens the journal, whose name is told: whoever kills the process needs it.
 * @throws {UsageError} where the token is of another tenant, has ended or says that it may not write
 * @throws {PathError} where the journal cannot be made
 */
export async function openLiveRun(call: LiveCall): Promise<LiveRun> {
  const { flags, settings, tenantId, token, host } = call;
  await requireLeave(token, tenantId, host, LIVE_ACTIONS);
  const run = host.newId().slice(0, 8);
  if (flags.journal !== undefined) await refuseTakenFor("--journal", flags.journal);
  const journal = await createJournalFile(flags.journal ?? `graph-certkit-journal-${run}.ndjson`);
  const name = escapeUnprintable(journal.path);
  host.stderr.write(`graph-certkit: what the run makes is noted in ${name}\n`);
  return {
    options: {
      tenantId,
      allowWrites: true,
      run,
      journal,
      ...(flags.prefix === undefined ? {} : { prefix: flags.prefix }),
      ...(settings.maxObjects === undefined ? {} : { maxObjects: settings.maxObjects }),
    },
    close: async () => {
      if (!(await journal.close())) return;
      const words = [
        "graph-certkit",
        "contract",
        "sweep",
        "--base-url",
        settings.target.baseUrl,
        "--journal",
        journal.path,
      ];
      if (flags.prefix !== undefined) words.push("--prefix", flags.prefix);
      if (flags.treatAsForeign === true) words.push("--treat-as-foreign");
      const command = shellCommand([...words, "--allow-writes", "--tenant", tenantId]);
      host.stderr.write(`graph-certkit: not all is removed that the run made; this tries again: ${command}\n`);
    },
  };
}

/**
 * Looks at the token before anything is sent. What it seems to lack is told, and may go well all the same.
 * @param needs - what is going to be sent
 * @throws {UsageError} naming what is wrong with the token, never the token
 */
export async function requireLeave(
  token: TokenSource,
  tenantId: string,
  { now, stderr }: Pick<Host, "now" | "stderr">,
  needs: readonly GraphAction[] = [],
): Promise<void> {
  const problems = checkToken(await token(), { tenantId, now: now().getTime(), needs });
  const fatal = problems.filter(({ isFatal }) => isFatal);
  if (fatal.length > 0) throw new UsageError(fatal.map(({ message }) => message).join("; "));
  for (const { message } of problems) stderr.write(`graph-certkit: warning: ${message}\n`);
}
