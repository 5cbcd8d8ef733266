/** Options of every command that writes a PFX: how it is protected. */
import type { Protection } from "../../pkcs12/protection.js";
import { PROTECTIONS } from "../../pkcs12/protection.js";
import { readCount } from "./opening-options.js";
import { readChoice } from "./preflight-options.js";

/** The options as they are typed. */
export interface PackingFlags {
  readonly protection?: string;
  readonly iterations?: string;
  readonly passout?: string;
}

/** The options as they are used; the password is read later, since somebody may have to be asked. */
export interface PackingOptions {
  readonly protection: Protection;
  /** Absent: that of the protection. */
  readonly iterations?: number | undefined;
}

/** More take minutes, here and wherever the file is opened: a mistyped number. */
const MAX_ITERATIONS = 10_000_000;

/** What Graph's family of services is reported to accept. */
const DEFAULT_PROTECTION: Protection = "graph";

/**
 * Reads the options.
 * @throws {UsageError} for a value that is none
 */
export function readPackingOptions(flags: PackingFlags): PackingOptions {
  return {
    protection: readChoice(flags.protection, "--protection", PROTECTIONS) ?? DEFAULT_PROTECTION,
    iterations: readCount(flags.iterations, "--iterations", MAX_ITERATIONS),
  };
}
