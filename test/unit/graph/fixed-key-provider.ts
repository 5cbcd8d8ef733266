/** A WebCrypto that "generates" one key which is always the same: what is made with it can be compared octet by octet. */
import type { CryptoProvider } from "../../../src/crypto/provider.js";
import { testProvider } from "../../setup/provider.js";
import { RSA_2048 } from "../credential/rsa-key.js";

/** @param onUse - hears of each function that is asked for, before it is called */
export function fixedKeyProvider(onUse: (member: PropertyKey) => void = () => {}): CryptoProvider {
  const { subtle } = testProvider;
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const generateKey = async (): Promise<CryptoKeyPair> => ({
    privateKey: await subtle.importKey("pkcs8", RSA_2048.pkcs8, algorithm, true, ["sign"]),
    publicKey: await subtle.importKey("spki", RSA_2048.spki, algorithm, true, ["verify"]),
  });
  const replaced = new Proxy(subtle, {
    get(target, member) {
      onUse(member);
      if (member === "generateKey") return generateKey;
      const value: unknown = Reflect.get(target, member);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { subtle: replaced };
}
