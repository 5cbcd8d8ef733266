/** A private key bag as a key that knows its certificates. */
import type { ShroudedKeyBag } from "../pkcs12/open-content.js";
import type { KeyBag } from "../pkcs12/safe-bag.js";
import { derivePublicIdentity } from "../x509/derive-public-key.js";
import { parsePrivateKey } from "../x509/private-key.js";
import type { FindCertificates } from "./certificate-index.js";
import type { OpenedKey } from "./opened-file.js";

/**
 * Reads the key, computes its public key and finds the certificates that carry it.
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY`
 */
export async function openKey(bag: KeyBag | ShroudedKeyBag, findCertificates: FindCertificates): Promise<OpenedKey> {
  const { at, attributes, privateKeyInfo } = bag;
  const key = parsePrivateKey(privateKeyInfo, at);
  const identity = await derivePublicIdentity(key);
  const { friendlyName, localKeyId } = attributes;
  return {
    at,
    algorithm: key.algorithm,
    bits: key.bits,
    pkcs8: privateKeyInfo,
    friendlyName,
    localKeyId,
    isComputed: identity !== undefined,
    statesOtherPublicKey: identity !== undefined && key.statedIdentity !== undefined && key.statedIdentity !== identity,
    certificates: findCertificates({ key, identity, localKeyId }),
  };
}
