import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("encodeBase64", () => {
  // RFC 4648 section 10
  it.each([
    ["", ""],
    ["f", "Zg=="],
    ["fo", "Zm8="],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg=="],
    ["fooba", "Zm9vYmE="],
    ["foobar", "Zm9vYmFy"],
  ])("encodes %j", (text, base64) => {
    expect(encodeBase64(ascii(text))).toBe(base64);
  });

  it("uses + and / and no line breaks, whatever the length", () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => i % 251);
    const base64 = encodeBase64(bytes);
    expect(/^[A-Za-z0-9+/]+={0,2}$/.test(base64)).toBe(true);
    expect(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))).toEqual(bytes);
  });
});
