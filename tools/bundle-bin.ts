/**
 * Joins the compiled command line into few files (`npm run compile`, after tsc): loading 150 modules one by one takes
 * longer than opening a PFX. Packages stay outside, so that each is there once and under its own licence; what is loaded
 * on demand stays a file of its own.
 */
import { chmodSync, existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";

const dist = resolve(import.meta.dirname, "../dist/node");
/** As deep as the modules that it is made of: they look for package.json and for each other by relative addresses. */
const bin = resolve(dist, "bin");
/** The program, and the worker that it starts by address. */
const entries = ["cli/main.js", "cli/preflight-worker.js"].map((entry) => resolve(dist, entry));

rmSync(bin, { recursive: true, force: true });
await build({
  entryPoints: entries.filter((entry) => existsSync(entry)),
  outdir: bin,
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
});
chmodSync(resolve(bin, "main.js"), 0o755);
