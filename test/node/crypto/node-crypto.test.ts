/** Node's OpenSSL as the second opinion on whatever it can compute, over inputs of many sizes. */
import { createCipheriv, createHash, createHmac, getHashes, pbkdf2Sync, scryptSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decryptCbc, encryptCbc } from "../../../src/crypto/cbc.js";
import type { HashName } from "../../../src/crypto/hash.js";
import { digest } from "../../../src/crypto/hash.js";
import { hmac } from "../../../src/crypto/hmac.js";
import { createTripleDes } from "../../../src/crypto/legacy/triple-des.js";
import { derivePbkdf2 } from "../../../src/crypto/pbkdf2.js";
import type { CryptoProvider } from "../../../src/crypto/provider.js";
import { deriveScrypt } from "../../../src/crypto/scrypt.js";
import { announce } from "../../setup/announce.js";
import { testProvider } from "../../setup/provider.js";
import { pseudoRandom } from "./pseudo-random.js";

const NODE_NAMES: Readonly<Record<HashName, string>> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-224": "sha224",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
  "SHA-512/224": "sha512-224",
  "SHA-512/256": "sha512-256",
  "SHA3-224": "sha3-224",
  "SHA3-256": "sha3-256",
  "SHA3-384": "sha3-384",
  "SHA3-512": "sha3-512",
  "RIPEMD-160": "ripemd160",
  SM3: "sm3",
};

const all = Object.entries(NODE_NAMES) as [HashName, string][];
const available = all.filter(([, name]) => getHashes().includes(name));
for (const [name] of all.filter((entry) => !available.includes(entry))) announce(`skipped: this Node has no ${name}`);

/** A WebCrypto without any function, so that everything is computed here. */
const nothing: CryptoProvider = { subtle: {} as SubtleCrypto };

describe.each(available)("%s", (name, nodeName) => {
  it("digests messages of 0 to 400 octets, and a long one", () => {
    for (const length of [...Array(400).keys(), 100_003]) {
      const message = pseudoRandom(length, length);
      expect(Buffer.from(digest(name, message))).toEqual(createHash(nodeName).update(message).digest());
    }
  });

  it("authenticates under keys of 0 to 300 octets", async () => {
    for (let length = 0; length <= 300; length += 7) {
      const key = pseudoRandom(length, 1);
      const data = pseudoRandom(1000 - length, 2);
      const expected = createHmac(nodeName, key).update(data).digest();
      expect(Buffer.from(await hmac(name, key, data, testProvider))).toEqual(expected);
    }
  });

  it.each([
    ["WebCrypto", testProvider],
    ["without WebCrypto", nothing],
  ])("derives with PBKDF2, %s", async (_, provider) => {
    for (const [passwordBytes, saltBytes, iterationCount, length] of [
      [0, 0, 1, 1],
      [7, 8, 2, 65],
      [200, 300, 100, 200],
      [64, 1, 2049, 33],
    ] as const) {
      const password = pseudoRandom(passwordBytes, 3);
      const salt = pseudoRandom(saltBytes, 4);
      const derived = await derivePbkdf2({ prf: name, password, salt, iterationCount, length, provider });
      expect(Buffer.from(derived)).toEqual(pbkdf2Sync(password, salt, iterationCount, length, nodeName));
    }
  });
});

describe("scrypt", () => {
  it.each([
    [2, 1, 1, 1],
    [64, 3, 5, 100],
    [256, 8, 1, 32],
    [16, 129, 2, 64],
  ])("derives with N %i, r %i, p %i", async (costParameter, blockSize, parallelizationParameter, length) => {
    const password = pseudoRandom(20, 5);
    const salt = pseudoRandom(9, 6);
    const cost = { costParameter, blockSize, parallelizationParameter };
    const expected = scryptSync(password, salt, length, {
      N: costParameter,
      r: blockSize,
      p: parallelizationParameter,
    });
    expect(Buffer.from(await deriveScrypt({ ...cost, password, salt, length }))).toEqual(expected);
  });
});

describe("block ciphers in CBC mode", () => {
  function encryptWithNode(algorithm: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
    const cipher = createCipheriv(algorithm, key, iv).setAutoPadding(false);
    return new Uint8Array(Buffer.concat([cipher.update(data), cipher.final()]));
  }

  it.each([
    ["des-ede-cbc", 16],
    ["des-ede3-cbc", 24],
  ])("%s, both directions", (algorithm, keyBytes) => {
    for (let round = 0; round < 50; round++) {
      const key = pseudoRandom(keyBytes, round);
      const iv = pseudoRandom(8, round + 1);
      const data = pseudoRandom(8 * round, round + 2);
      const ciphertext = encryptWithNode(algorithm, key, iv, data);
      expect(encryptCbc(createTripleDes(key), iv, data)).toEqual(ciphertext);
      expect(decryptCbc(createTripleDes(key), iv, ciphertext)).toEqual(data);
    }
  });
});
