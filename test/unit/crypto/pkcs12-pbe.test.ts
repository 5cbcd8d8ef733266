import { describe, expect, it } from "vitest";
import { createDerivations } from "../../../src/crypto/derivations.js";
import { decryptPkcs12Pbe, encryptPkcs12Pbe } from "../../../src/crypto/pkcs12-pbe.js";
import { testProvider } from "../../setup/provider.js";
import { bmp, fromHex, toHex } from "./octets.js";
import { ITERATION_COUNT, PASSWORD, PKCS12_PBE_CASES, PRIVATE_KEY } from "./openssl-pkcs8.js";

const shared = { iterationCount: ITERATION_COUNT, password: bmp(PASSWORD), provider: testProvider };

describe("decryptPkcs12Pbe", () => {
  it.each(PKCS12_PBE_CASES)("reads what OpenSSL wrote: $option", async ({ cipher, salt, ciphertext }) => {
    const parameters = { ...shared, cipher, salt: fromHex(salt), data: fromHex(ciphertext) };
    expect(toHex(await decryptPkcs12Pbe(parameters))).toBe(PRIVATE_KEY);
    const wrong = await decryptPkcs12Pbe({ ...parameters, password: bmp("Secret") });
    // A stream cipher gives something for every password.
    if (cipher.name === "RC4") expect(toHex(wrong)).not.toBe(PRIVATE_KEY);
    else expect(wrong).toBeUndefined();
  });

  it("derives a key and, but for RC4, an initialization vector", async () => {
    for (const { cipher, salt, ciphertext } of PKCS12_PBE_CASES) {
      const derive = createDerivations(testProvider);
      const asked: string[] = [];
      const watching = {
        ...derive,
        pkcs12: (parameters: Parameters<typeof derive.pkcs12>[0]) => {
          asked.push(`${parameters.hash} ${parameters.id} ${parameters.length}`);
          return derive.pkcs12(parameters);
        },
      };
      await decryptPkcs12Pbe({ ...shared, cipher, salt: fromHex(salt), data: fromHex(ciphertext), derive: watching });
      const key = `SHA-1 1 ${cipher.keyBytes}`;
      expect(asked).toEqual(cipher.name === "RC4" ? [key] : [key, "SHA-1 2 8"]);
    }
  });

  it("refuses no iterations, and stops with its signal", async () => {
    const cipher = { name: "DES-EDE3-CBC", keyBytes: 24 } as const;
    const parameters = { ...shared, cipher, salt: new Uint8Array(8), data: new Uint8Array(8) };
    await expect(decryptPkcs12Pbe({ ...parameters, iterationCount: 0 })).rejects.toThrow('"iterationCount" expected');
    const reason = new Error("no longer wanted");
    await expect(decryptPkcs12Pbe({ ...parameters, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe("encryptPkcs12Pbe", () => {
  const written = PKCS12_PBE_CASES.flatMap(({ cipher, ...rest }) =>
    cipher.name === "DES-EDE3-CBC" ? [{ cipher, ...rest }] : [],
  );

  it("has cases of both key lengths", () => {
    expect(written.map(({ cipher }) => cipher.keyBytes).sort()).toEqual([16, 24]);
  });

  it.each(written)("writes what OpenSSL wrote: $option", async ({ cipher, salt, ciphertext }) => {
    const parameters = { ...shared, cipher, salt: fromHex(salt) };
    const data = fromHex(PRIVATE_KEY);
    const derive = createDerivations(testProvider);
    expect(toHex(await encryptPkcs12Pbe({ ...parameters, data, derive }))).toBe(ciphertext);
    expect(toHex(await encryptPkcs12Pbe({ ...parameters, data: Promise.resolve(data), derive }))).toBe(ciphertext);
    const stopped = createDerivations(testProvider, AbortSignal.abort(new Error("enough")));
    await expect(encryptPkcs12Pbe({ ...parameters, data, derive: stopped })).rejects.toThrow("enough");
  });
});
