/** The work of `graph-certkit contract parity`: recorded traffic is sent to a mock, and the answers are compared. */
import type { Exchange } from "../../contract/exchange.js";
import type { ParityOptions, ParityResult } from "../../contract/parity/parity.js";
import { parity } from "../../contract/parity/parity.js";
import { createRedactor } from "../../contract/redaction/redactor.js";
import { defaultProvider } from "../../crypto/provider.js";
import type { FaultName } from "../../mock/fault-set.js";
import { repeatKeys } from "../../mock/repeated-keys.js";
import { createMockGraph } from "../../mock/server.js";
import { findClock } from "./contract-clock.js";
import { orCannotRun } from "./contract-failure.js";
import { createSender } from "./contract-sender.js";
import { readTarget } from "./contract-target.js";
import { readTraffic } from "./contract-traffic.js";
import { EXIT_CODE } from "./exit-codes.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { toJsonLine } from "./json-text.js";
import { requireFault } from "./mock-options.js";
import type { PackageManifest } from "./package-manifest.js";
import type { Style } from "./style.js";
import { styleOf } from "./style.js";
import { printable } from "./text-layout.js";

/** The options as they are typed. */
export interface ContractParityFlags {
  readonly baseUrl?: string;
  readonly fault?: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** The mock, and what tells that it cannot be asked. */
interface Replayer {
  readonly options: ParityOptions;
  /** Hears when the first request was recorded, before it is sent. */
  readonly begin: (sentAt: number) => void;
  readonly check: () => void;
}

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} where nothing could be compared
 */
export function runContractParity(
  file: string,
  flags: ContractParityFlags,
  host: Host,
  { version }: PackageManifest,
): Promise<number> {
  return orCannotRun(async () => {
    const { options, begin, check } =
      flags.baseUrl === undefined ? mockOfThisProcess(flags, host) : await mockAt(flags, host);
    const counts = { same: 0, different: 0, skipped: 0 };
    const redactor = createRedactor();
    const style = styleOf(host.stdout, host, flags.color);
    try {
      for await (const result of parity(beginning(readTraffic(file, host), begin), options)) {
        check();
        counts[result.status] += 1;
        const shown = { ...result, differences: redactor.value(result.differences) as ParityResult["differences"] };
        const text =
          flags.json === true ? `${toJsonLine({ type: "comparison", ...shown })}\n` : render(shown, flags, style);
        host.stdout.write(text);
        await host.stdout.drained();
      }
    } finally {
      // Where the mock cannot be asked, that is what is told.
      check();
    }
    if (counts.same + counts.different === 0) {
      throw new UsageError(`${file}: nothing in it can be sent to a mock, so there is nothing to compare`);
    }
    const summary = `${counts.same} answers agree, ${counts.different} differ, ${counts.skipped} were left out\n`;
    host.stdout.write(flags.json === true ? `${toJsonLine({ type: "summary", version, counts })}\n` : summary);
    return counts.different > 0 ? EXIT_CODE.rejected : EXIT_CODE.accepted;
  });
}

async function* beginning(
  exchanges: AsyncIterable<Exchange>,
  begin: Replayer["begin"],
): AsyncGenerator<Exchange, void> {
  let isFirst = true;
  for await (const exchange of exchanges) {
    if (isFirst) begin(exchange.sentAt);
    isFirst = false;
    yield exchange;
  }
}

/** Its clock starts when the recording did: years from another day on may be longer by one. */
function mockOfThisProcess({ fault = [] }: ContractParityFlags, host: Host): Replayer {
  const faults: readonly FaultName[] = fault.map(requireFault);
  const provider = defaultProvider();
  let advancedMs = 0;
  const now = (): number => host.now().getTime() + advancedMs;
  const mock = createMockGraph({ faults, keys: repeatKeys(provider), clock: { now: () => new Date(now()) } });
  const clock = {
    now,
    advance: (ms: number) => {
      advancedMs += ms;
    },
  };
  const options = { fetch: mock.fetch, baseUrl: "https://graph.microsoft.com/v1.0", auth: "mock", clock, provider };
  const begin = (sentAt: number): void => {
    advancedMs = sentAt - host.now().getTime();
  };
  return { options, begin, check: () => undefined };
}

async function mockAt({ baseUrl = "", fault }: ContractParityFlags, host: Host): Promise<Replayer> {
  if (fault !== undefined) throw new UsageError("--fault is for the mock in this process: leave out --base-url");
  const target = readTarget({ baseUrl });
  // What was recorded is written again: that is nothing for a tenant.
  if (target.mode !== "mock") throw new UsageError("--base-url of parity is for a mock of this machine");
  const { fetch, check } = createSender(host, target.baseUrl);
  const clock = await findClock(target.baseUrl, host);
  const token = host.environment["GRAPH_TOKEN"];
  const auth = token === undefined || token === "" ? "mock" : token;
  const options = { fetch, baseUrl: target.baseUrl, auth, clock, provider: defaultProvider() };
  return { options, begin: () => undefined, check };
}

function render(result: ParityResult, { verbose = false }: ContractParityFlags, { colors }: Style): string {
  const { origin, index, operation, status, differences, reason } = result;
  const place = printable(`${origin ?? `request ${index}`}  ${operation}`);
  if (status === "different") {
    const lines = differences.map(({ pointer, recorded, replayed }) =>
      printable(`  ${pointer}: recorded ${JSON.stringify(recorded)}, here ${JSON.stringify(replayed)}`),
    );
    return `${colors.red("differs")}  ${place}\n${lines.map((line) => `${line}\n`).join("")}`;
  }
  if (!verbose) return "";
  return status === "same" ? `same     ${place}\n` : `left out ${place}: ${printable(reason ?? "")}\n`;
}
