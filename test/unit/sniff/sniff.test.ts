import { describe, expect, it } from "vitest";
import { decodeHex } from "../../../src/bytes/hex.js";
import { sniff } from "../../../src/sniff/sniff.js";

const hex = (text: string): Uint8Array => decodeHex(text.replace(/\s/g, ""), "test");

describe("sniff", () => {
  it.each([
    ["pfx", "30 82 0D F1 02 01 03 30 82 0D A0 06 09"],
    ["pfx", "30 80 02 01 03 30 80 06 09 2A"],
    ["pkcs8", "30 11 02 01 00 30 05 06 01 2A 05 00 04 05 30 03 02 01 00"],
    ["certificate", "30 82 02 E8 30 82 01 D0 A0 03 02 01 02"],
    ["certificate", "30 82 02 E8 30 82 01 D0 02 01 02"],
    ["pkcs7", "30 82 02 E8 06 09 2A 86 48 86 F7 0D 01 07 02"],
    ["empty", ""],
    ["unknown", "30"],
    ["unknown", "50 4B 03 04"],
    ["unknown", "30 03 04 01 00"],
    ["unknown", "30 06 02 01 03 02 01 00"],
  ])("calls it %s: %s", (kind, input) => {
    expect(sniff(hex(input))).toBe(kind);
  });

  it("knows PEM text", () => {
    expect(sniff(new TextEncoder().encode("-----BEGIN CERTIFICATE-----\n"))).toBe("pem");
    expect(sniff(new TextEncoder().encode("-----BEGI"))).toBe("unknown");
  });
});
