/** What the opening of one file carries along: the password's candidates, the derivations made so far, the limits. */

import type { Derivations } from "../crypto/derivations.js";
import { createDerivations } from "../crypto/derivations.js";
import type { CryptoProvider } from "../crypto/provider.js";
import type { Limits } from "../limits.js";
import type { PasswordCandidate } from "./password.js";
import { pkcs5Passwords, pkcs12Passwords } from "./password.js";
import type { WorkCounter } from "./workload.js";
import { createWorkCounter } from "./workload.js";

/** The candidates of one family of key derivations, in the order to try them. */
export interface PasswordTrials {
  readonly candidates: () => readonly PasswordCandidate[];
  /** A file is written by one program: what fitted once goes first from then on. */
  readonly succeeded: (candidate: PasswordCandidate) => void;
}

/** State of one opening; never shared between files, so that no derived key outlives its file. */
export interface Session {
  readonly provider: CryptoProvider;
  readonly limits: Limits;
  readonly derivations: Derivations;
  readonly work: WorkCounter;
  /** For the derivation of RFC 7292 App. B. */
  readonly pkcs12: PasswordTrials;
  /** For PBKDF1, PBKDF2 and scrypt. */
  readonly pkcs5: PasswordTrials;
}

/** Starts the opening of one file. */
export function createSession(
  password: string,
  provider: CryptoProvider,
  limits: Limits,
  signal: AbortSignal | undefined,
): Session {
  return {
    provider,
    limits,
    derivations: createDerivations(provider, signal),
    work: createWorkCounter(limits),
    pkcs12: createTrials(pkcs12Passwords(password)),
    pkcs5: createTrials(pkcs5Passwords(password)),
  };
}

function createTrials(candidates: readonly PasswordCandidate[]): PasswordTrials {
  let ordered = candidates;
  return {
    candidates: () => ordered,
    succeeded(fitting) {
      ordered = [fitting, ...ordered.filter((candidate) => candidate !== fitting)];
    },
  };
}
