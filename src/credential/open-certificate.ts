/** A CertBag as a certificate with its thumbprints. */
import { ToolkitError } from "../errors.js";
import type { CertBag } from "../pkcs12/safe-bag.js";
import type { Unreadable } from "../pkcs12/structure.js";
import type { Certificate } from "../x509/certificate.js";
import { parseCertificate } from "../x509/certificate.js";
import { thumbprint, thumbprintSha256 } from "../x509/thumbprint.js";
import type { OpenedCertificate, ReadableCertificate } from "./opened-file.js";

/**
 * Reads the certificate of a bag. Octets that follow it in the bag are no part of it, nor of its thumbprints.
 * @param onUnreadable - told of one that cannot be read; it keeps its place and the thumbprints of its octets
 */
export function openCertificate(bag: CertBag, onUnreadable: (unreadable: Unreadable) => void): OpenedCertificate {
  const { at, certValue, attributes } = bag;
  const certificate = readable(certValue, at, onUnreadable);
  const der = certificate?.der ?? certValue;
  return {
    at,
    der,
    thumbprint: thumbprint(der),
    thumbprintSha256: thumbprintSha256(der),
    certificate,
    friendlyName: attributes.friendlyName,
    localKeyId: attributes.localKeyId,
  };
}

/** True for a certificate whose fields could be read. */
export function isReadable(opened: OpenedCertificate): opened is ReadableCertificate {
  return opened.certificate !== undefined;
}

function readable(
  der: Uint8Array,
  at: string,
  onUnreadable: (unreadable: Unreadable) => void,
): Certificate | undefined {
  try {
    return parseCertificate(der, at);
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    onUnreadable({ at, error });
    return undefined;
  }
}
