/** What the exit code of the command line says. */

/**
 * The exit codes, the highest of 0, 1 and 3 over all files of a call:
 * - `accepted` 0: every file is accepted, or what was asked for is done
 * - `rejected` 1: at least one file is rejected
 * - `usage` 2: the call itself is wrong; nothing was done
 * - `unreadable` 3: a path cannot be read or written; the other files are reported on all the same
 * - `internal` 70: a defect of this program (`EX_SOFTWARE` of sysexits.h)
 * - `cancelled` 130: the user gave up at the prompt, as shells count an interrupt
 */
export const EXIT_CODE = {
  accepted: 0,
  rejected: 1,
  usage: 2,
  unreadable: 3,
  internal: 70,
  cancelled: 130,
} as const;
