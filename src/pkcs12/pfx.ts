/** The outer structure: PFX and its version (RFC 7292 section 4). */

import type { BerNode } from "../asn1/ber.js";
import { decodeBer } from "../asn1/ber.js";
import { describeOid, OID } from "../asn1/oids.js";
import { isContext, isUniversal, readExplicit, readObjectIdentifier, readOctetString, TAG } from "../asn1/values.js";
import { MalformedError, UnsupportedError } from "../errors.js";
import type { Limits } from "../limits.js";
import type { MacData } from "./mac-data.js";
import { readMacData } from "./mac-data.js";
import { structureError } from "./structure-error.js";

/** A PFX in password integrity mode, or without integrity. */
export interface Pfx {
  /** The octets of the AuthenticatedSafe: what the MAC covers. */
  readonly authSafe: Uint8Array;
  /** Absent where the file has no MAC. */
  readonly macData: MacData | undefined;
  readonly encoding: "DER" | "BER";
  /** Octets behind the PFX: tools append line breaks and worse. */
  readonly trailingBytes: number;
}

/** The only version there is. */
const VERSION = 3;

/**
 * Decodes the outer structure; nothing in it needs the password.
 * @throws {MalformedError} `ERR_PKCS12_NOT_PFX` for another kind of file, `ERR_PKCS12_VERSION`, `ERR_PKCS12_STRUCTURE`,
 * `ERR_PKCS12_MAC_PARAMETERS`, and those of {@link decodeBer} for one that is cut off or broken
 * @throws {UnsupportedError} `ERR_PKCS12_PUBLIC_KEY_MODE` for a file signed with a private key instead of a MAC
 */
export function decodePfx(bytes: Uint8Array, limits: Limits): Pfx {
  const sequenceTag = 0x30;
  if (bytes[0] !== sequenceTag) throw notPfx(bytes.length === 0 ? "it is empty" : "it does not begin with a SEQUENCE");
  const { root, encoding, trailingBytes } = decodeBer(bytes, "pfx", limits);
  const [version, contentInfo, macData] = root.children;
  if (!isUniversal(version, TAG.integer) || !isContentInfo(contentInfo)) {
    throw notPfx("it is ASN.1 of another type");
  }
  // A PrivateKeyInfo (RFC 5208) begins in the same way.
  if (isUniversal(macData, TAG.octetString)) throw notPfx("it is a private key (PKCS#8)");
  if (version.content.length !== 1 || version.content[0] !== VERSION) {
    throw new MalformedError(`a PFX has version ${VERSION}, this one has another`, {
      code: "ERR_PKCS12_VERSION",
      at: "pfx.version",
    });
  }
  const authSafe = readAuthSafe(contentInfo);
  return { authSafe, macData: macData && readMacData(macData, "macData"), encoding, trailingBytes };
}

function isContentInfo(node: BerNode | undefined): node is BerNode {
  return isUniversal(node, TAG.sequence) && isUniversal(node.children[0], TAG.objectIdentifier);
}

function readAuthSafe(contentInfo: BerNode): Uint8Array {
  try {
    return readDataContent(contentInfo, "authSafe");
  } catch (error) {
    throw structureError(error, "authSafe");
  }
}

function readDataContent(contentInfo: BerNode, at: string): Uint8Array {
  const contentType = readObjectIdentifier(contentInfo.children[0], at);
  if (contentType === OID.signedData) {
    throw new UnsupportedError(
      "the file is in public-key integrity mode (signedData): it is checked with a certificate, not with a password",
      { code: "ERR_PKCS12_PUBLIC_KEY_MODE", at, oid: contentType },
    );
  }
  if (contentType !== OID.data) {
    throw new MalformedError(`${at} expected data or signedData, got ${describeOid(contentType)}`, {
      code: "ERR_PKCS12_STRUCTURE",
      at,
    });
  }
  const content = contentInfo.children.find((child) => isContext(child, 0));
  return readOctetString(readExplicit(content, 0, at), at);
}

function notPfx(why: string): MalformedError {
  return new MalformedError(`this is no PFX: ${why}`, { code: "ERR_PKCS12_NOT_PFX", at: "pfx" });
}
