import { describe, expect, it } from "vitest";
import { encryptCbc } from "../../../src/crypto/cbc.js";
import { createDerivations } from "../../../src/crypto/derivations.js";
import { createDes } from "../../../src/crypto/legacy/triple-des.js";
import { addPadding } from "../../../src/crypto/padding.js";
import { decryptPbes1 } from "../../../src/crypto/pbes1.js";
import { testProvider } from "../../setup/provider.js";
import { fromHex, toHex, utf8 } from "./octets.js";
import { ITERATION_COUNT, PASSWORD, PBES1_CASES, PRIVATE_KEY } from "./openssl-pkcs8.js";

const shared = { iterationCount: ITERATION_COUNT, password: utf8(PASSWORD), provider: testProvider };

describe("decryptPbes1", () => {
  it.each(PBES1_CASES)("reads what OpenSSL wrote: $option", async ({ hash, cipher, salt, ciphertext }) => {
    const parameters = { ...shared, hash, cipher, salt: fromHex(salt), data: fromHex(ciphertext) };
    expect(toHex(await decryptPbes1(parameters))).toBe(PRIVATE_KEY);
    expect(await decryptPbes1({ ...parameters, password: utf8("Secret") })).toBeUndefined();
  });

  it.each(PBES1_CASES)("derives once where derivations are shared: $option", async ({ hash, cipher, salt }) => {
    const derive = createDerivations(testProvider);
    const derived = derive.pbkdf1({ ...shared, hash, salt: fromHex(salt), length: hash === "MD5" ? 16 : 20 });
    let asked = 0;
    const counting = {
      ...derive,
      pbkdf1: (parameters: Parameters<typeof derive.pbkdf1>[0]) => {
        asked += 1;
        const again = derive.pbkdf1(parameters);
        expect(again).toBe(derived);
        return again;
      },
    };
    const data = new Uint8Array(8);
    await decryptPbes1({ ...shared, hash, cipher, salt: fromHex(salt), data, derive: counting });
    expect(asked).toBe(1);
  });

  it("takes the initialization vector from where NSS has it, on request", async () => {
    const derive = createDerivations(testProvider);
    const salt = fromHex("0102030405060708");
    const derived = await derive.pbkdf1({ ...shared, hash: "SHA-1", salt, length: 20 });
    const plaintext = Uint8Array.from({ length: 13 }, (_, i) => i);
    const data = encryptCbc(createDes(derived.subarray(0, 8)), derived.subarray(12), addPadding(plaintext, 8));
    const parameters = {
      ...shared,
      hash: "SHA-1",
      cipher: { name: "DES-CBC", keyBytes: 8 },
      salt,
      data,
      derive,
    } as const;
    expect(await decryptPbes1({ ...parameters, ivFrom: 12 })).toEqual(plaintext);
    expect(await decryptPbes1(parameters)).not.toEqual(plaintext);
  });

  it("refuses a cipher whose key has another length, and stops with its signal", async () => {
    const parameters = { ...shared, hash: "SHA-1", salt: new Uint8Array(8), data: new Uint8Array(8) } as const;
    const cipher = { name: "RC2-CBC", keyBytes: 16, effectiveKeyBits: 128 } as const;
    await expect(decryptPbes1({ ...parameters, cipher })).rejects.toThrow(
      new RangeError('"key" expected 16 bytes, got 8'),
    );
    const reason = new Error("no longer wanted");
    const des = { name: "DES-CBC", keyBytes: 8 } as const;
    await expect(decryptPbes1({ ...parameters, cipher: des, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
