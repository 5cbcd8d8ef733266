import { describe, expect, it } from "vitest";
import { createDerivations } from "../../../src/crypto/derivations.js";
import { computePbmac1 } from "../../../src/crypto/pbmac1.js";
import { MalformedError } from "../../../src/errors.js";
import { testProvider } from "../../setup/provider.js";
import { fromHex, toHex, utf8 } from "./octets.js";
import { AUTH_SAFE } from "./rfc9879-a1.js";

const PARAMETERS = {
  keyDerivation: { prf: "SHA-256", salt: fromHex("6f473c38b02e3173"), iterationCount: 2048, keyBytes: 32 },
  messageAuthScheme: "SHA-256",
  password: utf8("1234"),
  data: AUTH_SAFE,
  provider: testProvider,
} as const;

const { keyDerivation } = PARAMETERS;

describe("computePbmac1", () => {
  it("gives the MAC of RFC 9879 A.1", async () => {
    const figure = "7aa56d8539d702363f3bcd2eb83545c6dfa2b96970e714772d224e417f8906dd";
    expect(toHex(await computePbmac1(PARAMETERS))).toBe(figure);
    expect(toHex(await computePbmac1({ ...PARAMETERS, password: utf8("12345") }))).not.toBe(figure);
  });

  it.each([
    [
      "SHA-512",
      "SHA-512",
      64,
      "8d7cc6aca18818efd2570d50aab1b41cff8190c478185b3bf0d146bc16f5b63bc2dbfb3a13cbd234479201813578d32a1b8789e8c26f8e202410d6f4ecefb9df",
    ],
    ["SHA-224", "SHA-512/256", 20, "f2abab3a94384d7dbec8d1348aed49cd5d2348f8e9aef83d1c3e7548026d5cdb"],
  ] as const)(
    "derives with %s, authenticates with %s (from `openssl kdf` and `openssl mac`)",
    async (prf, mac, keyBytes, figure) => {
      const computed = computePbmac1({
        ...PARAMETERS,
        keyDerivation: { ...keyDerivation, prf, keyBytes },
        messageAuthScheme: mac,
        data: utf8("abc"),
      });
      expect(toHex(await computed)).toBe(figure);
    },
  );

  it.each([0, 19, 65, 255, -1, Number.NaN])("refuses a key of %d octets before deriving it", async (keyBytes) => {
    const wrong = { ...PARAMETERS, keyDerivation: { ...keyDerivation, iterationCount: 1e9, keyBytes } };
    await expect(computePbmac1(wrong)).rejects.toThrow(MalformedError);
    await expect(computePbmac1(wrong)).rejects.toMatchObject({ code: "ERR_CRYPTO_PARAMETERS", at: "macData" });
  });

  it.each([20, 64])("takes a key of %d octets", async (keyBytes) => {
    expect(await computePbmac1({ ...PARAMETERS, keyDerivation: { ...keyDerivation, keyBytes } })).toHaveLength(32);
  });

  it("shares derivations, and stops with its signal", async () => {
    const derive = createDerivations(testProvider);
    const key = derive.pbkdf2({
      prf: "SHA-256",
      salt: keyDerivation.salt,
      iterationCount: 2048,
      password: utf8("1234"),
      length: 32,
    });
    const seen: unknown[] = [];
    const watching = {
      ...derive,
      pbkdf2: (parameters: Parameters<typeof derive.pbkdf2>[0]) => {
        const derived = derive.pbkdf2(parameters);
        seen.push(derived);
        return derived;
      },
    };
    await computePbmac1({ ...PARAMETERS, derive: watching });
    expect(seen).toEqual([key]);
    const reason = new Error("no longer wanted");
    await expect(computePbmac1({ ...PARAMETERS, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
