import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import type { CryptoProvider } from "../../../src/crypto/provider.js";
import { readMacData } from "../../../src/pkcs12/mac-data.js";
import type { ProtectionOptions } from "../../../src/pkcs12/protection-options.js";
import { createProtector } from "../../../src/pkcs12/protector.js";
import { testProvider } from "../../setup/provider.js";
import { countingRandom } from "./counting-random.js";

const protectorOf = (options: Partial<ProtectionOptions> = {}) =>
  createProtector({ password: "secret", protection: "modern", iterations: 2, ...options });

describe("createProtector", () => {
  it("takes its octets before it returns, a promise of the plaintext later", async () => {
    const { random, asked } = countingRandom();
    const protector = protectorOf({ random });
    const finish = protector.authenticate();
    expect(asked).toEqual([16]);
    let give: (plaintext: Uint8Array) => void = () => {};
    const encrypted = protector.encrypt(
      new Promise((resolve) => {
        give = resolve;
      }),
    );
    expect(asked).toEqual([16, 16, 16]);
    give(new Uint8Array(5));
    expect((await encrypted).ciphertext).toHaveLength(16);
    const macData = readMacData(decodeWhole(await finish(Uint8Array.of(1)), "test"), "macData");
    expect(macData).toMatchObject({ algorithm: { kind: "hmac", hash: "SHA-256", iterationCount: 2 } });
  });

  it("encrypts two parts under salts of their own", async () => {
    const protector = protectorOf();
    const [one, other] = await Promise.all([1, 2].map(() => protector.encrypt(new Uint8Array(40))));
    expect(one?.ciphertext).not.toEqual(other?.ciphertext);
    expect(one?.algorithm).not.toEqual(other?.algorithm);
  });

  it("authenticates what it is given: another authSafe has another code", async () => {
    for (const protection of ["graph", "modern", "pbmac1"] as const) {
      const finish = protectorOf({ protection }).authenticate();
      expect(await finish(Uint8Array.of(1))).not.toEqual(await finish(Uint8Array.of(2)));
    }
  });

  it("gives its work to the provider", async () => {
    const refusing: CryptoProvider = {
      subtle: new Proxy(testProvider.subtle, {
        get: () => () => Promise.reject(new Error("the provider was asked")),
      }),
    };
    await expect(protectorOf({ provider: refusing }).encrypt(new Uint8Array(1))).rejects.toThrow(
      "the provider was asked",
    );
    // What this protection needs, no WebCrypto has.
    const { ciphertext } = await protectorOf({ provider: refusing, protection: "graph" }).encrypt(new Uint8Array(1));
    expect(ciphertext).toHaveLength(8);
  });
});
