import { describe, expect, it } from "vitest";
import { decodeHex, encodeHex } from "../../../src/bytes/hex.js";

describe("hex", () => {
  it("writes upper case and reads both cases", () => {
    expect(encodeHex(Uint8Array.of(0x00, 0x0f, 0xa0, 0xff))).toBe("000FA0FF");
    expect(decodeHex("000fA0Ff", "x")).toEqual(Uint8Array.of(0x00, 0x0f, 0xa0, 0xff));
    expect(decodeHex("", "x")).toEqual(new Uint8Array(0));
  });

  it.each(["0", "0g", "00 00", "0x00", "00\n"])("refuses %j", (text) => {
    expect(() => decodeHex(text, "thumbprint")).toThrow(
      expect.objectContaining({ code: "ERR_BYTES_HEX", at: "thumbprint" }),
    );
  });
});
