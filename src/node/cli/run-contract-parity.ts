/** The work of `graph-certkit contract parity`. */
import { UsageError } from "./failure.js";

/** The options as they are typed. */
export interface ContractParityFlags {
  readonly baseUrl?: string;
}

export function runContractParity(..._: unknown[]): Promise<number> {
  return Promise.reject(new UsageError("parity is not there yet"));
}
