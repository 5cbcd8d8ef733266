/** Runs of the suite that are the same octet for octet: ids, octets, keys and the clock are given. */

import type { Exchange } from "../../src/contract/exchange.js";
import type { ContractResult } from "../../src/contract/result.js";
import { runContract } from "../../src/contract/run.js";
import type { ContractOptions } from "../../src/contract/run-options.js";
import { SCENARIOS } from "../../src/contract/scenarios.js";
import { createMaterial } from "../../src/contract/session/material.js";
import type { CryptoProvider } from "../../src/crypto/provider.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import type { MockGraph } from "../../src/mock/server.js";
import { createMockGraph } from "../../src/mock/server.js";
import { testProvider } from "../setup/provider.js";
import { fixedKeyProvider } from "../unit/graph/fixed-key-provider.js";

/** A mock with the clock that it shares with its run. */
export interface FixedMock {
  readonly graph: MockGraph;
  readonly clock: NonNullable<ContractOptions["clock"]>;
}

/** What was sent and answered, and what came of it. */
export interface RecordedRun {
  readonly exchanges: readonly Exchange[];
  readonly results: readonly ContractResult[];
}

const START = Date.parse("2026-06-01T00:00:00.000Z");

/** Played one request after the other: what overtakes what is not fixed. */
const scenarios = SCENARIOS.map(({ id }) => id).filter((id) => !["additions-in-flight", "settling-reads"].includes(id));

/** All mocks of this make give the same answers to the same requests. */
export function fixedMock(faults: readonly FaultName[] = []): FixedMock {
  let now = START;
  let count = 0;
  const advance = (ms: number): void => {
    now += ms;
  };
  const graph = createMockGraph({
    clock: { now: () => new Date(now) },
    newId: () => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, "0")}`,
    random: (length) => Uint8Array.from({ length }, () => (++count * 167) % 251),
    keys: fixedKeyProvider(),
    faults,
  });
  return { graph, clock: { now: () => now, advance } };
}

/** Two keys, made once: each run makes the same certificates of them. */
const pair = {
  name: "RSASSA-PKCS1-v1_5",
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
  hash: "SHA-256",
};
const keys = await Promise.all([0, 1].map(() => testProvider.subtle.generateKey(pair, true, ["sign", "verify"])));

function givenKeys(): CryptoProvider {
  let next = 0;
  const subtle = new Proxy(testProvider.subtle, {
    get(target, member) {
      if (member === "generateKey") return () => Promise.resolve(keys[next++ % keys.length]);
      const value: unknown = Reflect.get(target, member);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { subtle };
}

/** Plays the scripted scenarios. @param fetch - leads to the mock, one way or another */
export async function recordRun(
  fetch: ContractOptions["fetch"],
  baseUrl: string,
  clock: FixedMock["clock"],
): Promise<RecordedRun> {
  const exchanges: Exchange[] = [];
  const results: ContractResult[] = [];
  const run = runContract({
    fetch,
    baseUrl,
    auth: "token",
    mode: "mock",
    scenarios,
    clock,
    material: createMaterial(givenKeys()),
    onExchange: (exchange) => {
      exchanges.push(exchange);
    },
  });
  for await (const result of run) results.push(result);
  return { exchanges, results };
}
