import { describe, expect, it } from "vitest";
import { encodeHex } from "../../../src/bytes/hex.js";
import type { PasswordCandidate } from "../../../src/pkcs12/password.js";
import { encodePassword, pkcs5Passwords, pkcs12Passwords } from "../../../src/pkcs12/password.js";

/** One line a candidate: `form bytes`, with `!` where it breaks the standard. */
const lines = (candidates: readonly PasswordCandidate[]): readonly string[] =>
  candidates.map(({ form, bytes, misencoded }) => `${misencoded ? "! " : ""}${form} ${encodeHex(bytes)}`);

const composed = "\u00e9";
const decomposed = "e\u0301";

describe("pkcs12Passwords", () => {
  it.each([
    ["ASCII: all forms are one", "aB1", ["bmp-string 0061004200310000"]],
    ["empty, in the two ways that tools mean it", "", ["none ", "bmp-string 0000"]],
    [
      "composed",
      composed,
      [
        "bmp-string 00E90000",
        "! utf-8-as-bmp-string 00C300A90000",
        "! utf-8-7-bit-as-bmp-string 004300290000",
        "! nfd 006503010000",
      ],
    ],
    [
      "decomposed",
      decomposed,
      [
        "bmp-string 006503010000",
        "! utf-8-as-bmp-string 006500CC00810000",
        "! utf-8-7-bit-as-bmp-string 0065004C00010000",
        "! nfc 00E90000",
      ],
    ],
    [
      "outside the BMP: as a surrogate pair",
      "\u{1f511}",
      [
        "bmp-string D83DDD110000",
        "! utf-8-as-bmp-string 00F0009F009400910000",
        "! utf-8-7-bit-as-bmp-string 0070001F001400110000",
      ],
    ],
    [
      "half a surrogate pair",
      "\ud83d",
      ["bmp-string D83D0000", "! utf-8-as-bmp-string 00EF00BF00BD0000", "! utf-8-7-bit-as-bmp-string 006F003F003D0000"],
    ],
    ["a zero character", "\0", ["bmp-string 00000000"]],
  ])("%s", (_, password, expected) => {
    expect(lines(pkcs12Passwords(password))).toEqual(expected);
  });
});

describe("pkcs5Passwords", () => {
  it.each([
    ["ASCII: Latin-1 is UTF-8, old NSS differs", "aB1", ["utf-8 614231", "! bmp-string 0061004200310000"]],
    ["empty", "", ["utf-8 ", "! bmp-string 0000"]],
    ["composed", composed, ["utf-8 C3A9", "! latin-1 E9", "! bmp-string 00E90000", "! nfd 65CC81"]],
    ["decomposed", decomposed, ["utf-8 65CC81", "! latin-1 6601", "! bmp-string 006503010000", "! nfc C3A9"]],
    [
      "Greek: high bytes spill within groups of four units, as in node-forge's words",
      "αβγδε",
      ["utf-8 CEB1CEB2CEB3CEB4CEB5", "! latin-1 B2B1B0B4B5", "! bmp-string 03B103B203B303B403B50000"],
    ],
    [
      "outside the BMP: four octets of UTF-8",
      "\u{1f511}",
      ["utf-8 F09F9491", "! latin-1 E011", "! bmp-string D83DDD110000"],
    ],
  ])("%s", (_, password, expected) => {
    expect(lines(pkcs5Passwords(password))).toEqual(expected);
  });
});

describe("encodePassword", () => {
  it.each([
    ["", "0000", ""],
    ["aB1", "0061004200310000", "614231"],
    [composed, "00E90000", "C3A9"],
    [decomposed, "006503010000", "65CC81"],
    ["\u{1f511}", "D83DDD110000", "F09F9491"],
  ])("has %j as the standards have it", (password, pkcs12, pkcs5) => {
    const encoded = encodePassword(password);
    expect([encodeHex(encoded.pkcs12), encodeHex(encoded.pkcs5)]).toEqual([pkcs12, pkcs5]);
  });

  it("is a candidate that breaks no standard", () => {
    for (const password of ["", "x", composed, "\u{1f511}"]) {
      const { pkcs12, pkcs5 } = encodePassword(password);
      const sound = (candidates: readonly PasswordCandidate[]) =>
        candidates.filter(({ misencoded }) => !misencoded).map(({ bytes }) => encodeHex(bytes));
      expect(sound(pkcs12Passwords(password))).toContain(encodeHex(pkcs12));
      expect(sound(pkcs5Passwords(password))).toContain(encodeHex(pkcs5));
    }
  });
});
