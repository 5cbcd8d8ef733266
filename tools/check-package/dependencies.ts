/** Whether `dependencies` is exactly what the published files import: users install no more and miss nothing. */
import { resolve } from "node:path";
import { build } from "esbuild";
import type { Manifest } from "./tarball.js";
import { exportTargets } from "./tarball.js";

/** `@noble/hashes/sha3.js` -> `@noble/hashes` */
function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** What is wrong with the dependencies of the package laid out at `home`, followed from its exports and commands. */
export async function judgeDependencies(home: string, manifest: Manifest): Promise<string[]> {
  const targets = [...exportTargets(manifest.exports), ...Object.values(manifest.bin)];
  const { metafile } = await build({
    entryPoints: [...new Set(targets.filter((target) => target.endsWith(".js")))].map((target) =>
      resolve(home, target),
    ),
    absWorkingDir: home,
    outdir: "unwritten",
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    metafile: true,
    logLevel: "silent",
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const foreign = imports.filter(({ path, external }) => external && !path.startsWith("node:"));
  const used = new Set(foreign.map(({ path }) => packageName(path)));
  const declared = Object.keys(manifest.dependencies);
  return [
    ...declared.filter((name) => !used.has(name)).map((name) => `${name} is a dependency that nothing imports`),
    ...[...used].filter((name) => !declared.includes(name)).map((name) => `${name} is imported and not a dependency`),
  ];
}
