import { describe, expect, it } from "vitest";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { isKeyOf } from "../../../src/x509/match.js";
import { parsePrivateKey } from "../../../src/x509/private-key.js";
import { FULL_CERTIFICATE, fromBase64, MD5_CERTIFICATE, OTHER_RSA_PKCS8, PAIRS } from "./fixtures.js";

const certificate = parseCertificate(fromBase64(FULL_CERTIFICATE), "certificate");
const rsaCertificate = parseCertificate(fromBase64(MD5_CERTIFICATE), "certificate");
const key = (pkcs8: string) => parsePrivateKey(fromBase64(pkcs8), "key");

describe("isKeyOf", () => {
  it("is true for the certificate's key, named or with its curve's numbers", async () => {
    expect(await isKeyOf(key(PAIRS.p256.pkcs8), certificate)).toBe(true);
    expect(await isKeyOf(key(PAIRS.explicitP256.pkcs8), certificate)).toBe(true);
    expect(await isKeyOf(key(PAIRS.rsa.pkcs8), rsaCertificate)).toBe(true);
  });

  it("is false for any other", async () => {
    expect(await isKeyOf(key(PAIRS.brainpoolP256r1.pkcs8), certificate)).toBe(false);
    expect(await isKeyOf(key(PAIRS.rsa.pkcs8), certificate)).toBe(false);
    expect(await isKeyOf(key(OTHER_RSA_PKCS8), rsaCertificate)).toBe(false);
  });

  it("refuses a key whose parts contradict each other", async () => {
    const altered = fromBase64(PAIRS.rsa.pkcs8);
    altered[100] = (altered[100] as number) ^ 1;
    const refused = expect.objectContaining({ code: "ERR_X509_PRIVATE_KEY", at: "key" });
    await expect(isKeyOf(parsePrivateKey(altered, "key"), rsaCertificate)).rejects.toThrow(refused);
  });
});
