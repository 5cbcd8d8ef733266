/** Everything that is measured, and what must hold of it. */
import type { Bound } from "./bounds.js";
import type { Case } from "./case.js";
import { COMMON_ITERATIONS } from "./command-line/file-folder.js";
import { measureFolder, ONE_JOB, TWO_JOBS } from "./command-line/measure-folder.js";
import { FEW_FILES, MANY_FILES, MOST_FILES, measureMemory } from "./command-line/measure-memory.js";
import { measureStart, NODE_ALONE, PREFLIGHT_AES, PREFLIGHT_RC2 } from "./command-line/measure-start.js";
import { CONTRACT_CASES } from "./contract/cases.js";
import { BARE_KEY, OURS as CREATION, MANY_AT_ONCE, MANY_IN_TURN, WITHOUT_KEY } from "./creating/creator.js";
import { measureCreating } from "./creating/measure-creating.js";
import type { Protection } from "./make-files.js";
import { measureBundles, READER_BUNDLE, WHOLE_BUNDLE } from "./measure-bundles.js";
import { MOCK_CASES } from "./mocking/cases.js";
import { FORGE, NATIVE, OURS, PKIJS } from "./opening/contender.js";
import { measureOpenings } from "./opening/measure-openings.js";

const timesAsFastAs = (peer: string, atLeast: number): Bound => ({
  quantity: { of: peer, over: OURS },
  limit: { atLeast },
});
const timesAsLongAs = (peer: string, atMost: number): Bound => ({
  quantity: { of: OURS, over: peer },
  limit: { atMost },
});
const atMost = (of: string, most: number): Bound => ({ quantity: { of }, limit: { atMost: most } });

const PROTECTION_TITLES: Readonly<Record<Protection, string>> = {
  rc2: "certificate under RC2, key under 3DES",
  "3des": "3DES",
  aes: "PBES2 with AES-256",
};

function opening(protection: Protection, iterations: number, bounds: readonly Bound[]): Case {
  return {
    id: `open-${protection}-${iterations}`,
    title: `Open a file: ${PROTECTION_TITLES[protection]}, ${iterations.toLocaleString("en")} iterations`,
    unit: "ms",
    reference: OURS,
    bounds,
    measure: (bench) => measureOpenings({ protection, iterations }, bench),
  };
}

/**
 * Iterations: OpenSSL writes 2,048, keytool 10,000; 600,000 is what OWASP asks of PBKDF2 with HMAC-SHA-256,
 * where a second processor is what makes up for a MAC that is computed in JavaScript.
 */
export const CASES: readonly Case[] = [
  opening("rc2", 2_048, [timesAsFastAs(FORGE, 4), timesAsLongAs(NATIVE, 2)]),
  opening("3des", 2_048, [timesAsFastAs(FORGE, 4), timesAsLongAs(NATIVE, 2)]),
  opening("aes", 2_048, [timesAsFastAs(FORGE, 8), timesAsFastAs(PKIJS, 2.5), timesAsLongAs(NATIVE, 1.5)]),
  opening("aes", 10_000, []),
  opening("aes", 100_000, []),
  opening("aes", 600_000, [{ ...timesAsLongAs(NATIVE, 1), cores: 2 }]),
  {
    id: "create",
    title: "Make an RSA-2048 key and its certificate",
    unit: "ms",
    reference: BARE_KEY,
    bounds: [{ quantity: { of: CREATION, over: BARE_KEY }, limit: { atMost: 1.25 } }],
    measure: (bench) => measureCreating("one", bench),
  },
  {
    id: "create-without-key",
    title: "The same without generating the key",
    unit: "ms",
    reference: WITHOUT_KEY,
    bounds: [atMost(WITHOUT_KEY, 15)],
    measure: (bench) => measureCreating("without-key", bench),
  },
  {
    id: "create-many",
    title: "Make 64 RSA-2048 keys and their certificates",
    unit: "ms",
    reference: MANY_IN_TURN,
    bounds: [{ quantity: { of: MANY_IN_TURN, over: MANY_AT_ONCE }, limit: { atLeast: 1.5 }, cores: 2 }],
    measure: (bench) => measureCreating("many", bench),
  },
  ...MOCK_CASES,
  ...CONTRACT_CASES,
  {
    id: "cli-start",
    title: "One file by the command line, from start to end of the process",
    unit: "ms",
    reference: NODE_ALONE,
    bounds: [PREFLIGHT_AES, PREFLIGHT_RC2].map((of) => ({
      quantity: { of, above: NODE_ALONE },
      limit: { atMost: 150 },
    })),
    measure: measureStart,
  },
  {
    id: "cli-jobs",
    title: "1,000 files of 2,048, 10,000 and 51,200 iterations in one run of the command line",
    unit: "ms",
    reference: ONE_JOB,
    bounds: [{ quantity: { of: ONE_JOB, over: TWO_JOBS }, limit: { atLeast: 1.6 }, cores: 2 }],
    measure: (bench) => measureFolder(COMMON_ITERATIONS, bench),
  },
  {
    // So quick that starting the threads weighs, and WebCrypto's keep both cores busy for one job too.
    id: "cli-jobs-2048",
    title: "1,000 files of 2,048 iterations in one run of the command line",
    unit: "ms",
    reference: ONE_JOB,
    bounds: [],
    measure: (bench) => measureFolder([2048], bench),
  },
  {
    id: "cli-memory",
    title: "Peak memory of one run of the command line",
    unit: "bytes",
    reference: FEW_FILES,
    bounds: [
      atMost(FEW_FILES, 300_000_000),
      atMost(MOST_FILES, 300_000_000),
      { quantity: { of: MOST_FILES, over: MANY_FILES }, limit: { atMost: 1.15 } },
    ],
    measure: measureMemory,
  },
  {
    id: "bundle-size",
    title: "Loaded by a page: bundled, minified, gzipped",
    unit: "bytes",
    reference: READER_BUNDLE,
    bounds: [atMost(READER_BUNDLE, 35_000), atMost(WHOLE_BUNDLE, 100_000)],
    measure: measureBundles,
  },
];

/** The cases whose id has `pattern` in it; all without one. */
export function selectCases(pattern: string | undefined): readonly Case[] {
  return pattern === undefined ? CASES : CASES.filter(({ id }) => id.includes(pattern));
}
