/** The key pairs that Graph's signing certificates have, and a WebCrypto that gets them elsewhere. */

/** What generateSigningKey asks for. */
export const RSA_2048: RsaHashedKeyGenParams = {
  name: "RSASSA-PKCS1-v1_5",
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
  hash: "SHA-256",
};

/** Whether a pair made so is what is asked for, usages included: a CryptoKey cannot change them. */
export function isRsa2048(
  algorithm: AlgorithmIdentifier | Partial<RsaHashedKeyGenParams>,
  extractable: boolean,
  usages: Iterable<KeyUsage>,
): boolean {
  if (typeof algorithm === "string" || !extractable) return false;
  const { name, modulusLength, publicExponent, hash } = algorithm as Partial<RsaHashedKeyGenParams>;
  return (
    name?.toUpperCase() === RSA_2048.name.toUpperCase() &&
    modulusLength === RSA_2048.modulusLength &&
    publicExponent !== undefined &&
    [...publicExponent].join() === [...RSA_2048.publicExponent].join() &&
    (typeof hash === "string" ? hash : hash?.name)?.toUpperCase() === RSA_2048.hash &&
    [...usages].sort().join() === "sign,verify"
  );
}

/**
 * The same object but for its key pairs: a WebCrypto's methods work on that very object only.
 * @param generateKey - takes what `SubtleCrypto.generateKey` takes
 * @param exportKey - takes what `SubtleCrypto.exportKey` takes; default: the object's own
 */
export function withGenerateKey(subtle: SubtleCrypto, generateKey: unknown, exportKey?: unknown): SubtleCrypto {
  return new Proxy(subtle, {
    get: (target, member) => {
      if (member === "generateKey") return generateKey;
      if (member === "exportKey" && exportKey !== undefined) return exportKey;
      const value: unknown = Reflect.get(target, member);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
