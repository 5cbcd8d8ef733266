/** `--report KIND=FILE`: which files are to be written, looked at before anything is sent. */
import { UsageError } from "../failure.js";
import type { WriteReport } from "../report-files.js";
import { openReportFiles } from "../report-files.js";
import type { ContractReporter, RunHead } from "./contract-reporter.js";

/** What makes a reporter. */
type Create = (write: WriteReport, head: RunHead) => ContractReporter;

/** Each form is loaded only where it is asked for. */
const KINDS: Readonly<Record<string, () => Promise<Create>>> = {
  html: async () => (await import("./html-report.js")).createHtmlReport,
  json: async () => (await import("./json-report.js")).createJsonReport,
  junit: async () => (await import("./junit-report.js")).createJunitReport,
  sarif: async () => (await import("./sarif-report.js")).createSarifReport,
};

/**
 * Makes a reporter of each file; none of them is written before the end, and then whole.
 * @param specs - `junit=FILE`, `json=FILE`, `html=FILE` or `sarif=FILE`; the same kind may go to several files
 * @param force - replaces files that are there
 * @throws {UsageError} for another kind, for what names no file, where two name the same file
 * @throws {PathError} `EEXIST` without `force`, or where the folder is not there or cannot be written to
 */
export async function openContractReports(
  specs: readonly string[],
  force: boolean,
  head: RunHead,
): Promise<readonly ContractReporter[]> {
  if (specs.length === 0) return [];
  const paths = new Map<string, string>();
  for (const spec of specs) {
    const option = `--report ${spec}`;
    if (paths.has(option)) throw new UsageError(`${option} is there twice`);
    const [kind, path] = split(spec);
    if (!Object.hasOwn(KINDS, kind)) {
      throw new UsageError(`--report expects ${Object.keys(KINDS).join(", ")} and = before the name of a file`);
    }
    paths.set(option, path);
  }
  const writerOf = await openReportFiles(Object.fromEntries(paths), force);
  const reporters: ContractReporter[] = [];
  for (const spec of specs) {
    const write = writerOf(`--report ${spec}`);
    const create = await KINDS[split(spec)[0]]?.();
    if (write !== undefined && create !== undefined) reporters.push(create(write, head));
  }
  return reporters;
}

function split(spec: string): readonly [kind: string, path: string] {
  const equals = spec.indexOf("=");
  return equals < 0 ? ["", ""] : [spec.slice(0, equals), spec.slice(equals + 1)];
}
