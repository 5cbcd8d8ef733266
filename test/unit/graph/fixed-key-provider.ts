/** A WebCrypto that "generates" one key which is always the same: what is made with it can be compared octet by octet. */
import type { CryptoProvider } from "../../../src/crypto/provider.js";
import { testProvider } from "../../setup/provider.js";
import { RSA_2048 } from "../credential/rsa-key.js";

/** @param onUse - hears of each function that is asked for, before it is called */
export function fixedKeyProvider(onUse: (member: PropertyKey) => void = () => {}): CryptoProvider {
  const { subtle } = testProvider;
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  let pair: Promise<CryptoKeyPair> | undefined;
  const importPair = async (): Promise<CryptoKeyPair> => ({
    privateKey: await subtle.importKey("pkcs8", RSA_2048.pkcs8, algorithm, true, ["sign"]),
    publicKey: await subtle.importKey("spki", RSA_2048.spki, algorithm, true, ["verify"]),
  });
  const generateKey = (): Promise<CryptoKeyPair> => {
    pair ??= importPair();
    return pair;
  };
  // Always the same key, so always the same octets.
  const exported = new Map<KeyFormat, ReturnType<SubtleCrypto["exportKey"]>>();
  const exportKey = async (format: KeyFormat, key: CryptoKey): Promise<unknown> => {
    const { privateKey, publicKey } = (await pair) ?? {};
    if (key !== privateKey && key !== publicKey) return await subtle.exportKey(format, key);
    const known = exported.get(format) ?? subtle.exportKey(format, key);
    exported.set(format, known);
    return await known;
  };
  const replaced = new Proxy(subtle, {
    get(target, member) {
      onUse(member);
      if (member === "generateKey") return generateKey;
      if (member === "exportKey") return exportKey;
      const value: unknown = Reflect.get(target, member);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { subtle: replaced };
}
