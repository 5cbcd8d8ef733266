/**
 * Judges the package as it would be published (`npm run check:package`, after a build): its files, publint and attw,
 * each browser entry's bundle, and a user's program compiled against it. Prints the bundles' sizes; exit 1 on a finding.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import type { BundleRule } from "./check-package/bundle.js";
import { judgeBundle } from "./check-package/bundle.js";
import { compileConsumer } from "./check-package/consumer.js";
import { judgeDependencies } from "./check-package/dependencies.js";
import { judgeFiles, packInto, run } from "./check-package/tarball.js";

const root = resolve(import.meta.dirname, "..");

const never = ['"node:', "fast-check", "commander", "picocolors", "@inquirer"];

/**
 * The entries for browsers; `contract/vitest` runs inside Vitest and is not bundled.
 * The ceilings leave about a third of room over today's sizes, so that growth is noticed and not fought daily.
 */
const bundles: readonly BundleRule[] = [
  {
    entry: "graph-certkit/pkcs12",
    packages: ["@noble/ciphers", "@noble/hashes"],
    mustNotAppear: [...never, "pkijs"],
    gzipBytes: 35_000,
  },
  {
    entry: "graph-certkit",
    packages: ["@noble/ciphers", "@noble/curves", "@noble/hashes", "@peculiar/utils", "asn1js"],
    mustNotAppear: never,
    gzipBytes: 100_000,
  },
  {
    entry: "graph-certkit/create",
    packages: [
      "@noble/ciphers",
      "@noble/curves",
      "@noble/hashes",
      "@peculiar/utils",
      "asn1js",
      "bytestreamjs",
      "pkijs",
    ],
    mustNotAppear: never,
    gzipBytes: 170_000,
  },
  {
    entry: "graph-certkit/contract",
    packages: [
      "@noble/ciphers",
      "@noble/curves",
      "@noble/hashes",
      "@peculiar/utils",
      "asn1js",
      "bytestreamjs",
      "fast-check",
      "pkijs",
      "pure-rand",
    ],
    mustNotAppear: never.filter((text) => text !== "fast-check"),
    gzipBytes: 320_000,
  },
  {
    // Whoever validates bodies gets neither what draws values nor what opens files and signs certificates.
    entry: "graph-certkit/contract",
    names: ["validate", "validateRequest"],
    packages: [],
    mustNotAppear: [...never, "pkijs"],
    gzipBytes: 28_000,
  },
  {
    // Whoever judges traffic opens files, and signs nothing.
    entry: "graph-certkit/contract",
    names: ["checkTraffic", "judgeStream", "readHar"],
    packages: ["@noble/ciphers", "@noble/curves", "@noble/hashes", "@peculiar/utils", "asn1js"],
    mustNotAppear: [...never, "pkijs"],
    gzipBytes: 150_000,
  },
  {
    entry: "graph-certkit/mock",
    packages: [
      "@noble/ciphers",
      "@noble/curves",
      "@noble/hashes",
      "@peculiar/utils",
      "asn1js",
      "bytestreamjs",
      "pkijs",
    ],
    mustNotAppear: never,
    gzipBytes: 250_000,
  },
];

const program = `
import * as toolkit from "graph-certkit";
import * as contract from "graph-certkit/contract";
import * as suite from "graph-certkit/contract/vitest";
import * as create from "graph-certkit/create";
import * as mock from "graph-certkit/mock";
import * as pkcs12 from "graph-certkit/pkcs12";

export const offered: readonly object[] = [toolkit, contract, suite, create, mock, pkcs12];
export async function certificates(file: Uint8Array, password: string): Promise<number> {
  const bags: object = await pkcs12.parsePkcs12(file, { password });
  return Object.keys(bags).length;
}
`;

/** A failure as a problem to print with the others. */
function complaint(work: () => void): string[] {
  try {
    work();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function judge(folder: string): Promise<string[]> {
  const { tarball, home, files, manifest } = packInto(root, folder);
  const sources = readdirSync(resolve(root, "src"), { recursive: true }) as string[];
  const problems = judgeFiles(files, manifest, new Set(sources.map((source) => source.replaceAll("\\", "/"))));
  problems.push(...(await judgeDependencies(home, manifest)));
  for (const rule of bundles) {
    const report = await judgeBundle(rule, manifest.name, folder);
    const subject = [rule.entry, ...(rule.names === undefined ? [] : [`{ ${rule.names.join(", ")} }`])].join(" ");
    const ceiling = (rule.gzipBytes / 1000).toFixed(0);
    const size = `${(report.minifiedBytes / 1000).toFixed(1)} kB minified, ${(report.gzipBytes / 1000).toFixed(1)} kB gzipped`;
    console.log(`${subject}: ${size} (ceiling ${ceiling}), with ${report.packages.join(", ") || "no package"}`);
    problems.push(...report.problems.map((problem) => `${subject} ${problem}`));
  }
  problems.push(...complaint(() => compileConsumer(program, folder, root)));
  const publint = resolve(root, "node_modules/publint/src/cli.js");
  problems.push(...complaint(() => run(process.execPath, [publint, "--strict", tarball], root)));
  const attw = resolve(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const attwOptions = ["--profile", "esm-only", "--no-definitely-typed", "--no-color"];
  // It looks for modules, and what is no module of JavaScript or JSON it cannot place.
  attwOptions.push("--exclude-entrypoints", "spec/corrections.overlay.yaml");
  problems.push(...complaint(() => run(process.execPath, [attw, tarball, ...attwOptions], root)));
  console.log(`${manifest.name}: ${files.length} files in the package`);
  return problems;
}

// Inside the checkout, so that the package finds its dependencies as an installed one does.
const cache = resolve(root, "node_modules/.cache/graph-certkit");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(resolve(cache, "package-"));
try {
  const problems = await judge(folder);
  for (const problem of problems) console.error(`check-package: ${problem}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
