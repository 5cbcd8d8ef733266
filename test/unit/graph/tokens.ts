/** What the tests of signed tokens share: a signer, and its public key as the verifying side has it. */
import type { JwtSigner } from "../../../src/graph/json-web-token.js";
import { testProvider } from "../../setup/provider.js";
import { writeCertificate } from "../credential/certificate-writer.js";
import { RSA_2048 } from "../credential/rsa-key.js";

/** Half a second after a whole one. */
export const NOW: Date = new Date("2026-05-05T12:00:00.500Z");
export const NOW_SECONDS = 1_777_982_400;

export const CERTIFICATE: Uint8Array = writeCertificate({ key: RSA_2048, subject: "signer" });
export const SIGNER: JwtSigner = { certificate: CERTIFICATE, privateKey: RSA_2048.pkcs8 };

/** The half of the key that everybody may have. */
export function publicKey(algorithm: "RS256" | "PS256"): Promise<CryptoKey> {
  const name = algorithm === "RS256" ? "RSASSA-PKCS1-v1_5" : "RSA-PSS";
  return testProvider.subtle.importKey("spki", RSA_2048.spki, { name, hash: "SHA-256" }, true, ["verify"]);
}
