import { describe, expect, it } from "vitest";
import { signedHex } from "../../../src/x509/serial-number.js";
import { fromHex } from "./fixtures.js";

describe("signedHex", () => {
  // The right column is what Node's X509Certificate shows for these.
  it.each([
    ["00", "0"],
    ["01", "01"],
    ["0080", "80"],
    ["00FF", "FF"],
    ["0123", "0123"],
    ["FF", "-01"],
    ["80", "-80"],
    ["FF01", "-FF"],
    ["FF00", "-0100"],
    ["8000", "-8000"],
    // Not DER: padded.
    ["00000001", "01"],
    ["FFFFFF", "-01"],
    ["", "0"],
  ])("writes %s as %s", (content, text) => {
    expect(signedHex(fromHex(content))).toBe(text);
  });

  it("leaves its argument alone", () => {
    const content = fromHex("FF00");
    signedHex(content);
    expect(content).toEqual(fromHex("FF00"));
  });
});
