/** Errors of the ASN.1 readers, told as what they mean for a PFX. */
import { MalformedError, ToolkitError } from "../errors.js";

/**
 * The error under this room's code `ERR_PKCS12_STRUCTURE` where it came from the readers of ASN.1, else as it is;
 * anything that is no {@link ToolkitError} is thrown on.
 */
export function structureError(error: unknown, at: string): ToolkitError {
  if (!(error instanceof ToolkitError)) throw error;
  if (!(error instanceof MalformedError) || !error.code.startsWith("ERR_ASN1_")) return error;
  return new MalformedError(`${at} is malformed: ${error.message}`, { code: "ERR_PKCS12_STRUCTURE", at, cause: error });
}
