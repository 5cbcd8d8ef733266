/** A program of the bench as plain JavaScript, so that no loader stands between the contenders and Node. */
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { build } from "esbuild";

/**
 * Compiles it once and returns the path of what can be run; packages stay outside.
 * @param source - a TypeScript file
 * @param folder - inside the checkout, so that packages are found
 */
export async function buildProcess(source: string, folder: string): Promise<string> {
  const outfile = resolve(folder, `${basename(dirname(source))}-${basename(source, ".ts")}.js`);
  if (existsSync(outfile)) return outfile;
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    logLevel: "warning",
  });
  return outfile;
}
