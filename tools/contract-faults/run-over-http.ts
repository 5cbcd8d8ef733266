/** A mock behind a port, the command line that judges it, and the command line that it prints. */
import { defaultProvider } from "../../src/crypto/provider.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import { repeatKeys } from "../../src/mock/repeated-keys.js";
import { createMockGraph } from "../../src/mock/server.js";
import type { Output } from "../../src/node/cli/host.js";
import { processHost } from "../../src/node/cli/process-host.js";
import { runCli } from "../../src/node/cli/program.js";
import { withClockControl } from "../../src/node/serve/clock-control.js";
import { serve } from "../../src/node/serve/serve.js";

/** How a call of the command line ended. */
export interface Judged {
  readonly exitCode: number;
  /** Of the failures, each once. */
  readonly rules: readonly string[];
}

/** What became of the first call, and of the one that it printed for the rule. */
export interface JudgedTwice extends Judged {
  readonly again: (Judged & { readonly command: string }) | undefined;
}

interface Line {
  readonly type: "result" | "summary";
  readonly status?: string;
  readonly rule?: string;
  readonly replay?: string | null;
}

/** A service that never throttles never forgets Retry-After. */
const THROTTLED: readonly FaultName[] = ["no-retry-after"];

/** As `mock --throttle 5/10s`: so low that each scenario reaches it by itself. */
const LIMIT = { units: 5, windowMs: 10_000 };

const keys = repeatKeys(defaultProvider());
const host = processHost();

/** @param rule - whose failure is to be found again */
export async function runOverHttp(faults: readonly FaultName[], rule?: string): Promise<JudgedTwice> {
  const isThrottled = faults.some((name) => THROTTLED.includes(name));
  const mock = createMockGraph({
    faults,
    keys,
    ...(isThrottled ? { throttling: { cpim: { perApp: LIMIT }, directory: { perApp: LIMIT } } } : {}),
  });
  const clock = { now: () => new Date(), advance: mock.advance };
  const serving = await serve(withClockControl(mock.fetch, clock));
  try {
    const words = ["contract", "run", "--base-url", `${serving.url}/v1.0`, "--mode", "mock", "--draws", "3"];
    const { exitCode, lines } = await call(words);
    const command = lines.find((line) => line.status === "fail" && line.rule === rule)?.replay ?? undefined;
    const judged = { exitCode, rules: rulesOf(lines) };
    if (command === undefined) return { ...judged, again: undefined };
    const again = await call(wordsOf(command).slice(1));
    return { ...judged, again: { command, exitCode: again.exitCode, rules: rulesOf(again.lines) } };
  } finally {
    await serving.close(100);
  }
}

async function call(words: readonly string[]): Promise<{ readonly exitCode: number; readonly lines: readonly Line[] }> {
  let text = "";
  const stdout: Output = {
    write: (part) => {
      text += part;
    },
    drained: () => Promise.resolve(),
    isTerminal: false,
    columns: 80,
  };
  const exitCode = await runCli([...words, "--json"], { ...host, stdout });
  const lines = text.split("\n").filter((line) => line !== "");
  return { exitCode, lines: lines.map((line) => JSON.parse(line) as Line) };
}

function rulesOf(lines: readonly Line[]): readonly string[] {
  return [...new Set(lines.flatMap(({ status, rule }) => (status === "fail" && rule !== undefined ? [rule] : [])))];
}

/** The words of a command for a POSIX shell, as far as such commands have quotes: single ones. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|\\(.)/g, "$1$2"),
  );
}
