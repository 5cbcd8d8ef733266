/** The openssl command as the second opinion on what Node's own crypto does not offer: App. B, RC2, RC4, DES. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cipher } from "../../../src/crypto/cipher.js";
import { decrypt, ivBytes } from "../../../src/crypto/cipher.js";
import type { HashName } from "../../../src/crypto/hash.js";
import { derivePkcs12Key } from "../../../src/crypto/pkcs12-kdf.js";
import { announce } from "../../setup/announce.js";
import { testProvider } from "../../setup/provider.js";
import type { Openssl } from "../x509/openssl.js";
import { createOpenssl, opensslVersion } from "../x509/openssl.js";
import { pseudoRandom } from "./pseudo-random.js";

const version = opensslVersion();
// LibreSSL and OpenSSL 1 have neither `kdf` nor providers.
const usable = version?.startsWith("OpenSSL 3") === true;
if (!usable && process.env["CI"] === "true") throw new Error(`CI=true and openssl is no OpenSSL 3: ${version}`);
if (!usable) announce(`skipped: openssl is no OpenSSL 3: ${version}`);

const DIGESTS: readonly (readonly [HashName, string])[] = [
  ["MD5", "MD5"],
  ["SHA-1", "SHA1"],
  ["SHA-224", "SHA224"],
  ["SHA-256", "SHA256"],
  ["SHA-384", "SHA384"],
  ["SHA-512", "SHA512"],
  ["SHA-512/224", "SHA512-224"],
  ["SHA-512/256", "SHA512-256"],
  ["SHA3-224", "SHA3-224"],
  ["SHA3-256", "SHA3-256"],
  ["SHA3-384", "SHA3-384"],
  ["SHA3-512", "SHA3-512"],
  ["RIPEMD-160", "RIPEMD160"],
  ["SM3", "SM3"],
];

/** Octets of password and salt, iterations, octets wanted. */
const SIZES: readonly (readonly [number, number, number, number])[] = [
  [2, 8, 1, 1],
  [0, 8, 1, 200],
  [22, 20, 1000, 24],
  [130, 200, 3, 300],
];

const CIPHERS: readonly (readonly [string, Cipher])[] = [
  ["aes-192-cbc", { name: "AES-CBC", keyBytes: 24 }],
  ["des-ede3-cbc", { name: "DES-EDE3-CBC", keyBytes: 24 }],
  ["des-cbc", { name: "DES-CBC", keyBytes: 8 }],
  ["rc2-cbc", { name: "RC2-CBC", keyBytes: 16, effectiveKeyBits: 128 }],
  ["rc2-64-cbc", { name: "RC2-CBC", keyBytes: 8, effectiveKeyBits: 64 }],
  ["rc2-40-cbc", { name: "RC2-CBC", keyBytes: 5, effectiveKeyBits: 40 }],
  ["rc4", { name: "RC4", keyBytes: 16 }],
  ["rc4-40", { name: "RC4", keyBytes: 5 }],
];

const hex = (octets: Uint8Array): string => Buffer.from(octets).toString("hex");

describe.runIf(usable)("openssl", () => {
  let openssl: Openssl;
  beforeAll(() => {
    openssl = createOpenssl();
  });
  afterAll(() => {
    openssl.remove();
  });

  it.each(DIGESTS)("derives keys as App. B says with %s", async (hash, digest) => {
    for (const id of [1, 2, 3] as const) {
      for (const [passwordBytes, saltBytes, iterationCount, length] of SIZES) {
        const password = pseudoRandom(passwordBytes, id);
        const salt = pseudoRandom(saltBytes, id + 3);
        const options = [`hexpass:${hex(password)}`, `hexsalt:${hex(salt)}`, `iter:${iterationCount}`, `id:${id}`];
        const kdfopts = [...options, `digest:${digest}`].flatMap((option) => ["-kdfopt", option]);
        const printed = openssl.run("kdf", "-keylen", String(length), ...kdfopts, "PKCS12KDF");
        const derived = await derivePkcs12Key({ hash, id, password, salt, iterationCount, length });
        expect(hex(derived)).toBe(printed.replace(/[:\s]/g, "").toLowerCase());
      }
    }
  });

  it.each(CIPHERS)("encrypts with %s what is decrypted here", async (name, cipher) => {
    for (const bytes of [1, 7, 8, 16, 1000]) {
      openssl.run("rand", "-out", "plaintext", String(bytes));
      const key = pseudoRandom(cipher.keyBytes, bytes);
      const iv = pseudoRandom(ivBytes(cipher), bytes + 1);
      const ivOption = iv.length === 0 ? [] : ["-iv", hex(iv)];
      const files = ["-in", "plaintext", "-out", "ciphertext", "-provider", "default", "-provider", "legacy"];
      openssl.run("enc", `-${name}`, "-K", hex(key), ...ivOption, ...files);
      const data = openssl.read("ciphertext");
      expect(await decrypt(cipher, { key, iv, data, provider: testProvider })).toEqual(openssl.read("plaintext"));
    }
  });
});
