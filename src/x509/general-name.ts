/** GeneralName (RFC 5280 section 4.2.1.6) in plain form, and subjectAltName, which is a list of them. */
import type { BerNode } from "../asn1/ber.js";
import { describeOid, OID } from "../asn1/oids.js";
import { asUniversal, readObjectIdentifier, readSequence, TAG, unexpected } from "../asn1/values.js";
import { encodeHex } from "../bytes/hex.js";
import type { Extension, ExtensionReading } from "./extension.js";
import { readExtension } from "./extension.js";
import { formatIpAddress } from "./ip-address.js";
import { decodeName, escapeUnprintable, formatName } from "./name.js";

/** The alternatives in the order of their tags. */
const KINDS = ["other", "email", "dns", "x400", "directory", "ediParty", "uri", "ip", "registeredId"] as const;

/** One name. */
export interface GeneralName {
  readonly kind: (typeof KINDS)[number];
  /**
   * The name, safe to print: control and format characters are escaped as in RFC 4514. A directory name stands in
   * RFC 4514's form, octets that are no IP address and the contents of `x400` and `ediParty` in hexadecimal, `other`
   * as its type alone.
   */
  readonly text: string;
  /** The whole GeneralName, tag and length included. */
  readonly der: Uint8Array;
}

/** The other names of the subject in file order. */
export function readSubjectAltName(certificate: {
  readonly extensions: readonly Extension[];
}): ExtensionReading<readonly GeneralName[]> | undefined {
  return readExtension(certificate, OID.subjectAltName, (node, at) =>
    readSequence(node, at).map((member) => decodeGeneralName(member, at)),
  );
}

/**
 * Reads one name.
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED`
 */
export function decodeGeneralName(node: BerNode, at: string): GeneralName {
  const kind = node.tagClass === "context" ? KINDS[node.tagNumber] : undefined;
  if (kind === undefined) throw unexpected(node, "a GeneralName", at);
  return { kind, text: textOf(kind, node, at), der: node.bytes };
}

function textOf(kind: GeneralName["kind"], node: BerNode, at: string): string {
  switch (kind) {
    case "email":
    case "dns":
    case "uri":
      return escapeUnprintable(new TextDecoder().decode(node.content));
    case "ip":
      return formatIpAddress(node.content);
    case "directory":
      return formatName(decodeName(node.children[0], at));
    case "registeredId":
      return readObjectIdentifier(asUniversal(node, TAG.objectIdentifier), at);
    case "other":
      return describeOid(readObjectIdentifier(node.children[0], at));
    case "x400":
    case "ediParty":
      return encodeHex(node.content);
  }
}
