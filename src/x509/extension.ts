/** Certificate extensions (RFC 5280 section 4.2): the list, and how one of them is read. */

import type { BerNode } from "../asn1/ber.js";
import { decodeWhole } from "../asn1/ber.js";
import { describeOid } from "../asn1/oids.js";
import { isUniversal, readBoolean, readObjectIdentifier, readOctetString, readSequence, TAG } from "../asn1/values.js";
import { MalformedError, ToolkitError } from "../errors.js";

/** One extension, its value not yet decoded. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** The octets inside extnValue. */
  readonly value: Uint8Array;
}

/**
 * What an extension that is there says: `value`, or the `error` that tells why it cannot be read. The readers give
 * `undefined` for an extension that is absent, so `reading?.value` is what a certificate says for sure.
 */
export type ExtensionReading<T> =
  | { readonly critical: boolean; readonly value: T; readonly error: undefined }
  | { readonly critical: boolean; readonly value: undefined; readonly error: ToolkitError };

/**
 * The members of Extensions in file order.
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED`
 */
export function decodeExtensions(node: BerNode, at: string): Extension[] {
  return readSequence(node, at).map((member, index) => {
    const memberAt = `${at}[${index}]`;
    const [oid, second, third] = readSequence(member, memberAt);
    const hasCritical = isUniversal(second, TAG.boolean);
    return {
      oid: readObjectIdentifier(oid, memberAt),
      critical: hasCritical && readBoolean(second, memberAt),
      value: readOctetString(hasCritical ? third : second, memberAt),
    };
  });
}

/**
 * Reads the one extension with this identifier through `decode`, which gets the tree of its value.
 * Two of one kind are an error (RFC 5280 section 4.2), since nobody can say which of them holds.
 */
export function readExtension<T>(
  certificate: { readonly extensions: readonly Extension[] },
  oid: string,
  decode: (node: BerNode, at: string) => T,
): ExtensionReading<T> | undefined {
  const [extension, duplicate] = certificate.extensions.filter((candidate) => candidate.oid === oid);
  if (extension === undefined) return undefined;
  const at = `extension ${describeOid(oid)}`;
  const critical = extension.critical || duplicate?.critical === true;
  try {
    if (duplicate !== undefined) {
      throw new MalformedError(`${at} is there more than once`, { code: "ERR_X509_CERTIFICATE", at });
    }
    return { critical, value: decode(decodeWhole(extension.value, at), at), error: undefined };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return { critical, value: undefined, error };
  }
}
