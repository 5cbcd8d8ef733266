/** Errors of the ASN.1 readers, told as what they mean for a certificate or a key. */
import type { ErrorCode } from "../errors.js";
import { MalformedError } from "../errors.js";

/**
 * Runs `read` and gives the MalformedError that it throws this room's code, with the reader's own error as `cause`.
 * A LimitError goes through as it is: it speaks of a limit that the caller set.
 * @param what - the thing that `at` is not, for the message, such as `an X.509 certificate`
 */
export function asMalformed<T>(code: ErrorCode, what: string, at: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MalformedError) || error.code === code) throw error;
    throw new MalformedError(`${at} is not ${what}: ${error.message}`, { code, at, cause: error });
  }
}

/** The error for a private key that can be read and makes no sense. Say what is wrong, never a number out of it. */
export function badPrivateKey(problem: string, at: string): MalformedError {
  return new MalformedError(`${at} is not a usable private key: ${problem}`, { code: "ERR_X509_PRIVATE_KEY", at });
}
