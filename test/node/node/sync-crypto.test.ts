import { describe, expect, it } from "vitest";
import { decrypt } from "../../../src/crypto/cipher.js";
import { hmac } from "../../../src/crypto/hmac.js";
import { derivePbkdf2 } from "../../../src/crypto/pbkdf2.js";
import { defaultProvider } from "../../../src/crypto/provider.js";
import { SYNC_PROVIDER } from "../../../src/node/sync-crypto.js";
import { parsePkcs12 } from "../../../src/pkcs12/parse.js";
import { ownVector } from "../../setup/own-vectors.js";

const utf8 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text));
const large = new Uint8Array(40_000).map((_, i) => i);

describe("the WebCrypto of worker threads", () => {
  it.each(["SHA-1", "SHA-256", "SHA-384", "SHA-512"] as const)(
    "derives and authenticates with %s as Node's",
    async (hash) => {
      const parameters = { prf: hash, password: utf8("password"), salt: utf8("salt"), iterationCount: 3, length: 40 };
      const [ours, nodes] = await Promise.all(
        [SYNC_PROVIDER, defaultProvider()].map((provider) => derivePbkdf2({ ...parameters, provider })),
      );
      expect(ours).toEqual(nodes);
      expect(await hmac(hash, utf8("key"), large, SYNC_PROVIDER)).toEqual(
        await hmac(hash, utf8("key"), large, defaultProvider()),
      );
    },
  );

  it.each([16, 24, 32] as const)(
    "decrypts AES with a key of %i bytes, and says where the padding does not fit",
    async (keyBytes) => {
      const { subtle } = globalThis.crypto;
      const [key, iv] = [new Uint8Array(keyBytes).fill(7), new Uint8Array(16).fill(9)];
      const imported = await subtle.importKey("raw", key, "AES-CBC", false, ["encrypt"]);
      const data = new Uint8Array(await subtle.encrypt({ name: "AES-CBC", iv }, imported, utf8("plain")));
      const open = (ciphertext: Uint8Array): Promise<Uint8Array | undefined> =>
        decrypt({ name: "AES-CBC", keyBytes }, { key, iv, data: ciphertext, provider: SYNC_PROVIDER });
      expect(await open(data)).toEqual(utf8("plain"));
      expect(await open(data.map((octet) => octet ^ 1))).toBeUndefined();
    },
  );

  it.each(["openssl-default", "openssl-legacy", "keytool-default"])("opens %s", async (id) => {
    const { bytes, entry } = ownVector(id);
    const options = { password: entry.password, tolerant: false };
    expect(await parsePkcs12(bytes, { ...options, provider: SYNC_PROVIDER })).toEqual(
      await parsePkcs12(bytes, options),
    );
  });

  it("refuses what it does not know, as a promise", async () => {
    const key = await SYNC_PROVIDER.subtle.importKey("raw", new Uint8Array(8), "PBKDF2", false, ["deriveBits"]);
    const algorithm = { name: "PBKDF2", hash: "MD5", salt: new Uint8Array(8), iterations: 1 };
    await expect(SYNC_PROVIDER.subtle.deriveBits(algorithm, key, 128)).rejects.toThrow("MD5");
  });
});
