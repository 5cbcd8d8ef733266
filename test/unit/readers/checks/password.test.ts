import { describe, expect, it } from "vitest";
import { asciiAlone, bmpAlone, encodedAsExpected, passwordRequired } from "../../../../src/readers/checks/password.js";
import { encryption, mac, places, rc2 } from "../sample-traits.js";

describe("encodedAsExpected", () => {
  const wrong = rc2({ passwordForm: "utf-8-as-bmp-string", misencoded: true });

  it("refuses parts that only a mistake opens, unless the reader makes the same one", () => {
    const changes = { mac: mac({ passwordForm: "utf-8-as-bmp-string", misencoded: true }), encryptions: [wrong] };
    expect(places(encodedAsExpected(), changes)).toEqual(["macData", "authSafe[0]"]);
    expect(places(encodedAsExpected("utf-8-as-bmp-string"), changes)).toEqual([]);
    expect(places(encodedAsExpected("latin-1"), changes)).toHaveLength(2);
  });

  it("refuses parts that did not open, unless their cipher is the reason", () => {
    const { passwordForm, ...locked } = encryption();
    expect(places(encodedAsExpected(), { encryptions: [locked] })).toEqual(["authSafe[0]"]);
    expect(places(encodedAsExpected(), { encryptions: [{ ...locked, unsupportedOid: "1.2" }] })).toEqual([]);
  });

  it("leaves alone what the standards say, with and without MAC", () => {
    expect(places(encodedAsExpected())).toEqual([]);
    expect(places(encodedAsExpected(), { mac: undefined })).toEqual([]);
  });
});

describe("the characters of a password", () => {
  it.each([
    ["ascii", 0, 0],
    ["bmp", 1, 0],
    ["unicode", 1, 1],
  ] as const)("%s", (passwordCharacters, ascii, bmp) => {
    expect(places(asciiAlone, { passwordCharacters })).toHaveLength(ascii);
    expect(places(bmpAlone, { passwordCharacters })).toHaveLength(bmp);
  });

  it("do not matter where nothing is encrypted", () => {
    expect(places(asciiAlone, { passwordCharacters: "unicode", encryptions: [] })).toEqual([]);
  });

  it("are there or not", () => {
    expect(places(passwordRequired)).toEqual([]);
    expect(places(passwordRequired, { isPasswordEmpty: true })).toEqual(["pfx"]);
  });
});
