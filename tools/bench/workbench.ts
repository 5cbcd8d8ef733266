/** What every case works with: the build, the files, two folders that disappear, and whether to stop. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { CannotMeasureError } from "./cannot-measure-error.js";
import type { MakeFile } from "./make-files.js";
import { createFileMaker } from "./make-files.js";
import { findOpenssl } from "./openssl.js";

/** The bench's surroundings. */
export interface Workbench {
  /** The checkout. */
  readonly root: string;
  /** Entry of the built library. */
  readonly entry: string;
  /** The built command line. */
  readonly bin: string;
  /** What `openssl version` says. */
  readonly opensslVersion: string;
  readonly makeFile: MakeFile;
  /** A folder for files to open. */
  readonly scratch: string;
  /** A folder inside the checkout, for programs that import its packages. */
  readonly inside: string;
  /** Measurements of everything that is timed; absent: as many as fit a budget of time. */
  readonly rounds?: number;
  readonly signal: AbortSignal;
}

const root = resolve(import.meta.dirname, "../..");

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
}

/**
 * Lays out a workbench, gives it to `work`, and clears it away whatever happens.
 * @throws {CannotMeasureError} where openssl or the build is missing
 */
export async function withWorkbench<T>(
  options: Pick<Workbench, "rounds" | "signal">,
  work: (bench: Workbench) => Promise<T>,
): Promise<T> {
  const openssl = await findOpenssl(options.signal);
  const manifest = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as Manifest;
  const [bin = ""] = Object.values(manifest.bin).map((path) => resolve(root, path));
  const entry = resolve(root, "dist/index.js");
  if (!existsSync(bin) || !existsSync(entry)) throw new CannotMeasureError("there is no build: npm run build makes it");
  const cache = resolve(root, "node_modules/.cache/graph-certkit");
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(resolve(tmpdir(), "graph-certkit-bench-"));
  const inside = mkdtempSync(resolve(cache, "bench-"));
  try {
    const makeFile = createFileMaker(openssl, scratch);
    return await work({ root, entry, bin, opensslVersion: openssl.version, makeFile, scratch, inside, ...options });
  } finally {
    for (const folder of [scratch, inside]) rmSync(folder, { recursive: true, force: true });
  }
}
