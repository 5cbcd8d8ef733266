import { describe, expect, it } from "vitest";
import { createRc2 } from "../../../../src/crypto/legacy/rc2.js";
import { fromHex, toHex } from "../octets.js";

/** RFC 2268 section 5: key, effective bits, plaintext, ciphertext. */
const RFC_2268: readonly [string, number, string, string][] = [
  ["0000000000000000", 63, "0000000000000000", "ebb773f993278eff"],
  ["ffffffffffffffff", 64, "ffffffffffffffff", "278b27e42e2f0d49"],
  ["3000000000000000", 64, "1000000000000001", "30649edf9be7d2c2"],
  ["88", 64, "0000000000000000", "61a8a244adacccf0"],
  ["88bca90e90875a", 64, "0000000000000000", "6ccf4308974c267f"],
  ["88bca90e90875a7f0f79c384627bafb2", 64, "0000000000000000", "1a807d272bbe5db1"],
  ["88bca90e90875a7f0f79c384627bafb2", 128, "0000000000000000", "2269552ab0f85ca6"],
  ["88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e", 129, "0000000000000000", "5b78d3a43dfff1f1"],
];

describe("createRc2", () => {
  it.each(RFC_2268)("key %s, %i bits", (key, effectiveKeyBits, plaintext, ciphertext) => {
    const output = new Uint8Array(10);
    createRc2(fromHex(key), effectiveKeyBits).decryptBlock(fromHex(`ff${ciphertext}`), 1, output, 2);
    expect(toHex(output)).toBe(`0000${plaintext}`);
  });

  it("takes the longest key and the most effective bits", () => {
    const block = fromHex("0011223344556677");
    createRc2(new Uint8Array(128).fill(0x81), 1024).decryptBlock(block, 0, block, 0);
    const other = fromHex("0011223344556677");
    createRc2(new Uint8Array(128).fill(0x81), 1023).decryptBlock(other, 0, other, 0);
    expect(toHex(block)).not.toBe(toHex(other));
  });

  it.each([
    ["key.length", 0, 64],
    ["key.length", 129, 64],
    ["effectiveKeyBits", 8, 0],
    ["effectiveKeyBits", 8, 1025],
    ["effectiveKeyBits", 8, 40.5],
  ])("refuses a wrong %s: %d bytes, %d bits", (name, keyBytes, effectiveKeyBits) => {
    const create = () => createRc2(new Uint8Array(keyBytes), effectiveKeyBits);
    expect(create).toThrow(RangeError);
    expect(create).toThrow(`"${name}" expected`);
  });
});
