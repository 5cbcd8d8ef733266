import { expect, it } from "vitest";
import { generatePassword } from "../../../src/graph/generated-password.js";

it("has 26 characters, each of 32 as likely as the others", () => {
  const counts = new Map<string, number>();
  for (let octet = 0; octet < 256; octet++) {
    const password = generatePassword((length) => new Uint8Array(length).fill(octet));
    expect(password).toMatch(/^([A-HJ-NP-Z2-9])\1{25}$/);
    counts.set(password, (counts.get(password) ?? 0) + 1);
  }
  expect([...counts.values()]).toEqual(new Array(32).fill(8));
});

it("takes its octets in order", () => {
  expect(generatePassword((length) => Uint8Array.from({ length }, (_, index) => index))).toBe(
    "ABCDEFGHJKLMNPQRSTUVWXYZ23",
  );
});

it("refuses a source that gives less", () => {
  expect(() => generatePassword(() => new Uint8Array(25))).toThrow(
    new RangeError('"random" expected 26 bytes, got 25'),
  );
});
