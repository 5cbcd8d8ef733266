/** The work of `graph-certkit contract check`: recorded traffic is judged, and nobody is asked. */
import type { Exchange } from "../../contract/exchange.js";
import { createRedactor } from "../../contract/redaction/redactor.js";
import { checkTraffic } from "../../contract/traffic/check-traffic.js";
import { defaultProvider } from "../../crypto/provider.js";
import { readDeviations } from "./contract-deviations.js";
import { orCannotRun } from "./contract-failure.js";
import { readRules } from "./contract-options.js";
import type { TellingFlags } from "./contract-telling.js";
import { openContractTelling } from "./contract-telling.js";
import { readTraffic } from "./contract-traffic.js";
import { EXIT_CODE, exitCodeOfSignal } from "./exit-codes.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { watchInterrupts } from "./interrupt.js";
import type { PackageManifest } from "./package-manifest.js";
import { STDIN_NAME } from "./read-paths.js";

/** The options as they are typed. */
export interface ContractCheckFlags extends TellingFlags {
  readonly rules?: string;
  readonly deviations?: string;
  readonly debug?: boolean;
}

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} where nothing could be judged: no such file, no HAR and no cassette, or nothing of Graph in it
 */
export function runContractCheck(
  file: string,
  flags: ContractCheckFlags,
  host: Host,
  { version }: PackageManifest,
): Promise<number> {
  return orCannotRun(async () => {
    const rules = readRules(flags.rules);
    if (file === STDIN_NAME && flags.deviations === STDIN_NAME) {
      throw new UsageError("standard input can be read only once: name a file for one of the two");
    }
    const deviations = flags.deviations === undefined ? [] : await readDeviations(flags.deviations, host);
    const replayFlags = flags.deviations === undefined ? [] : ["--deviations", flags.deviations];
    const startedAt = host.now();
    const target = file === STDIN_NAME ? "standard input" : file;
    const telling = await openContractTelling(flags, host, {
      command: "check",
      version,
      target,
      startedAt,
      replayFlags,
    });
    const interruption = watchInterrupts(host);
    const redactor = createRedactor();
    let count = 0;
    const counted = async function* (): AsyncGenerator<Exchange, void> {
      for await (const exchange of readTraffic(file, host)) {
        if (interruption.signal.aborted) return;
        count += 1;
        // A later answer may repeat what an earlier request was sent with.
        redactor.learn([exchange]);
        yield exchange;
      }
    };
    try {
      telling.begin(() => count);
      // With some rules alone, nothing is said about what is known of the others.
      const known = rules === undefined ? deviations : deviations.filter(({ rule }) => rules.includes(rule));
      const results = checkTraffic(counted(), {
        rules,
        deviations: known,
        provider: defaultProvider(),
        now: startedAt,
      });
      for await (const result of results) await telling.add(redactor.result(result));
      if (count === 0 && interruption.received() === undefined) {
        throw new UsageError(`${target}: nothing in it was sent to Graph, so there is nothing to judge`);
      }
      const received = interruption.received();
      const ended = received === undefined ? "complete" : "interrupt";
      const hasFailure = await telling.end({ requests: count, ended });
      if (received !== undefined) return exitCodeOfSignal(received);
      return hasFailure ? EXIT_CODE.rejected : EXIT_CODE.accepted;
    } finally {
      telling.pause();
      interruption.close();
    }
  });
}
