/**
 * Whether `dependencies` is exactly what the published files import, and what of that asks for beside it
 * (peerDependencies): users install no more and miss nothing.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
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

/** What a package wants beside itself; nothing of one that is not installed, which is told as such. */
function peersOf(name: string, from: string): readonly string[] {
  const manifest = resolve(from, "node_modules", name, "package.json");
  if (existsSync(manifest)) {
    const { peerDependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as {
      peerDependencies?: Readonly<Record<string, string>>;
    };
    return Object.keys(peerDependencies);
  }
  return dirname(from) === from ? [] : peersOf(name, dirname(from));
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
  const { peerDependencies: wanted = {} } = manifest;
  const peers = new Set([...used].flatMap((name) => peersOf(name, home)));
  return [
    ...declared
      .filter((name) => !used.has(name) && !peers.has(name))
      .map((name) => `${name} is a dependency that nothing imports`),
    ...[...used]
      .filter((name) => !declared.includes(name) && !Object.hasOwn(wanted, name))
      .map((name) => `${name} is imported and not a dependency`),
  ];
}
