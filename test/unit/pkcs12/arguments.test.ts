import { describe, expect, it } from "vitest";
import { requireOctets, requireText } from "../../../src/pkcs12/arguments.js";

describe("requireOctets", () => {
  it("takes a Uint8Array and nothing else", () => {
    expect(() => requireOctets("key", Uint8Array.of(1))).not.toThrow();
    for (const other of [undefined, null, "abc", [1], new ArrayBuffer(1), new Uint16Array(1)]) {
      expect(() => requireOctets("key", other)).toThrow(new TypeError('"key" expected a Uint8Array'));
    }
  });

  it("refuses an empty one", () => {
    expect(() => requireOctets("key", new Uint8Array(0))).toThrow(
      new RangeError('"key" expected at least 1 byte, got 0'),
    );
  });
});

describe("requireText", () => {
  it.each(["", "abc", "né", "🔑", "\0", "\uFEFF"])("takes %j", (text) => {
    expect(() => requireText("password", text)).not.toThrow();
  });

  it.each(["\uD83D", "a\uDD11", "\uDD11\uD83D"])("refuses %j and does not repeat it", (text) => {
    expect(() => requireText("password", text)).toThrow(
      new TypeError('"password" expected no half of a surrogate pair'),
    );
  });

  it("refuses what is no string", () => {
    expect(() => requireText("password", 1234)).toThrow(new TypeError('"password" expected a string'));
  });
});
