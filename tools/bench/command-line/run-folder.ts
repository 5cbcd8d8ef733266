/** One run of the command line over a folder, and whether it really opened everything in it. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ProcessResult } from "../run-process.js";
import type { Workbench } from "../workbench.js";
import type { BinRun } from "./bin.js";
import { runBin } from "./bin.js";
import type { FileFolder } from "./file-folder.js";

/**
 * Runs `preflight FOLDER --jobs N --ndjson`.
 * @throws {Error} where it does not tell of every file with a certificate that is in the folder
 */
export async function runFolder(
  folder: FileFolder,
  jobs: number,
  bench: Workbench,
  options: Pick<BinRun, "flags" | "env"> = {},
): Promise<ProcessResult> {
  const outputPath = resolve(bench.scratch, "reports.ndjson");
  const args = [folder.path, "--jobs", `${jobs}`, "--ndjson"];
  const result = await runBin({ args, outputPath, ...options }, bench);
  const opened = readFileSync(outputPath, "utf8")
    .split("\n")
    .filter((line) => opensOneOf(folder, line)).length;
  if (opened === folder.count) return result;
  throw new Error(`--jobs ${jobs} --ndjson told of ${opened} opened files, not of ${folder.count}`);
}

/** True for a line that is a report with a certificate of the folder in it. */
function opensOneOf({ thumbprints }: FileFolder, line: string): boolean {
  return (line.match(/"thumbprint":\s*"([0-9A-F]{40})"/g) ?? []).some((it) => thumbprints.has(it.slice(-41, -1)));
}
