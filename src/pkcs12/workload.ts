/** What a file asks for in work, counted before the work starts. */

import { scryptBytes } from "../crypto/scrypt.js";
import { LimitError } from "../errors.js";
import type { Limits } from "../limits.js";
import { encryptionCost, macCost } from "./derivation-cost.js";
import type { EncryptionAlgorithm } from "./encryption-algorithm.js";
import type { MacData } from "./mac-data.js";

/** Sums of what the derivations of one file cost with the right password. */
export interface Workload {
  /** Derivations of keys: one for the MAC, one for each encryption. */
  readonly derivations: number;
  /**
   * Sum of their iterations, each weighed by what it costs: 1 for App. B over SHA-1 and WebCrypto's PBKDF2, 2 over SHA-256,
   * up to 32 over SHA-3, each block that is derived counted; one by scrypt counts as 4 N r p (RFC 7914 section 5).
   */
  readonly iterations: number;
  /** Memory of the largest scrypt derivation. */
  readonly scryptBytes: number;
}

/** Counts what is charged to it and refuses what exceeds the limits. */
export interface WorkCounter {
  readonly total: () => Workload;
  /** @throws {LimitError} `ERR_PKCS12_ITERATIONS`, `ERR_PKCS12_SCRYPT_MEMORY` */
  readonly chargeMac: (macData: MacData) => void;
  /** @throws {LimitError} as above */
  readonly chargeEncryption: (algorithm: EncryptionAlgorithm, at: string) => void;
  /**
   * Whether one more encoding of the password may be tried for a derivation of this cost. Attempts beyond the first of
   * each derivation have a budget of their own, what the file leaves of the limit.
   */
  readonly affords: (cost: number) => boolean;
}

/** A counter for one file; with infinite limits it only counts. */
export function createWorkCounter(limits: Pick<Limits, "iterations" | "scryptBytes">): WorkCounter {
  let total: Workload = { derivations: 0, iterations: 0, scryptBytes: 0 };
  let attempts = 0;

  function add(at: string, iterations: number, memory: number): void {
    total = {
      derivations: total.derivations + 1,
      iterations: total.iterations + iterations,
      scryptBytes: Math.max(total.scryptBytes, memory),
    };
    if (memory > limits.scryptBytes) {
      throw new LimitError(`scrypt at ${at} takes ${memory} bytes of memory, the limit is ${limits.scryptBytes}`, {
        code: "ERR_PKCS12_SCRYPT_MEMORY",
        at,
        limit: "scryptBytes",
        actual: memory,
      });
    }
    if (total.iterations > limits.iterations) {
      throw new LimitError(
        `opening the file takes the work of ${total.iterations} iterations of key derivation or more, the limit is ${limits.iterations}`,
        { code: "ERR_PKCS12_ITERATIONS", at, limit: "iterations", actual: total.iterations },
      );
    }
  }

  return {
    total: () => total,
    chargeMac(macData) {
      if (macData.algorithm.kind !== "unsupported") add("macData", macCost(macData), 0);
    },
    chargeEncryption(algorithm, at) {
      if (algorithm.kind === "unsupported") return;
      const func = algorithm.kind === "pbes2" ? algorithm.keyDerivationFunc : undefined;
      add(at, encryptionCost(algorithm), func?.kind === "scrypt" ? scryptBytes(func) : 0);
    },
    affords(cost) {
      if (total.iterations + attempts + cost > limits.iterations) return false;
      attempts += cost;
      return true;
    },
  };
}
