import { describe, expect, it } from "vitest";
import { createDerivations } from "../../../src/crypto/derivations.js";
import type { EncryptionCipher } from "../../../src/crypto/encrypt.js";
import type { Pbkdf2Func } from "../../../src/crypto/pbes2.js";
import { decryptPbes2, encryptPbes2 } from "../../../src/crypto/pbes2.js";
import { MalformedError } from "../../../src/errors.js";
import { testProvider } from "../../setup/provider.js";
import { fromHex, toHex, utf8 } from "./octets.js";
import { PBES2_CASES, PRIVATE_KEY } from "./openssl-pkcs8.js";

type Pbes2Case = (typeof PBES2_CASES)[number];

function parametersOf({ keyDerivationFunc, cipher, iv, ciphertext, password }: Pbes2Case) {
  return {
    keyDerivationFunc,
    encryptionScheme: { cipher, iv: fromHex(iv) },
    password: utf8(password),
    data: fromHex(ciphertext),
    provider: testProvider,
  };
}

const first = parametersOf(PBES2_CASES[0] as Pbes2Case);

describe("decryptPbes2", () => {
  it.each(PBES2_CASES)("reads what OpenSSL wrote: $option", async (pbes2Case) => {
    const parameters = parametersOf(pbes2Case);
    expect(toHex(await decryptPbes2(parameters))).toBe(PRIVATE_KEY);
    expect(await decryptPbes2({ ...parameters, password: utf8("Secret") })).toBeUndefined();
  });

  it("derives nothing that is derived already", async () => {
    const derive = createDerivations(testProvider);
    await decryptPbes2({ ...first, derive });
    const { prf, salt, iterationCount } = first.keyDerivationFunc as {
      prf: "SHA-1";
      salt: Uint8Array;
      iterationCount: number;
    };
    const known = derive.pbkdf2({ prf, salt, iterationCount, password: first.password, length: 16 });
    const stopped = createDerivations(testProvider, AbortSignal.abort(new Error("derived again")));
    const watching = {
      ...stopped,
      pbkdf2: (parameters: Parameters<typeof derive.pbkdf2>[0]) => derive.pbkdf2(parameters),
    };
    expect(toHex(await decryptPbes2({ ...first, derive: watching }))).toBe(PRIVATE_KEY);
    expect(derive.pbkdf2({ prf, salt, iterationCount, password: first.password, length: 16 })).toBe(known);
  });

  it("refuses a key length that is not the cipher's, at the place given", async () => {
    const keyDerivationFunc = { ...first.keyDerivationFunc, keyBytes: 32 };
    const decrypted = decryptPbes2({ ...first, keyDerivationFunc, at: "authSafe[0]" });
    await expect(decrypted).rejects.toThrow(MalformedError);
    await expect(decrypted).rejects.toMatchObject({ code: "ERR_CRYPTO_PARAMETERS", at: "authSafe[0]" });
    await expect(decryptPbes2({ ...first, keyDerivationFunc })).rejects.toMatchObject({ at: "encryptionAlgorithm" });
    const stated = { ...first.keyDerivationFunc, keyBytes: 16 };
    expect(toHex(await decryptPbes2({ ...first, keyDerivationFunc: stated }))).toBe(PRIVATE_KEY);
  });

  it("refuses an initialization vector of a wrong length, and stops with its signal", async () => {
    const encryptionScheme = { ...first.encryptionScheme, iv: new Uint8Array(8) };
    await expect(decryptPbes2({ ...first, encryptionScheme })).rejects.toThrow(
      new RangeError('"iv" expected 16 bytes, got 8'),
    );
    const reason = new Error("no longer wanted");
    await expect(decryptPbes2({ ...first, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe("encryptPbes2", () => {
  const written = PBES2_CASES.flatMap((pbes2Case) => {
    const { keyDerivationFunc, cipher } = pbes2Case;
    if (keyDerivationFunc.kind !== "pbkdf2") return [];
    if (cipher.name !== "DES-EDE3-CBC" && (cipher.name !== "AES-CBC" || cipher.keyBytes === 24)) return [];
    return [{ ...pbes2Case, keyDerivationFunc: keyDerivationFunc as Pbkdf2Func, cipher: cipher as EncryptionCipher }];
  });

  it("has cases", () => {
    expect(written.map(({ cipher }) => `${cipher.name} ${cipher.keyBytes}`)).toContain("AES-CBC 32");
  });

  it.each(written)("writes what OpenSSL wrote: $option", async ({ keyDerivationFunc, cipher, iv, ...rest }) => {
    const parameters = {
      keyDerivationFunc,
      encryptionScheme: { cipher, iv: fromHex(iv) },
      password: utf8(rest.password),
      provider: testProvider,
    };
    const data = fromHex(PRIVATE_KEY);
    const derive = createDerivations(testProvider);
    expect(toHex(await encryptPbes2({ ...parameters, data, derive }))).toBe(rest.ciphertext);
    expect(toHex(await encryptPbes2({ ...parameters, data: Promise.resolve(data), derive }))).toBe(rest.ciphertext);
    const stopped = createDerivations(testProvider, AbortSignal.abort(new Error("enough")));
    await expect(encryptPbes2({ ...parameters, data, derive: stopped })).rejects.toThrow("enough");
  });
});
