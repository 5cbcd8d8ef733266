/** The engine through which pkijs reaches WebCrypto: made for each call, never pkijs' own global one. */
import { Null } from "asn1js";
import type { CryptoEngineSignatureParams } from "pkijs";
import { CryptoEngine } from "pkijs";
import type { CryptoProvider } from "../crypto/provider.js";

/**
 * An engine whose RSASSA-PKCS1-v1_5 identifiers have NULL for parameters, as RFC 4055 section 5 demands ("MUST be NULL");
 * pkijs leaves them out.
 */
class CertificateEngine extends CryptoEngine {
  override async getSignatureParameters(
    privateKey: CryptoKey,
    hashAlgorithm?: string,
  ): Promise<CryptoEngineSignatureParams> {
    const result = await super.getSignatureParameters(privateKey, hashAlgorithm);
    if (privateKey.algorithm.name === "RSASSA-PKCS1-v1_5") result.signatureAlgorithm.algorithmParams = new Null();
    return result;
  }
}

/** An engine that works with this provider and nothing else; for callers within this room. */
export function createEngine(provider: CryptoProvider): CryptoEngine {
  // pkijs' types ask for a whole Crypto; what signs needs `subtle` alone.
  return new CertificateEngine({ name: "graph-certkit", crypto: provider as Crypto });
}
