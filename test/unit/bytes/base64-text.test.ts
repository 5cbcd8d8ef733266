import { describe, expect, it } from "vitest";
import { readBase64Text } from "../../../src/bytes/base64-text.js";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string): string | undefined {
  const reading = readBase64Text(ascii(text));
  return reading && new TextDecoder().decode(reading.bytes);
}

describe("readBase64Text", () => {
  // RFC 4648 section 10
  it.each([
    ["Zg==", "f"],
    ["Zm8=", "fo"],
    ["Zm9v", "foo"],
    ["Zm9vYg==", "foob"],
    ["Zm9vYmE=", "fooba"],
    ["Zm9vYmFy", "foobar"],
  ])("decodes %s", (base64, text) => {
    expect(read(base64)).toBe(text);
    expect(read(base64.replaceAll("=", ""))).toBe(text);
  });

  it("decodes each octet at each place of a group", () => {
    for (let length = 256; length < 259; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 256);
      expect(readBase64Text(ascii(btoa(String.fromCharCode(...bytes))))?.bytes).toEqual(bytes);
    }
  });

  it.each([
    ["+/+/", "base64"],
    ["-_-_", "base64url"],
    ["Zm9v", "base64"],
  ])("tells the alphabet of %s", (text, alphabet) => {
    expect(readBase64Text(ascii(text))).toMatchObject({ alphabet });
    expect(readBase64Text(ascii("+/+/"))?.bytes).toEqual(readBase64Text(ascii("-_-_"))?.bytes);
  });

  it.each([
    ["Zg==", true],
    ["Zg", false],
    ["Zm8", false],
    ["Zm9v", true],
  ])("tells whether %s is padded", (text, isPadded) => {
    expect(readBase64Text(ascii(text))).toMatchObject({ isPadded });
  });

  it.each([
    ["Zm9v\nYmFy", 1],
    ["Zm9v\r\nYm\r\nFy", 2],
    ["Zm9v\rYmFy", 1],
    ["\n\nZm9v\n\nYmFy\n\n", 2],
    ["Zm9v YmFy\t", 0],
    ["Zm9vYg\n==\n", 0],
  ])("counts the line breaks between symbols of %j", (text, lineBreaks) => {
    expect(readBase64Text(ascii(text))).toMatchObject({ lineBreaks });
  });

  it("drops a single symbol at the end of a text that was cut off", () => {
    expect(readBase64Text(ascii("Zm9vY"))).toMatchObject({ bytes: ascii("foo"), isPadded: false });
  });

  it.each([
    ["nothing", ""],
    ["white space", " \n"],
    ["padding alone", "===="],
    ["both alphabets", "+__+"],
    ["padding in the middle", "Zg==Zm9v"],
    ["too little padding", "Zg="],
    ["too much padding", "Zm8=="],
    ["padding of a single symbol", "Zm9vY==="],
    ["padding that is not asked for", "Zm9v="],
    ["a full stop", "Zm9v."],
    ["a form feed", "Zm9v\f"],
    ["a letter of another alphabet", "Zm9ö"],
    ["an octet of zero", "Zm9v\0"],
  ])("refuses %s", (_, text) => {
    expect(readBase64Text(ascii(text))).toBeUndefined();
  });
});
