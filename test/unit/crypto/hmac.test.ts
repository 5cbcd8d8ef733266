import { describe, expect, it } from "vitest";
import type { HashName } from "../../../src/crypto/hash.js";
import { hashParameters } from "../../../src/crypto/hash.js";
import { hmac, hmacDigester, isWebCryptoHash } from "../../../src/crypto/hmac.js";
import { testProvider } from "../../setup/provider.js";
import { recordProvider } from "../../setup/recording-provider.js";
import { HASH_FIGURES } from "./hash-figures.js";
import { fromHex, toHex, utf8 } from "./octets.js";

/** Key "Jefe" and "what do ya want for nothing?": RFC 2202 2, RFC 4231 4.3; those of other hash functions from OpenSSL. */
const SHORT_KEY: Readonly<Record<HashName, string>> = {
  MD5: "750c783e6ab0b503eaa86e310a5db738",
  "SHA-1": "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
  "SHA-224": "a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44",
  "SHA-256": "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  "SHA-384": "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
  "SHA-512":
    "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554" +
    "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
  "SHA-512/224": "4a530b31a79ebcce36916546317c45f247d83241dfb818fd37254bde",
  "SHA-512/256": "6df7b24630d5ccb2ee335407081a87188c221489768fa2020513b2d593359456",
  "SHA3-224": "7fdb8dd88bd2f60d1b798634ad386811c2cfc85bfaf5d52bbace5e66",
  "SHA3-256": "c7d4072e788877ae3596bbb0da73b887c9171f93095b294ae857fbe2645e1ba5",
  "SHA3-384": "f1101f8cbf9766fd6764d2ed61903f21ca9b18f57cf3e1a23ca13508a93243ce48c045dc007f26a21b3f5e0e9df4c20a",
  "SHA3-512":
    "5a4bfeab6166427c7a3647b747292b8384537cdb89afb3bf5665e4c5e709350b" +
    "287baec921fd7ca0ee7a0c31d022a95e1fc92ba9d77df883960275beb4e62024",
  "RIPEMD-160": "dda6c0213a485a9e24f4742064a7f033b43c4069",
  SM3: "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882",
};

/** No key at all and "abc", from OpenSSL: the three WebCrypto hash functions with a fallback, and one without. */
const EMPTY_KEY: readonly [HashName, string][] = [
  ["SHA-1", "9b4a918f398d74d3e367970aba3cbe54e4d2b5d9"],
  ["SHA-256", "fd7adb152c05ef80dccf50a1fa4c05d5a3ec6da95575fc312ae7c5d091836351"],
  ["SHA-512/256", "784cac6aafefd5517029bae0cd223d58111dc37f390d982fae2a0548b5aa67ea"],
  ["SM3", "36525058ca466791502435c910517f1a7e86613d5f35ac1f18a94def0eaac81f"],
];

/** 200 octets aa and the text of RFC 4231 4.7, longer than every block; from OpenSSL. */
const LONG_KEY: readonly [HashName, string][] = [
  ["MD5", "8df98dca2397c5c8399d42a5bcc6e477"],
  ["SHA-1", "f91271dc2fd036f54d74d134ff739fefb59aac86"],
  ["SHA-224", "0277b8037023d846ee7872438a7ebf7c5e29da67713594f5004a2280"],
  ["SHA-512/224", "01c34e40d6739bb74f3bc75e6626cafcf7772c4ab97221ce5c63ec30"],
  ["SHA3-224", "5e73d57bd011f0f92fef3c3b92ea4bcb4821c6d83c37db34f29e0760"],
  ["RIPEMD-160", "51d63ec6e8c0f13665c7846e7471bd39d056a78c"],
  ["SM3", "7fe81376928b28f18a41cc533a8d654ef78345ecd7b3807c0913545b77abe6e3"],
];

const LONG_KEY_TEXT = utf8("Test Using Larger Than Block-Size Key - Hash Key First");
const names = Object.keys(HASH_FIGURES) as HashName[];

describe("hmac", () => {
  it.each(names)("authenticates with %s", async (name) => {
    const mac = await hmac(name, utf8("Jefe"), utf8("what do ya want for nothing?"), testProvider);
    expect(toHex(mac)).toBe(SHORT_KEY[name]);
  });

  it.each(EMPTY_KEY)("takes an empty key with %s", async (name, figure) => {
    expect(toHex(await hmac(name, new Uint8Array(0), utf8("abc"), testProvider))).toBe(figure);
  });

  it.each(LONG_KEY)("hashes a key longer than the block with %s", async (name, figure) => {
    expect(toHex(await hmac(name, new Uint8Array(200).fill(0xaa), LONG_KEY_TEXT, testProvider))).toBe(figure);
  });

  it("authenticates no data (32 octets 0b as key, from OpenSSL)", async () => {
    const mac = await hmac("SHA-256", new Uint8Array(32).fill(0x0b), new Uint8Array(0), testProvider);
    expect(toHex(mac)).toBe("5177e637aaac0b50e5dca8bb05b0b571444bd59b9b0d834d50681af21fc14b1e");
  });

  it("takes views on larger buffers as they are", async () => {
    const buffer = fromHex("ff4a656665ff");
    expect(toHex(await hmac("SHA-1", buffer.subarray(1, 5), utf8("what do ya want for nothing?"), testProvider))).toBe(
      SHORT_KEY["SHA-1"],
    );
  });
});

describe("hmac of much data", () => {
  it("is WebCrypto's work, and the same", async () => {
    const data = new Uint8Array(40_000).map((_, i) => i * 7);
    const { subtle, calls } = recordProvider();
    for (const name of ["SHA-1", "SHA-256", "SHA-512"] as const) {
      const out = new Uint8Array(hashParameters(name).outputBytes);
      hmacDigester(name, utf8("Jefe"))(data, out);
      expect(await hmac(name, utf8("Jefe"), data, { subtle })).toEqual(out);
    }
    expect(calls.filter(({ method }) => method === "sign")).toHaveLength(3);
  });
});

describe("hmacDigester", () => {
  it.each(names)("gives the same as WebCrypto or OpenSSL with %s, over and over", (name) => {
    const digester = hmacDigester(name, utf8("Jefe"));
    const out = new Uint8Array(HASH_FIGURES[name].outputBytes);
    digester(LONG_KEY_TEXT, out);
    digester(utf8("what do ya want for nothing?"), out);
    expect(toHex(out)).toBe(SHORT_KEY[name]);
  });
});

describe("isWebCryptoHash", () => {
  it("knows the four that every WebCrypto has", () => {
    expect(names.filter(isWebCryptoHash)).toEqual(["SHA-1", "SHA-256", "SHA-384", "SHA-512"]);
  });
});
