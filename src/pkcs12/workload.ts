/** What a file asks for in work, counted before the work starts. */

import type { ScryptFunc } from "../crypto/pbes2.js";
import { scryptBytes } from "../crypto/scrypt.js";
import { LimitError } from "../errors.js";
import type { Limits } from "../limits.js";
import type { EncryptionAlgorithm } from "./encryption-algorithm.js";
import type { MacData } from "./mac-data.js";

/** Sums of what the derivations of one file cost with the right password. */
export interface Workload {
  /** Derivations of keys: one for the MAC, one for each encryption. */
  readonly derivations: number;
  /**
   * Sum of their iteration counts. One by scrypt counts as 2 N r p, the blocks that it mixes (RFC 7914 section 5), each
   * of which takes about as long as an iteration of PBKDF2: little memory does not mean little time.
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
}

/** A counter for one file; with infinite limits it only counts. */
export function createWorkCounter(limits: Pick<Limits, "iterations" | "scryptBytes">): WorkCounter {
  let total: Workload = { derivations: 0, iterations: 0, scryptBytes: 0 };

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
        `opening the file takes ${total.iterations} iterations of key derivation or more, the limit is ${limits.iterations}`,
        { code: "ERR_PKCS12_ITERATIONS", at, limit: "iterations", actual: total.iterations },
      );
    }
  }

  return {
    total: () => total,
    chargeMac({ algorithm }) {
      if (algorithm.kind === "hmac") add("macData", algorithm.iterationCount, 0);
      if (algorithm.kind === "pbmac1") add("macData", algorithm.keyDerivationFunc.iterationCount, 0);
    },
    chargeEncryption(algorithm, at) {
      if (algorithm.kind === "unsupported") return;
      if (algorithm.kind !== "pbes2") add(at, algorithm.iterationCount, 0);
      else if (algorithm.keyDerivationFunc.kind === "pbkdf2") add(at, algorithm.keyDerivationFunc.iterationCount, 0);
      else add(at, mixedBlocks(algorithm.keyDerivationFunc), scryptBytes(algorithm.keyDerivationFunc));
    },
  };
}

function mixedBlocks({ costParameter, blockSize, parallelizationParameter }: ScryptFunc): number {
  return 2 * costParameter * blockSize * parallelizationParameter;
}
