/** How a mock is set up: every choice, its default, and its check. */
import type { CryptoProvider } from "../crypto/provider.js";
import { defaultProvider } from "../crypto/provider.js";
import type { RandomSource } from "../crypto/random.js";
import { randomOctets } from "../crypto/random.js";
import type { CloudId } from "../graph/clouds.js";
import { requireCloud } from "../graph/clouds.js";
import type { Surroundings } from "./call.js";
import type { ChaosOptions } from "./chaos.js";
import type { ConsistencyOptions } from "./consistency.js";
import type { FaultName } from "./fault-set.js";
import { toFaultSet } from "./fault-set.js";
import type { MockLimits } from "./limits.js";
import { DEFAULT_MOCK_LIMITS } from "./limits.js";
import type { MockState } from "./state.js";
import type { Change } from "./store.js";
import type { ThrottlingOptions } from "./throttling.js";
import type { Undocumented } from "./undocumented.js";
import { resolveUndocumented } from "./undocumented.js";

/** Options of `createMockGraph`; all may be missing. */
export interface MockGraphOptions {
  /** Default: the system's. `advance` is added to it. */
  readonly clock?: { readonly now: () => Date } | undefined;
  /** Gives another GUID at each call: ids of entities and of requests. Default: random. */
  readonly newId?: (() => string) | undefined;
  /** Default: the runtime's generator. Serial numbers, passwords and ids come of it. */
  readonly random?: RandomSource | undefined;
  /** Which WebCrypto works; its `generateKey` may take keys from a pool. Default: the native one. */
  readonly keys?: CryptoProvider | undefined;
  /** Which cloud's actions there are; default `global`. The host of requests is not looked at. */
  readonly cloud?: CloudId | undefined;
  /** Default: every read sees every write. */
  readonly consistency?: ConsistencyOptions | undefined;
  /** Default: no limits. */
  readonly throttling?: ThrottlingOptions | undefined;
  /** Default: nothing goes wrong. */
  readonly chaos?: ChaosOptions | undefined;
  /** Deliberate defects by name; default: none. */
  readonly faults?: readonly FaultName[] | undefined;
  /**
   * `ignore` (default): any bearer token is taken, but there must be one. `enforce`: a JWT whose `roles` or `scp` allow the
   * request; its signature is not verified.
   */
  readonly permissions?: "ignore" | "enforce" | undefined;
  /** Where to start; default: empty. */
  readonly state?: unknown;
  readonly undocumented?: Partial<Undocumented> | undefined;
  readonly limits?: Partial<MockLimits> | undefined;
  /**
   * Told what a request has changed, in order, before the request is answered, which waits for it. If it throws, the answer
   * is 500. Secret: entities hold uploaded private keys and passwords.
   */
  readonly onCommit?: ((changes: readonly Change[]) => void | Promise<void>) | undefined;
  /** Told of what was answered 500 because something threw that is no refusal: a defect, of the mock or of `onCommit`. */
  readonly onDefect?: ((error: unknown) => void) | undefined;
}

/** The mock in a bottle. */
export interface MockGraph {
  /** Answers a request as Graph would; any origin is taken. Rejects only where chaos lost the answer. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Everything, as plain JSON. Secret. */
  readonly snapshot: () => MockState;
  /** Puts a snapshot in the place of everything. @throws {MalformedError} `ERR_MOCK_STATE`, the state untouched */
  readonly restore: (state: unknown) => void;
  /** Moves the mock's clock. @param ms - 0 or more */
  readonly advance: (ms: number) => void;
}

/**
 * The options with their defaults.
 * @throws {RangeError} naming the option
 */
export function resolveSurroundings(options: MockGraphOptions, now: () => Date): Surroundings {
  const { random = randomOctets, cloud = "global", permissions = "ignore", faults = [], limits } = options;
  requireCloud(cloud);
  if (permissions !== "ignore" && permissions !== "enforce") {
    throw new RangeError(`"permissions" expected ignore or enforce, got ${String(permissions)}`);
  }
  return {
    now,
    newId: options.newId ?? (options.random === undefined ? freshGuid(random) : () => randomGuid(random)),
    random,
    provider: options.keys ?? defaultProvider(),
    cloud,
    undocumented: resolveUndocumented(options.undocumented),
    faults: toFaultSet(faults),
    objects: limits?.objects ?? DEFAULT_MOCK_LIMITS.objects,
  };
}

/** The runtime's own GUIDs, which come out of a stock; a page that was not loaded over HTTPS has none. */
function freshGuid(random: RandomSource): () => string {
  const crypto = globalThis.crypto as Partial<Crypto> | undefined;
  return crypto?.randomUUID === undefined ? () => randomGuid(random) : () => globalThis.crypto.randomUUID();
}

/** Version 4 (RFC 9562 section 5.4). */
function randomGuid(random: RandomSource): string {
  const octets = random(16);
  const at = (index: number): number => octets[index] ?? 0;
  octets[6] = (at(6) & 0x0f) | 0x40;
  octets[8] = (at(8) & 0x3f) | 0x80;
  let text = "";
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += "-";
    text += at(i).toString(16).padStart(2, "0");
  }
  return text;
}
