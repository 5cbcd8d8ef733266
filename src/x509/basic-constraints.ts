/** Whether a certificate is a CA's: basicConstraints (RFC 5280 section 4.2.1.9). */
import { OID } from "../asn1/oids.js";
import { isUniversal, readBoolean, readCount, readSequence, TAG } from "../asn1/values.js";
import type { Extension, ExtensionReading } from "./extension.js";
import { readExtension } from "./extension.js";

/** The extension's value. */
export interface BasicConstraints {
  readonly ca: boolean;
  /** How many intermediate certificates may follow; `undefined`: any number. */
  readonly pathLength: number | undefined;
}

/** An empty SEQUENCE says that the certificate is no CA's. */
export function readBasicConstraints(certificate: {
  readonly extensions: readonly Extension[];
}): ExtensionReading<BasicConstraints> | undefined {
  return readExtension(certificate, OID.basicConstraints, (node, at) => {
    const [first, second] = readSequence(node, at);
    const hasCa = isUniversal(first, TAG.boolean);
    const pathLength = hasCa ? second : first;
    return {
      ca: hasCa && readBoolean(first, at),
      pathLength: pathLength === undefined ? undefined : readCount(pathLength, at),
    };
  });
}
