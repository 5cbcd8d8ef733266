/** How a file that is written is to be protected, as the caller says it. */
import { requireInteger } from "../crypto/arguments.js";
import type { CryptoProvider } from "../crypto/provider.js";
import type { RandomSource } from "../crypto/random.js";
import { requireText } from "./arguments.js";
import type { Protection, ProtectionScheme } from "./protection.js";
import { protectionScheme } from "./protection.js";

/** How a file is to be protected. */
export interface ProtectionOptions {
  /** As typed; encoded here for each algorithm. May be empty, which protects nothing. */
  readonly password: string;
  readonly protection: Protection;
  /** For each derivation, 1..2^31 - 1; default: 2,048 for `graph`, 600,000 for the others. */
  readonly iterations?: number | undefined;
  /** Where salts and initialization vectors come from; default: the runtime's own generator. */
  readonly random?: RandomSource | undefined;
  /** Which WebCrypto does the work; default: the native one. */
  readonly provider?: CryptoProvider | undefined;
  /** Stops the work, a long derivation in its midst: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Readers count in an INTEGER of 32 bits. */
const MOST_ITERATIONS = 2 ** 31 - 1;

/**
 * Checks what can be checked before any work: for those who work long until there is something to protect.
 * @returns the protection, with the iterations that were asked for
 * @throws {TypeError} naming `password`
 * @throws {RangeError} naming `protection` or `iterations`
 */
export function readProtectionOptions({
  password,
  protection,
  iterations,
}: Pick<ProtectionOptions, "password" | "protection" | "iterations">): ProtectionScheme {
  const scheme = protectionScheme(protection);
  requireInteger("iterations", iterations ?? scheme.iterations, 1, MOST_ITERATIONS);
  requireText("password", password);
  return { ...scheme, iterations: iterations ?? scheme.iterations };
}
