import { describe, expect, it } from "vitest";
import { repeatKeys } from "../../../src/mock/repeated-keys.js";
import { RSA_2048 } from "../../../src/mock/rsa-2048.js";
import { createMockGraph } from "../../../src/mock/server.js";
import { testProvider } from "../../setup/provider.js";

const usages: readonly KeyUsage[] = ["sign", "verify"];

describe("repeatKeys", () => {
  it("makes as many pairs as it is told and gives them out in turn", async () => {
    const { subtle } = repeatKeys(testProvider, 2);
    const pairs: CryptoKeyPair[] = [];
    for (let i = 0; i < 4; i++) pairs.push(await subtle.generateKey(RSA_2048, true, usages));
    expect(pairs[0]).not.toBe(pairs[1]);
    expect([pairs[2], pairs[3]]).toEqual([pairs[0], pairs[1]]);
    expect(pairs[2]).toBe(pairs[0]);
  });

  it("leaves other keys and other functions to the provider", async () => {
    const { subtle } = repeatKeys(testProvider, 1);
    const make = () => subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, usages);
    expect(await make()).not.toBe(await make());
    const digest = new Uint8Array(await subtle.digest("SHA-256", new Uint8Array()));
    expect(digest).toHaveLength(32);
  });

  it("tries again where a key could not be made", async () => {
    let calls = 0;
    const subtle = {
      generateKey: () => (++calls === 1 ? Promise.reject(new Error("out of luck")) : Promise.resolve("a pair")),
    } as unknown as SubtleCrypto;
    const provider = repeatKeys({ subtle }, 1);
    await expect(provider.subtle.generateKey(RSA_2048, true, usages)).rejects.toThrow("out of luck");
    expect(await provider.subtle.generateKey(RSA_2048, true, usages)).toBe("a pair");
  });

  it("exports a key as often as it is asked, each time octets of its own", async () => {
    const { subtle } = repeatKeys(testProvider, 1);
    const { privateKey, publicKey } = (await subtle.generateKey(RSA_2048, true, usages)) as CryptoKeyPair;
    const first = new Uint8Array(await subtle.exportKey("pkcs8", privateKey));
    const whole = [...first];
    first.fill(0);
    expect([...new Uint8Array(await subtle.exportKey("pkcs8", privateKey))]).toEqual(whole);
    const spki = await testProvider.subtle.exportKey("spki", publicKey);
    expect(new Uint8Array(await subtle.exportKey("spki", publicKey))).toEqual(new Uint8Array(spki));
    expect((await subtle.exportKey("jwk", publicKey)).kty).toBe("RSA");
  });

  it.each([0, 1.5, 101])("refuses %s keys", (size) => {
    expect(() => repeatKeys(testProvider, size)).toThrow(
      new RangeError(`"size" expected an integer from 1 to 100, got ${size}`),
    );
  });

  it("gives certificates of one key thumbprints of their own", async () => {
    const graph = createMockGraph({ keys: repeatKeys(testProvider, 1) });
    const send = async (path: string, body: object): Promise<Record<string, string>> => {
      const headers = { authorization: "Bearer token", "content-type": "application/json" };
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      const response = await graph.fetch(new Request(`https://graph.microsoft.com/v1.0${path}`, init));
      return (await response.json()) as Record<string, string>;
    };
    const { appId } = await send("/applications", { displayName: "two certificates" });
    const { id } = await send("/servicePrincipals", { appId });
    const [first, second] = [
      await send(`/servicePrincipals/${id}/addTokenSigningCertificate`, { displayName: "CN=One" }),
      await send(`/servicePrincipals/${id}/addTokenSigningCertificate`, { displayName: "CN=One" }),
    ];
    expect(first["thumbprint"]).toMatch(/^[0-9A-F]{40}$/);
    expect(second["thumbprint"]).not.toBe(first["thumbprint"]);
  });
});
