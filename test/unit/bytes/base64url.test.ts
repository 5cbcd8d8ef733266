import { describe, expect, it } from "vitest";
import { encodeBase64Url } from "../../../src/bytes/base64url.js";

describe("encodeBase64Url", () => {
  // RFC 4648 section 10 without its padding, and the two symbols that differ.
  it.each([
    ["", ""],
    ["f", "Zg"],
    ["fo", "Zm8"],
    ["foo", "Zm9v"],
    ["\xfb\xff\xfe", "-__-"],
  ])("encodes %j", (characters, text) => {
    expect(encodeBase64Url(Uint8Array.from(characters, (it) => it.charCodeAt(0)))).toBe(text);
  });
});
