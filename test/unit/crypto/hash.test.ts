import { describe, expect, it } from "vitest";
import type { HashName } from "../../../src/crypto/hash.js";
import { digest, hashFunction, hashParameters } from "../../../src/crypto/hash.js";
import { HASH_FIGURES, LONG_MESSAGE } from "./hash-figures.js";
import { toHex, utf8 } from "./octets.js";

const cases = Object.entries(HASH_FIGURES) as [HashName, (typeof HASH_FIGURES)[HashName]][];

describe.each(cases)("%s", (name, figures) => {
  it("has the sizes of its standard", () => {
    expect(hashParameters(name)).toEqual({ outputBytes: figures.outputBytes, blockBytes: figures.blockBytes });
  });

  it("gives the standard's digests", () => {
    expect(toHex(digest(name, utf8("")))).toBe(figures.empty);
    expect(toHex(digest(name, utf8("abc")))).toBe(figures.abc);
    expect(toHex(digest(name, utf8(LONG_MESSAGE)))).toBe(figures.long);
  });

  it("iterates over its own output", () => {
    const value = digest(name, utf8("abc"));
    hashFunction(name).iterate(value, 0);
    expect(toHex(value)).toBe(figures.abc);
    hashFunction(name).iterate(value, 999);
    expect(toHex(value)).toBe(figures.chain);
  });

  it("gives one digest however a message is cut into a beginning of whole blocks and a rest", () => {
    const { blockBytes, outputBytes, after } = hashFunction(name);
    // Around one block every length of padding occurs: one more block of it or none.
    for (let length = 2 * blockBytes; length <= 4 * blockBytes; length++) {
      const message = Uint8Array.from({ length }, (_, i) => i * 7 + length);
      const out = new Uint8Array(outputBytes);
      after(message.subarray(0, 2 * blockBytes))(message.subarray(2 * blockBytes), out);
      expect(toHex(out)).toBe(toHex(digest(name, message)));
    }
  });

  it("keeps its digesters apart and lets them be used again", () => {
    const hash = hashFunction(name);
    const first = hash.after(new Uint8Array(0));
    const second = hash.after(new Uint8Array(0));
    const out = new Uint8Array(hash.outputBytes);
    first(utf8(LONG_MESSAGE), out);
    second(utf8("abc"), out);
    first(utf8("abc"), out);
    expect(toHex(out)).toBe(figures.abc);
    // The message may be the place of the digest.
    const inPlace = digest(name, utf8("abc"));
    first(inPlace, inPlace);
    const iterated = digest(name, utf8("abc"));
    hash.iterate(iterated, 1);
    expect(toHex(inPlace)).toBe(toHex(iterated));
  });
});

describe("digest", () => {
  it("hashes what the second example of GB/T 32905-2016 (A.2) does", () => {
    expect(toHex(digest("SM3", utf8("abcd".repeat(16))))).toBe(
      "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
    );
  });

  it("hashes a million octets (the long examples of FIPS 180-4)", () => {
    const million = new Uint8Array(1_000_000).fill(0x61);
    expect(toHex(digest("SHA-1", million))).toBe("34aa973cd4c4daa4f61eeb2bdbad27316534016f");
    expect(toHex(digest("SHA-256", million))).toBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    expect(toHex(digest("SHA-512", million))).toBe(
      "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb" +
        "de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b",
    );
  });

  it("leaves its input alone", () => {
    const message = utf8(LONG_MESSAGE);
    const before = message.slice();
    for (const [name] of cases) digest(name, message);
    expect(message).toEqual(before);
  });
});
