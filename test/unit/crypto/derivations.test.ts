import { describe, expect, it } from "vitest";
import { createDerivations } from "../../../src/crypto/derivations.js";
import { testProvider } from "../../setup/provider.js";
import { recordProvider } from "../../setup/recording-provider.js";
import { bmp, fromHex, toHex, utf8 } from "./octets.js";

const pkcs12 = {
  hash: "SHA-1",
  id: 1,
  password: bmp("smeg"),
  salt: fromHex("0a58cf64530d823f"),
  iterationCount: 1,
  length: 24,
} as const;
const pbkdf1 = {
  hash: "SHA-1",
  password: utf8("password"),
  salt: fromHex("78578e5a5d63cb06"),
  iterationCount: 1000,
  length: 16,
} as const;
const pbkdf2 = { prf: "SHA-1", password: utf8("password"), salt: utf8("salt"), iterationCount: 1, length: 20 } as const;
const scrypt = {
  password: utf8(""),
  salt: utf8(""),
  costParameter: 16,
  blockSize: 1,
  parallelizationParameter: 1,
  length: 64,
};

describe("createDerivations", () => {
  it("derives by all four functions", async () => {
    const derive = createDerivations(testProvider);
    expect(toHex(await derive.pkcs12(pkcs12))).toBe("8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3");
    expect(toHex(await derive.pbkdf1(pbkdf1))).toBe("dc19847e05c64d2faf10ebfb4a3d2a20");
    expect(toHex(await derive.pbkdf2(pbkdf2))).toBe("0c60c80f961f0e71f3a9b524af6012062fe037a6");
    expect(toHex(await derive.scrypt(scrypt))?.slice(0, 32)).toBe("77d6576238657b203b19ca42c18a0497");
  });

  it("does nothing twice, also when asked with other arrays of the same content", () => {
    const derive = createDerivations(testProvider);
    expect(derive.pkcs12({ ...pkcs12, salt: pkcs12.salt.slice() })).toBe(derive.pkcs12(pkcs12));
    expect(derive.pbkdf1({ ...pbkdf1, password: pbkdf1.password.slice() })).toBe(derive.pbkdf1(pbkdf1));
    expect(derive.pbkdf2({ ...pbkdf2, salt: pbkdf2.salt.slice() })).toBe(derive.pbkdf2(pbkdf2));
    expect(derive.scrypt({ ...scrypt })).toBe(derive.scrypt(scrypt));
  });

  it("tells apart whatever differs", () => {
    const derive = createDerivations(testProvider);
    const all = [
      derive.pkcs12(pkcs12),
      derive.pkcs12({ ...pkcs12, hash: "SHA-256" }),
      derive.pkcs12({ ...pkcs12, id: 2 }),
      derive.pkcs12({ ...pkcs12, password: bmp("queeg") }),
      derive.pkcs12({ ...pkcs12, salt: utf8("salt") }),
      derive.pkcs12({ ...pkcs12, iterationCount: 2 }),
      derive.pkcs12({ ...pkcs12, length: 23 }),
      // The same octets, cut elsewhere.
      derive.pbkdf2({ ...pbkdf2, password: utf8("passwords"), salt: utf8("alt") }),
      derive.pbkdf2(pbkdf2),
      derive.pbkdf1({ ...pbkdf1, salt: utf8("salt"), iterationCount: 1 }),
      derive.pbkdf1({ ...pbkdf1, hash: "MD5" }),
      derive.scrypt(scrypt),
      derive.scrypt({ ...scrypt, blockSize: 2 }),
      derive.scrypt({ ...scrypt, parallelizationParameter: 2 }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it("shares nothing between two stores", () => {
    expect(createDerivations(testProvider).pkcs12(pkcs12)).not.toBe(createDerivations(testProvider).pkcs12(pkcs12));
  });

  it("does long work on this thread in the order asked for", async () => {
    const derive = createDerivations(testProvider);
    const done: string[] = [];
    await Promise.all([
      derive.pkcs12({ ...pkcs12, iterationCount: 300_000, length: 20 }).then(() => done.push("long")),
      derive.pkcs12({ ...pkcs12, iterationCount: 1 }).then(() => done.push("short")),
    ]);
    expect(done).toEqual(["long", "short"]);
  });

  it("hands over to WebCrypto what was asked for in the same breath before it keeps this thread busy", async () => {
    const done: string[] = [];
    const { subtle } = recordProvider(({ method }) => {
      if (method === "deriveBits") done.push("handed over");
      return undefined;
    });
    const derive = createDerivations({ subtle });
    const onThread = derive.pkcs12({ ...pkcs12, iterationCount: 2000 }).then(() => done.push("this thread"));
    await Promise.all([onThread, derive.pbkdf2(pbkdf2), derive.pbkdf2({ ...pbkdf2, iterationCount: 2 })]);
    expect(done).toEqual(["handed over", "handed over", "this thread"]);
  });

  it("is not held up by WebCrypto's refusal", async () => {
    const { subtle } = recordProvider(() => Promise.reject(new Error("not here")));
    const derive = createDerivations({ subtle });
    const results = await Promise.all([derive.pbkdf2(pbkdf2), derive.pkcs12(pkcs12)]);
    expect(results.map(({ length }) => length)).toEqual([20, 24]);
  });

  it("goes on after a failure, and lets nobody be surprised by one that is not waited for", async () => {
    const derive = createDerivations(testProvider);
    void derive.pkcs12({ ...pkcs12, iterationCount: 0 });
    await expect(derive.pkcs12({ ...pkcs12, iterationCount: 0 })).rejects.toThrow(RangeError);
    expect(toHex(await derive.pkcs12(pkcs12))).toBe("8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3");
  });

  it("stops everything with its signal", async () => {
    const reason = new Error("no longer wanted");
    const controller = new AbortController();
    const derive = createDerivations(testProvider, controller.signal);
    const long = { iterationCount: 1e9 };
    const all = [
      derive.pkcs12({ ...pkcs12, ...long }),
      derive.pbkdf1({ ...pbkdf1, ...long }),
      derive.pbkdf2({ ...pbkdf2, prf: "SHA-224", ...long }),
      derive.scrypt({ ...scrypt, costParameter: 2 ** 16, parallelizationParameter: 1000 }),
    ];
    setTimeout(() => controller.abort(reason), 100);
    const outcomes = await Promise.allSettled(all);
    expect(outcomes).toEqual(all.map(() => ({ status: "rejected", reason })));
  });
});
