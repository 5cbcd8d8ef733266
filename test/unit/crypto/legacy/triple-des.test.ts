import { describe, expect, it } from "vitest";
import { createDes, createTripleDes } from "../../../../src/crypto/legacy/triple-des.js";
import { fromHex, toHex, utf8 } from "../octets.js";

/** Key, plaintext, ciphertext. */
type Vector = readonly [string, string, string];

/** NIST SP 800-17 Appendix A: the substitution table's 19 cases, which use every entry of every S-box. */
const SUBSTITUTION: readonly Vector[] = [
  ["7ca110454a1a6e57", "01a1d6d039776742", "690f5b0d9a26939b"],
  ["0131d9619dc1376e", "5cd54ca83def57da", "7a389d10354bd271"],
  ["07a1133e4a0b2686", "0248d43806f67172", "868ebb51cab4599a"],
  ["3849674c2602319e", "51454b582ddf440a", "7178876e01f19b2a"],
  ["04b915ba43feb5b6", "42fd443059577fa2", "af37fb421f8c4095"],
  ["0113b970fd34f2ce", "059b5e0851cf143a", "86a560f10ec6d85b"],
  ["0170f175468fb5e6", "0756d8e0774761d2", "0cd3da020021dc09"],
  ["43297fad38e373fe", "762514b829bf486a", "ea676b2cb7db2b7a"],
  ["07a7137045da2a16", "3bdd119049372802", "dfd64a815caf1a0f"],
  ["04689104c2fd3b2f", "26955f6835af609a", "5c513c9c4886c088"],
  ["37d06bb516cb7546", "164d5e404f275232", "0a2aeeae3ff4ab77"],
  ["1f08260d1ac2465e", "6b056e18759f5cca", "ef1bf03e5dfa575a"],
  ["584023641aba6176", "004bd6ef09176062", "88bf0db6d70dee56"],
  ["025816164629b007", "480d39006ee762f2", "a1f9915541020b56"],
  ["49793ebc79b3258f", "437540c8698f3cfa", "6fbf1cafcffd0556"],
  ["4fb05e1515ab73a7", "072d43a077075292", "2f22e49bab7ca1ac"],
  ["49e95d6d4ca229bf", "02fe55778117f12a", "5a6b612cc26cce4a"],
  ["018310dc409b26d6", "1d9d5c5018f728c2", "5f4c038ed12b2e41"],
  ["1c587f1c13924fef", "305532286d6f295a", "63fac0d034d9f793"],
];

/** NIST SP 800-17 Appendix A: the first and last case of the other tables (variable plaintext, key; permutation). */
const OTHER_TABLES: readonly Vector[] = [
  ["0101010101010101", "8000000000000000", "95f8a5e5dd31d900"],
  ["0101010101010101", "0000000000000001", "166b40b44aba4bd6"],
  ["8001010101010101", "0000000000000000", "95a8d72813daa94d"],
  ["0101010101010102", "0000000000000000", "869efd7f9f265a09"],
  ["1046913489980131", "0000000000000000", "88d55e54f54c97b4"],
];

const vectors = [...SUBSTITUTION, ...OTHER_TABLES];

function encrypt(cipher: ReturnType<typeof createDes>, hex: string): string | undefined {
  const block = fromHex(hex);
  cipher.encryptBlock(block, 0, block, 0);
  return toHex(block);
}

function decrypt(cipher: ReturnType<typeof createDes>, hex: string): string | undefined {
  const block = fromHex(hex);
  cipher.decryptBlock(block, 0, block, 0);
  return toHex(block);
}

describe("createDes", () => {
  it.each(vectors)("key %s, plaintext %s", (key, plaintext, ciphertext) => {
    const des = createDes(fromHex(key));
    expect(encrypt(des, plaintext)).toBe(ciphertext);
    expect(decrypt(des, ciphertext)).toBe(plaintext);
  });

  it("ignores the parity bits", () => {
    expect(encrypt(createDes(fromHex("0000000000000000")), "8000000000000000")).toBe("95f8a5e5dd31d900");
  });

  it("refuses other key lengths", () => {
    expect(() => createDes(new Uint8Array(7))).toThrow(new RangeError('"key.length" expected 8, got 7'));
  });
});

describe("createTripleDes", () => {
  it.each(vectors)("is DES where its three keys are one: %s, %s (NIST SP 800-20)", (key, plaintext, ciphertext) => {
    const tripleDes = createTripleDes(fromHex(key.repeat(3)));
    expect(encrypt(tripleDes, plaintext)).toBe(ciphertext);
    expect(decrypt(tripleDes, ciphertext)).toBe(plaintext);
  });

  it("encrypts with three keys (NIST SP 800-67 Appendix B.1)", () => {
    const tripleDes = createTripleDes(fromHex("0123456789abcdef 23456789abcdef01 456789abcdef0123"));
    const text = toHex(utf8("The qufck brown fox jump")) ?? "";
    const blocks = ["a826fd8ce53b855f", "cce21c8112256fe6", "68d5c05dd9b6b900"];
    expect([0, 16, 32].map((at) => encrypt(tripleDes, text.slice(at, at + 16)))).toEqual(blocks);
    expect(blocks.map((block) => decrypt(tripleDes, block)).join("")).toBe(text);
  });

  it("takes the first of two keys as the third", () => {
    const two = createTripleDes(fromHex("0123456789abcdef 23456789abcdef01"));
    const three = createTripleDes(fromHex("0123456789abcdef 23456789abcdef01 0123456789abcdef"));
    expect(encrypt(two, "0011223344556677")).toBe(encrypt(three, "0011223344556677"));
    expect(decrypt(two, "0011223344556677")).toBe(decrypt(three, "0011223344556677"));
  });

  it("reads and writes at offsets", () => {
    const cipher = createTripleDes(fromHex("0101010101010101".repeat(3)));
    const output = new Uint8Array(10);
    cipher.encryptBlock(fromHex("ffff8000000000000000ff"), 2, output, 1);
    expect(toHex(output)).toBe("0095f8a5e5dd31d90000");
  });

  it("refuses other key lengths", () => {
    expect(() => createTripleDes(new Uint8Array(8))).toThrow(new RangeError('"key.length" expected 16 or 24, got 8'));
  });
});
