/** A private key bag as a key that knows its certificates. */
import type { ShroudedKeyBag } from "../pkcs12/open-content.js";
import type { KeyBag } from "../pkcs12/safe-bag.js";
import { derivePublicIdentity } from "../x509/derive-public-key.js";
import { parsePrivateKey } from "../x509/private-key.js";
import { sameLocalKeyId } from "./local-key-id.js";
import { isReadable } from "./open-certificate.js";
import type { OpenedCertificate, OpenedKey, ReadableCertificate } from "./opened-file.js";

/**
 * Reads the key and finds every certificate with its public key.
 * Where no public key can be computed (an algorithm that nobody here implements), a certificate of the same algorithm
 * with the same localKeyId is taken at its word.
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY`
 */
export async function openKey(
  bag: KeyBag | ShroudedKeyBag,
  certificates: readonly OpenedCertificate[],
): Promise<OpenedKey> {
  const { at, attributes, privateKeyInfo } = bag;
  const key = parsePrivateKey(privateKeyInfo, at);
  const identity = await derivePublicIdentity(key);
  const { friendlyName, localKeyId } = attributes;
  const isOurs = ({ certificate, localKeyId: other }: ReadableCertificate): boolean => {
    if (identity !== undefined) return certificate.publicKey.identity === identity;
    return certificate.publicKey.oid === key.oid && sameLocalKeyId(localKeyId, other);
  };
  return {
    at,
    algorithm: key.algorithm,
    bits: key.bits,
    pkcs8: privateKeyInfo,
    friendlyName,
    localKeyId,
    isComputed: identity !== undefined,
    certificates: certificates.filter(isReadable).filter(isOurs),
  };
}
