/**
 * Joins the compiled command line into few files (`npm run compile`, after tsc): loading 150 modules one by one takes
 * longer than opening a PFX. Packages stay outside, so that each is there once and under its own licence, but for asn1js,
 * which is needed at once and comes in twenty files. What is loaded on demand stays a file of its own.
 */
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import { build } from "esbuild";

const dist = resolve(import.meta.dirname, "../dist/node");
/** As deep as the modules that it is made of: they look for package.json and for each other by relative addresses. */
const bin = resolve(dist, "bin");
/** The program, and the worker that it starts by address. */
const entries = ["cli/main.js", "cli/preflight-worker.js"].map((entry) => resolve(dist, entry));

const { dependencies } = JSON.parse(readFileSync(resolve(dist, "../../package.json"), "utf8")) as {
  dependencies: Readonly<Record<string, string>>;
};
/** Comes inside with asn1js, whose own licence stands in its code. */
const license = resolve(dist, "../../node_modules/@peculiar/utils/LICENSE");

const { metafile } = await build({
  entryPoints: entries,
  outdir: bin,
  bundle: true,
  splitting: true,
  external: Object.keys(dependencies).filter((name) => name !== "asn1js"),
  format: "esm",
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
  metafile: true,
});
// Afterwards, so that a program which starts meanwhile finds its files: what an earlier build left.
const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const name of readdirSync(bin)) if (!made.has(name)) rmSync(resolve(bin, name), { recursive: true });
copyFileSync(license, resolve(bin, "peculiar-utils.LICENSE"));
chmodSync(resolve(bin, "main.js"), 0o755);
