/** A mock that a call of the command line asks instead of the network. */
import { defaultProvider } from "../../../../src/crypto/provider.js";
import type { MockGraphOptions } from "../../../../src/mock/options.js";
import { repeatKeys } from "../../../../src/mock/repeated-keys.js";
import { createMockGraph } from "../../../../src/mock/server.js";
import type { Host } from "../../../../src/node/cli/host.js";
import { withClockControl } from "../../../../src/node/serve/clock-control.js";
import type { Called } from "./command.js";
import { call } from "./command.js";

/** Where the mock seems to listen. */
export const BASE_URL = "http://127.0.0.1:7080/v1.0";

const START = Date.parse("2026-01-01T00:00:00Z");
const keys = repeatKeys(defaultProvider());

/** A service and those who call it. */
export interface MockService {
  readonly fetch: Host["fetch"];
  /** Runs a call whose network is the mock alone. */
  readonly call: (args: readonly string[], given?: Parameters<typeof call>[1]) => Promise<Called>;
  /** `GET /v1.0/applications` and so on, in order. */
  readonly seen: readonly string[];
}

/** @param isControlled - whether its clock can be moved */
export function mockService(options: MockGraphOptions = {}, isControlled = true): MockService {
  // Times of answers are in order, although the clock of the call stands still.
  const now = (): Date => new Date(START);
  const mock = createMockGraph({ keys, clock: { now }, ...options });
  const handler = isControlled ? withClockControl(mock.fetch, { now, advance: mock.advance }) : mock.fetch;
  const seen: string[] = [];
  const fetch: Host["fetch"] = (address, init) => {
    seen.push(`${init.method ?? "GET"} ${new URL(address).pathname}`);
    return handler(new Request(address, init));
  };
  return { fetch, seen, call: (args, given = {}) => call(args, { fetch, ...given }) };
}

/** A line of `--json`. */
export interface Line {
  readonly type: "result" | "summary" | "comparison";
  readonly status?: string;
  readonly rule?: string;
  readonly reason?: string | null;
  readonly replay?: string | null;
}

/** The lines of `--json`. */
export function linesOf({ stdout }: Called): readonly Line[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

/** The rules that failed, each once. */
export function failedIn(called: Called): readonly string[] {
  return [...new Set(linesOf(called).flatMap(({ status, rule = "" }) => (status === "fail" ? [rule] : [])))];
}
