/** Whether a private key is the one of a certificate. */
import type { Certificate } from "./certificate.js";
import { derivePublicIdentity } from "./derive-public-key.js";
import type { PrivateKey } from "./private-key.js";

/**
 * True where the public key computed from the private one is the certificate's. False also where nothing can be
 * computed: see {@link derivePublicIdentity} to tell the two apart.
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY`
 */
export async function isKeyOf(key: PrivateKey, certificate: Certificate): Promise<boolean> {
  return (await derivePublicIdentity(key)) === certificate.publicKey.identity;
}
