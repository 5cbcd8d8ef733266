/** The options of `graph-certkit mock`, as they are typed and as they are used. */
import type { CloudId } from "../../graph/clouds.js";
import { CLOUDS } from "../../graph/clouds.js";
import type { FaultName } from "../../mock/fault-set.js";
import { FAULT_NAMES } from "../../mock/fault-set.js";
import type { ThrottlingOptions } from "../../mock/throttling.js";
import { documentedThrottling } from "../../mock/throttling.js";
import { readDuration } from "./duration.js";
import { UsageError } from "./failure.js";
import { readChoice } from "./preflight-options.js";

/** The options as they are typed. */
export interface MockFlags {
  readonly port?: string;
  readonly host?: string;
  readonly https?: boolean;
  readonly caOut?: string;
  readonly state?: string;
  readonly seedData?: string;
  readonly seed?: string;
  readonly lag?: string;
  readonly throttle?: string;
  readonly chaos?: string;
  readonly fault?: readonly string[];
  readonly cloud?: string;
  readonly permissions?: string;
  readonly behaviours?: boolean;
  readonly faults?: boolean;
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
}

/** The options as they are used. */
export interface MockSettings {
  readonly port: number;
  readonly host: string;
  readonly https: boolean;
  readonly caOut: string | undefined;
  readonly state: string | undefined;
  readonly seedData: string | undefined;
  readonly seed: number | undefined;
  readonly lagMs: number;
  readonly throttle: ThrottlingOptions | undefined;
  readonly chaos: number;
  readonly faults: readonly FaultName[];
  readonly cloud: CloudId;
  readonly permissions: PermissionMode;
}

const TENANT_SIZES = ["small", "medium", "large"] as const;
const PERMISSION_MODES = ["ignore", "enforce"] as const;

type PermissionMode = (typeof PERMISSION_MODES)[number];

const DEFAULT_PORT = 7080;
const DEFAULT_HOST = "127.0.0.1";
const MOST_LAG_MS = 3_600_000;

/**
 * Reads the options.
 * @throws {UsageError} for a value that is none
 */
export function readMockOptions(flags: MockFlags): MockSettings {
  const { https = false, caOut, seed, fault = [] } = flags;
  if (caOut !== undefined && !https) throw new UsageError("--ca-out is for --https");
  return {
    port: readInteger(flags.port, "--port", 0, 65_535) ?? DEFAULT_PORT,
    host: readName(flags.host, "--host", "a host name or an IP address") ?? DEFAULT_HOST,
    https,
    caOut: readName(caOut, "--ca-out", FILE),
    state: readName(flags.state, "--state", FILE),
    seedData: readName(flags.seedData, "--seed-data", FILE),
    seed: readInteger(seed, "--seed", 0, Number.MAX_SAFE_INTEGER),
    lagMs: readInteger(flags.lag, "--lag", 0, MOST_LAG_MS) ?? 0,
    throttle: readThrottle(flags.throttle),
    chaos: readRate(flags.chaos),
    faults: fault.map(requireFault),
    cloud: readChoice(flags.cloud, "--cloud", Object.keys(CLOUDS) as CloudId[]) ?? "global",
    permissions: readChoice(flags.permissions, "--permissions", PERMISSION_MODES) ?? "ignore",
  };
}

const FILE = "the name of a file";

function readName(text: string | undefined, option: string, what: string): string | undefined {
  if (text === "" || text === "-") throw new UsageError(`${option} expects ${what}`);
  return text;
}

function readInteger(text: string | undefined, option: string, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${option} expects an integer from ${least} to ${most}`);
}

/** A size of tenant, or a limit of one's own, the same for connectors and for the directory. */
function readThrottle(text: string | undefined): ThrottlingOptions | undefined {
  if (text === undefined) return undefined;
  const size = TENANT_SIZES.find((name) => name === text);
  if (size !== undefined) return documentedThrottling(size);
  const [, digits, time] = /^([1-9]\d{0,5})\/(\w+)$/.exec(text) ?? [];
  if (digits === undefined) throw new UsageError("--throttle expects small, medium, large, or a limit such as 5/10s");
  const perApp = { units: Number(digits), windowMs: readDuration(time, "--throttle N/", MOST_LAG_MS) ?? 0 };
  return { directory: { perApp }, cpim: { perApp } };
}

function readRate(text: string | undefined): number {
  if (text === undefined) return 0;
  const rate = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (rate <= 1) return rate;
  throw new UsageError("--chaos expects a number from 0 to 1");
}

/** @throws {UsageError} for a name that is none */
export function requireFault(text: string): FaultName {
  const fault = FAULT_NAMES.find((name) => name === text);
  if (fault !== undefined) return fault;
  throw new UsageError("--fault expects a name that --faults lists");
}
