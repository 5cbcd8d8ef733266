/**
 * Plants the deliberate defects of the mock, one at a time, and asks two suites to find them: this one, in process, and
 * Schemathesis (https://schemathesis.io), over http, with the corrected description and the ids of objects that are there.
 *
 *   npx tsx tools/compare-schemathesis.ts [--command st] [--examples 20] [--seed 1] [--only NAME,…]
 *
 * Schemathesis cannot know what the description does not say, so it accuses a sound server too: a defect counts as found
 * where it reports a kind of failure for an operation that three runs against a sound mock did not.
 */
import { parseArgs } from "node:util";
import { defaultProvider } from "../src/crypto/provider.js";
import type { FaultName } from "../src/mock/fault-set.js";
import { FAULT_NAMES } from "../src/mock/fault-set.js";
import type { MockGraphOptions } from "../src/mock/options.js";
import { repeatKeys } from "../src/mock/repeated-keys.js";
import { createMockGraph } from "../src/mock/server.js";
import { documentedThrottling } from "../src/mock/throttling.js";
import { serve } from "../src/node/serve/serve.js";
import { createFixture } from "./compare-schemathesis/fixture.js";
import { runOurs } from "./compare-schemathesis/run-ours.js";
import type { SchemathesisRun } from "./compare-schemathesis/run-schemathesis.js";
import { runSchemathesis } from "./compare-schemathesis/run-schemathesis.js";

const { values } = parseArgs({
  options: {
    command: { type: "string", default: "st" },
    examples: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const [examples, seed] = [Number(values.examples), Number(values.seed)];
const names = FAULT_NAMES.filter((name) => values.only?.split(",").includes(name) ?? true);

/** A defect of throttling shows only where there is some. */
function mockWith(fault?: FaultName): MockGraphOptions {
  const throttling = fault === "no-retry-after" ? { throttling: documentedThrottling() } : {};
  return { ...(fault === undefined ? {} : { faults: [fault] }), ...throttling };
}

async function askSchemathesis(mock: MockGraphOptions, withSeed: number): Promise<SchemathesisRun> {
  const graph = createMockGraph({ keys: repeatKeys(defaultProvider()), ...mock });
  const fixture = await createFixture((request) => graph.fetch(request));
  const serving = await serve((request) => graph.fetch(request), {});
  try {
    const url = `${serving.url}/v1.0`;
    return await runSchemathesis({ command: values.command, url, fixture, examples, seed: withSeed });
  } finally {
    await serving.close();
  }
}

const usual = new Set<string>();
for (const it of [seed, seed + 1, seed + 2]) {
  const { failures, testCases, seconds } = await askSchemathesis(mockWith(), it);
  for (const failure of failures) usual.add(failure);
  console.log(`sound mock: Schemathesis ${failures.size} failures, ${testCases} test cases, ${seconds.toFixed(1)} s`);
}
const sound = await runOurs(mockWith(), seed);
console.log(
  `sound mock: this suite ${sound.rules.length} failures, ${sound.requests} requests, ${sound.seconds.toFixed(1)} s`,
);

const total = { ours: 0, theirs: 0, ourSeconds: 0, theirSeconds: 0 };
for (const name of names) {
  const ours = await runOurs(mockWith(name), seed);
  const theirs = await askSchemathesis(mockWith(name), seed);
  const news = [...theirs.failures].filter((failure) => !usual.has(failure));
  total.ours += ours.rules.length > 0 ? 1 : 0;
  total.theirs += news.length > 0 ? 1 : 0;
  total.ourSeconds += ours.seconds;
  total.theirSeconds += theirs.seconds;
  console.log(`${name.padEnd(28)} this: ${ours.rules.join(" ") || "—"}   Schemathesis: ${news.join(", ") || "—"}`);
}
console.log(
  `of ${names.length} defects this suite finds ${total.ours} in ${total.ourSeconds.toFixed(0)} s, ` +
    `Schemathesis ${total.theirs} in ${total.theirSeconds.toFixed(0)} s (${examples} examples, seed ${seed})`,
);
