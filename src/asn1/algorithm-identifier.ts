/** AlgorithmIdentifier (RFC 5280 section 4.1.1.2). */
import type { BerNode } from "./ber.js";
import { isUniversal, readObjectIdentifier, readSequence, TAG } from "./values.js";

/** An algorithm by its identifier, with its parameters not yet read. */
export interface AlgorithmIdentifier {
  readonly oid: string;
  /** The parameters; `undefined` where they are absent or NULL, which means the same in every algorithm read here. */
  readonly parameters: BerNode | undefined;
}

/**
 * Reads the identifier and leaves the parameters to the algorithm's own reader.
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED`
 */
export function readAlgorithmIdentifier(node: BerNode | undefined, at: string): AlgorithmIdentifier {
  const [algorithm, parameters] = readSequence(node, at);
  return {
    oid: readObjectIdentifier(algorithm, at),
    parameters: isUniversal(parameters, TAG.null) ? undefined : parameters,
  };
}
