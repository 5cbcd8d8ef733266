/** Each browser entry bundled as a user's bundler would: what it brings along, and how large it gets. */
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What may be in an entry's bundle. */
export interface BundleRule {
  /** As users import it. */
  readonly entry: string;
  /** What is imported of it; default: everything. */
  readonly names?: readonly string[] | undefined;
  /** npm packages that may be in it; any other is an error, and so is every module of Node's. */
  readonly packages: readonly string[];
  /** Texts that must not be in it. */
  readonly mustNotAppear: readonly string[];
  /** Ceiling of all that is imported, minified and gzipped at level 9, in bytes (1 kB = 1,000 bytes). */
  readonly gzipBytes: number;
}

export interface BundleReport {
  readonly packages: readonly string[];
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  readonly problems: readonly string[];
}

/** `…/node_modules/@noble/hashes/sha1.js` -> `@noble/hashes`; `undefined` for a file of no package. */
function packageOf(path: string): string | undefined {
  return /.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^./][^/]*)\//.exec(path.replaceAll("\\", "/"))?.[1];
}

/** A user's program that holds on to what it imports. */
function importing({ entry, names }: BundleRule): string {
  const imported = names === undefined ? "* as all" : `{ ${names.join(", ")} }`;
  const held = names === undefined ? "all" : `[${names.join(", ")}]`;
  return `import ${imported} from ${JSON.stringify(entry)};\nglobalThis.all = ${held};`;
}

/** Bundles `rule.entry` of the package `name` as seen from `folder` and holds it against the rule. */
export async function judgeBundle(rule: BundleRule, name: string, folder: string): Promise<BundleReport> {
  const result = await build({
    stdin: {
      contents: importing(rule),
      resolveDir: folder,
    },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
    absWorkingDir: resolve(folder),
    external: ["node:*"],
  });
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  const text = new TextDecoder().decode(code);
  const inside = Object.values(result.metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inside
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => packageOf(resolve(folder, path)));
  const packages = [...new Set(used.filter((it) => it !== undefined && it !== name))].sort() as string[];
  const foreign = Object.values(result.metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  const gzipBytes = gzipSync(code, { level: 9 }).byteLength;
  const problems = [
    ...packages.filter((it) => !rule.packages.includes(it)).map((it) => `brings the package ${it} along`),
    ...foreign.map((it) => `imports ${it}`),
    ...rule.mustNotAppear.filter((it) => text.includes(it)).map((it) => `holds the text ${JSON.stringify(it)}`),
    ...(gzipBytes > rule.gzipBytes ? [`is ${gzipBytes} bytes gzipped, over its ceiling of ${rule.gzipBytes}`] : []),
  ];
  return { packages, minifiedBytes: code.byteLength, gzipBytes, problems };
}
