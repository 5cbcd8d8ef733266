import { describe, expect, it } from "vitest";
import { readProtectionOptions } from "../../../src/pkcs12/protection-options.js";

describe("readProtectionOptions", () => {
  it("has the iterations of the protection where none are asked for", () => {
    const options = { password: "", protection: "graph" } as const;
    expect(readProtectionOptions(options)).toEqual({ encryption: "3DES", mac: "SHA-1", iterations: 2048 });
    expect(readProtectionOptions({ ...options, iterations: 1 }).iterations).toBe(1);
    expect(readProtectionOptions({ ...options, protection: "modern" }).iterations).toBe(600_000);
  });

  it.each([
    ["iterations", 0, RangeError],
    ["iterations", 2 ** 31, RangeError],
    ["protection", "aes", RangeError],
    ["password", 1, TypeError],
    ["password", "\udc00", TypeError],
  ])("refuses %s: %j, by its name", (name, value, type) => {
    const options = { password: "x", protection: "graph" as const, [name]: value };
    expect(() => readProtectionOptions(options)).toThrow(type);
    expect(() => readProtectionOptions(options)).toThrow(`"${name}" expected`);
  });
});
