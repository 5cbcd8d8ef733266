/** What the exit code of the command line says. */
import type { InterruptSignal } from "./host.js";

/**
 * The exit codes, the highest of 0, 1, 3 and 70 over all files of a call:
 * - `accepted` 0: every file is accepted, or what was asked for is done
 * - `rejected` 1: at least one file has a finding that `--fail-on` counts, by default it is rejected; or what a file holds
 *   cannot be used for what was asked
 * - `usage` 2: the call itself is wrong; nothing was done
 * - `unreadable` 3: a path cannot be read or written, or no file was found; the others are reported on all the same
 * - `internal` 70: a defect of this program (`EX_SOFTWARE` of sysexits.h)
 * - `cancelled` 130: Ctrl-C, at the prompt or while files are looked at, as shells count an interrupt
 * - `terminated` 143: the same by SIGTERM
 */
export const EXIT_CODE = {
  accepted: 0,
  rejected: 1,
  usage: 2,
  unreadable: 3,
  internal: 70,
  cancelled: 130,
  terminated: 143,
} as const;

/** What to exit with after a signal, as shells count it. */
export function exitCodeOfSignal(signal: InterruptSignal): number {
  return signal === "SIGINT" ? EXIT_CODE.cancelled : EXIT_CODE.terminated;
}
