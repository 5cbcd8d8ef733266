/** How much memory a process of Node had at most, written down by itself. */
import { readFileSync, rmSync } from "node:fs";

const PEAK_VARIABLE = "GRAPH_CERTKIT_BENCH_PEAK";

/**
 * Loaded into the process before the program: writes its peak down when it ends. On Linux that is VmHWM (proc(5)): the
 * kernel counts into `maxRSS` what the parent had when it started the process. Both are in units of 1,024 bytes.
 */
const RECORDER = `
import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
const peak = () => {
  try {
    return Number(/^VmHWM:\\s*(\\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
};
if (isMainThread) process.on("exit", () => writeFileSync(process.env.${PEAK_VARIABLE}, String(peak() * 1024)));
`;

/** What a process is started with so that it tells its peak, and how to read what it told. */
export interface PeakRecord {
  /** Arguments of node, before the program's. */
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The peak in bytes, once; throws where the process has not ended by itself since the last time. */
  readonly read: () => number;
}

/** Records peaks in the file at `path`. */
export function recordPeak(path: string): PeakRecord {
  return {
    flags: [`--import=data:text/javascript,${encodeURIComponent(RECORDER)}`],
    env: { [PEAK_VARIABLE]: path },
    read: () => {
      const peak = Number(readFileSync(path, "utf8"));
      rmSync(path);
      return peak;
    },
  };
}
