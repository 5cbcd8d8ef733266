import { describe, expect, it } from "vitest";
import { createKeyPool } from "../../../src/mock/key-pool.js";
import { generateSigningKey } from "../../../src/x509/generate-key.js";
import { testProvider } from "../../setup/provider.js";

const RSA = {
  name: "RSASSA-PKCS1-v1_5",
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
  hash: "SHA-256",
};

describe("createKeyPool", () => {
  it("makes keys only when asked, then gives each of them out once and makes up for it", async () => {
    const pool = createKeyPool(testProvider, 2);
    expect(pool.ready()).toBe(0);
    await pool.fill();
    expect(pool.ready()).toBe(2);
    const first = await generateSigningKey("rsa-2048", pool.provider);
    expect(pool.ready()).toBe(1);
    const second = await generateSigningKey("rsa-2048", pool.provider);
    const third = await generateSigningKey("rsa-2048", pool.provider);
    expect(new Set([first, second, third].map(({ spki }) => spki.join())).size).toBe(3);
    await pool.fill();
    expect(pool.ready()).toBe(2);
  });

  it("gives keys that sign, through the provider that it is put before", async () => {
    const { provider, fill } = createKeyPool(testProvider, 1);
    await fill();
    const { privateKey, spki } = await generateSigningKey("rsa-2048", provider);
    const data = Uint8Array.of(1, 2, 3);
    const signature = await provider.subtle.sign(RSA.name, privateKey, data);
    const publicKey = await provider.subtle.importKey("spki", spki, RSA, true, ["verify"]);
    expect(await provider.subtle.verify(RSA.name, publicKey, signature, data)).toBe(true);
  });

  it.each([
    ["another algorithm", { name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]],
    ["another exponent", { ...RSA, publicExponent: Uint8Array.of(3) }, true, ["sign", "verify"]],
    ["another hash", { ...RSA, hash: "SHA-384" }, true, ["sign", "verify"]],
    ["a key that cannot be exported", RSA, false, ["sign", "verify"]],
    ["other usages", RSA, true, ["sign"]],
  ] as const)("leaves %s to the provider", async (_, algorithm, extractable, usages) => {
    const asked: unknown[] = [];
    const answer = { privateKey: "its own" };
    const subtle = {
      generateKey: (...args: readonly unknown[]) => {
        asked.push(args);
        return Promise.resolve(answer);
      },
    } as unknown as SubtleCrypto;
    const { provider, fill } = createKeyPool({ subtle }, 1);
    await fill();
    asked.length = 0;
    expect(await provider.subtle.generateKey(algorithm, extractable, [...usages])).toBe(answer);
    expect(asked).toEqual([[algorithm, extractable, [...usages]]]);
  });

  it("makes no more once it is stopped", async () => {
    const pool = createKeyPool(testProvider, 100);
    const filling = pool.fill();
    pool.stop();
    await filling;
    expect(pool.ready()).toBe(1);
    await pool.fill();
    await generateSigningKey("rsa-2048", pool.provider);
    expect(pool.ready()).toBe(0);
  });

  it("leaves a provider's failure to whoever asks for a key", async () => {
    const subtle = { generateKey: () => Promise.reject(new Error("no RSA here")) } as unknown as SubtleCrypto;
    const { provider, fill, ready } = createKeyPool({ subtle });
    await fill();
    expect(ready()).toBe(0);
    await expect(provider.subtle.generateKey(RSA, true, ["sign", "verify"])).rejects.toThrow("no RSA here");
  });

  it.each([-1, 1.5, 1001])("refuses %d keys", (size) => {
    expect(() => createKeyPool(testProvider, size)).toThrow(/"size" expected/);
  });
});
