/** A CertBag as a certificate with its thumbprints. */
import type { CryptoProvider } from "../crypto/provider.js";
import { ToolkitError } from "../errors.js";
import type { CertBag } from "../pkcs12/safe-bag.js";
import type { Certificate } from "../x509/certificate.js";
import { parseCertificate } from "../x509/certificate.js";
import { thumbprint, thumbprintSha256 } from "../x509/thumbprint.js";
import type { OpenedCertificate, ReadableCertificate } from "./opened-file.js";

/** Reads the certificate of a bag; one that cannot be read keeps its thumbprints and its place. */
export async function openCertificate(bag: CertBag, provider: CryptoProvider): Promise<OpenedCertificate> {
  const { at, certValue: der, attributes } = bag;
  const [sha1, sha256] = await Promise.all([thumbprint(der, provider), thumbprintSha256(der, provider)]);
  return {
    at,
    der,
    thumbprint: sha1,
    thumbprintSha256: sha256,
    certificate: readable(der, at),
    friendlyName: attributes.friendlyName,
    localKeyId: attributes.localKeyId,
  };
}

/** True for a certificate whose fields could be read. */
export function isReadable(opened: OpenedCertificate): opened is ReadableCertificate {
  return opened.certificate !== undefined;
}

function readable(der: Uint8Array, at: string): Certificate | undefined {
  try {
    return parseCertificate(der, at);
  } catch (error) {
    if (error instanceof ToolkitError) return undefined;
    throw error;
  }
}
