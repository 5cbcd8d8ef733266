import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { readCharacterString } from "../../../src/asn1/strings.js";
import { decodeHex } from "../../../src/bytes/hex.js";
import { der } from "../../setup/der.js";

const read = (text: string): string | undefined =>
  readCharacterString(decodeWhole(decodeHex(text.replace(/\s/g, ""), "test"), "test"));

describe("readCharacterString", () => {
  it.each([
    ["UTF8String", "0C 04 C3 A4 C3 B6", "äö"],
    ["PrintableString", "13 02 41 42", "AB"],
    ["IA5String", "16 02 41 40", "A@"],
    ["TeletexString, as Latin-1", "14 02 E4 41", "äA"],
    ["BMPString", "1E 04 00 41 03 B1", "Aα"],
    ["BMPString with surrogates", "1E 04 D8 3D DE 00", "😀"],
    ["UniversalString", "1C 04 00 00 00 41", "A"],
    ["an empty string", "0C 00", ""],
  ])("reads a %s", (_type, input, text) => {
    expect(read(input)).toBe(text);
  });

  it.each([
    ["a BMPString of odd length", "1E 03 00 41 00"],
    ["an OCTET STRING", "04 01 41"],
    ["a NULL", "05 00"],
    ["a GeneralizedTime that is none", "18 01 41"],
    ["a context tag", "80 01 41"],
    ["a string in pieces", "2C 03 0C 01 41"],
  ])("gives nothing for %s", (_what, input) => {
    expect(read(input)).toBeUndefined();
  });

  it.each([12, 18, 19, 20, 21, 22, 25, 26, 27, 28, 30])("reads up to 32,768 octets of type %i", (tag) => {
    const ofLength = (octets: number): string | undefined =>
      readCharacterString(decodeWhole(der(tag, new Uint8Array(octets).fill(0x20)), "test"));
    expect(ofLength(32_768)?.length).toBeGreaterThan(0);
    expect(ofLength(1_000_000)).toBeUndefined();
  });
});
