import { describe, expect, it } from "vitest";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { generateSigningKey } from "../../../src/x509/generate-key.js";
import { KEY_TYPES } from "../../../src/x509/key-type.js";
import { parsePrivateKey } from "../../../src/x509/private-key.js";
import { createSelfSigned } from "../../../src/x509/self-signed.js";
import { testProvider } from "../../setup/provider.js";

/** Type, what our readers call such a key, and the signature that it makes. */
const EXPECTED = {
  "rsa-2048": ["RSA", 2048, "SHA-256"],
  "rsa-3072": ["RSA", 3072, "SHA-256"],
  "rsa-4096": ["RSA", 4096, "SHA-256"],
  "ec-p256": ["EC P-256", 256, "SHA-256"],
  "ec-p384": ["EC P-384", 384, "SHA-384"],
} as const;

describe("generateSigningKey", () => {
  // Longer RSA keys take seconds and differ by one number.
  it.each(KEY_TYPES.filter((type) => type !== "rsa-4096"))("makes %s", async (type) => {
    const key = await generateSigningKey(type, testProvider);
    const [algorithm, bits, hash] = EXPECTED[type];
    expect(key.hash).toBe(hash);
    const privateKey = parsePrivateKey(key.pkcs8, "key");
    expect(privateKey).toMatchObject({ algorithm, bits });
    const fields = {
      name: { text: type, stringType: "UTF8String" },
      serialNumber: Uint8Array.of(1),
      notBefore: new Date("2026-01-01T00:00:00Z"),
      notAfter: new Date("2027-01-01T00:00:00Z"),
      extensions: [],
    } as const;
    const { publicKey, signatureAlgorithm } = parseCertificate(await createSelfSigned(key, fields, testProvider), "c");
    expect(publicKey).toMatchObject({ algorithm, bits, spki: key.spki });
    expect(publicKey.identity).toBe(privateKey.statedIdentity);
    expect(signatureAlgorithm).toMatchObject({ digest: hash });
  });

  it("asks for the length that the type names", async () => {
    const asked: unknown[] = [];
    const subtle = new Proxy(testProvider.subtle, {
      get: (target, member) => {
        if (member === "generateKey") {
          return (algorithm: unknown, ...rest: unknown[]) => {
            asked.push(algorithm, ...rest);
            return Promise.reject(new Error("not now"));
          };
        }
        return Reflect.get(target, member);
      },
    });
    await expect(generateSigningKey("rsa-4096", { subtle })).rejects.toMatchObject({
      name: "UnsupportedError",
      code: "ERR_CRYPTO_UNAVAILABLE",
      at: "key",
      cause: { message: "not now" },
    });
    const publicExponent = Uint8Array.of(1, 0, 1);
    expect(asked).toEqual([
      { name: "RSASSA-PKCS1-v1_5", modulusLength: 4096, publicExponent, hash: "SHA-256" },
      true,
      ["sign", "verify"],
    ]);
  });
});
