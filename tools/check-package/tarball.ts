/** The package as npm would publish it: packed, unpacked, and its list of files judged. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";

/** What package.json says, as far as it is judged here. */
export interface Manifest {
  readonly name: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  /** What an entry needs that only some users have. */
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A packed package: the tarball and the folder in which `node_modules/<name>` is its content. */
export interface Tarball {
  readonly tarball: string;
  readonly home: string;
  readonly files: readonly string[];
  readonly manifest: Manifest;
}

/** Runs a program and returns what it printed; a failure is an Error with all of its output. */
export function run(program: string, args: readonly string[], cwd: string): string {
  const done = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    shell: process.platform === "win32",
  });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0)
    throw new Error(`${program} ${args.join(" ")}: exit ${done.status}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** Packs `dist` as it stands (no script is run) and lays it out below `folder` as an installed package. */
export function packInto(root: string, folder: string): Tarball {
  run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], root);
  const name = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  if (name === undefined) throw new Error(`npm pack left no tarball in ${folder}`);
  const source = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as Manifest;
  const home = resolve(folder, "node_modules", source.name);
  mkdirSync(home, { recursive: true });
  run("tar", ["-x", "-z", "--strip-components=1", "-C", relative(folder, home), "-f", name], folder);
  const entries = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => relative(home, resolve(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  const manifest = JSON.parse(readFileSync(resolve(home, "package.json"), "utf8")) as Manifest;
  return { tarball: resolve(folder, name), home, files: files.sort(), manifest };
}

const required = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
/** Schemas of what the command line prints, and the contract with where it comes from. */
const specification =
  /^spec\/([a-z-]+\.schema\.json|graph\.(openapi\.json|normalised\.json|d\.ts)|corrections\.overlay\.yaml|PROVENANCE\.md)$/;
/** Made anew as a whole at each build, of all of src/node. */
const bundled = /^dist\/node\/bin\/[^/]+\.(js|LICENSE)$/;
const isGenerated = /\.generated\.(js|d\.ts)$/;
const published = /^dist\/.+\.(js|d\.ts)$/;

/** Every file named by a condition of `exports`, in order. */
export function exportTargets(node: unknown): string[] {
  if (typeof node === "string") return [node];
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(exportTargets) : [];
}

/**
 * What is wrong with the list of files: one that users do not need, one that is missing, one named by `exports` or
 * `bin` that is not there, one in dist/ that no source in `sources` (paths below src/) stands for.
 */
export function judgeFiles(files: readonly string[], manifest: Manifest, sources: ReadonlySet<string>): string[] {
  const has = new Set(files);
  const named = [...exportTargets(manifest.exports), ...Object.values(manifest.bin)].map((it) =>
    it.replace(/^\.\//, ""),
  );
  // What is generated as JavaScript is its own source.
  const hasSource = (file: string): boolean => {
    const path = file.replace(/^dist\//, "");
    return sources.has(path.replace(/\.(js|d\.ts)$/, ".ts")) || (isGenerated.test(path) && sources.has(path));
  };
  return [
    ...files
      .filter((it) => ![published, bundled, specification].some((kind) => kind.test(it)) && !required.includes(it))
      .map((it) => `${it} is not for users`),
    ...required.filter((it) => !has.has(it)).map((it) => `${it} is missing`),
    ...named.filter((it) => !has.has(it)).map((it) => `${it} is named in package.json and missing`),
    ...files
      .filter((it) => published.test(it) && !bundled.test(it) && !hasSource(it))
      .map((it) => `${it} is stale: it has no source`),
  ];
}
