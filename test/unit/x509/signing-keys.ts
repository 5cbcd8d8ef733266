/** Signing keys that tests sign with: one of fixed numbers, and new ones. */
import type { SigningKey } from "../../../src/x509/generate-key.js";
import { testProvider } from "../../setup/provider.js";
import { RSA_2048 } from "../credential/rsa-key.js";

/** RSA with 2048 bits, always the same: RSASSA-PKCS1-v1_5 makes the same signature whenever it signs the same. */
export async function fixedSigningKey(): Promise<SigningKey> {
  const { spki, pkcs8 } = RSA_2048;
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const privateKey = await testProvider.subtle.importKey("pkcs8", pkcs8, algorithm, true, ["sign"]);
  return { privateKey, hash: "SHA-256", spki, pkcs8 };
}
