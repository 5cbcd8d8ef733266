import { describe, expect, it } from "vitest";
import { decodeBer, decodeWhole } from "../../../src/asn1/ber.js";
import { decodeHex } from "../../../src/bytes/hex.js";

const hex = (text: string): Uint8Array => decodeHex(text.replace(/\s/g, ""), "test");

describe("decodeBer", () => {
  it("reads a definite tree", () => {
    const { root, encoding, trailingBytes } = decodeBer(hex("30 07 02 01 05 A0 02 05 00"), "x");
    expect(root).toMatchObject({ tagClass: "universal", tagNumber: 16, constructed: true });
    expect(root.children.map(({ tagClass, tagNumber, content }) => [tagClass, tagNumber, [...content]])).toEqual([
      ["universal", 2, [5]],
      ["context", 0, [5, 0]],
    ]);
    expect({ encoding, trailingBytes }).toEqual({ encoding: "DER", trailingBytes: 0 });
  });

  it("reads indefinite lengths inside definite ones and back", () => {
    const { root, encoding } = decodeBer(hex("30 80 30 06 24 80 04 00 00 00 05 00 00 00"), "x");
    expect(encoding).toBe("BER");
    expect(root.children.map(({ tagNumber }) => tagNumber)).toEqual([16, 5]);
    expect([...root.content]).toEqual([...hex("30 06 24 80 04 00 00 00 05 00")]);
    expect(root.bytes.length).toBe(14);
  });

  it("reads long tags and long lengths", () => {
    const { root } = decodeBer(hex("BF 87 68 82 00 02 05 00"), "x");
    expect(root).toMatchObject({ tagClass: "context", tagNumber: 1000, constructed: true });
    expect(root.children).toHaveLength(1);
  });

  it.each([
    ["an indefinite length", "30 80 00 00"],
    ["a length with a leading zero", "30 82 00 02 05 00"],
    ["a long length below 128", "30 81 02 05 00"],
    ["a string in pieces", "30 05 24 03 04 01 41"],
  ])("calls %s BER", (_name, input) => {
    expect(decodeBer(hex(input), "x").encoding).toBe("BER");
  });

  it("counts what follows", () => {
    expect(decodeBer(hex("05 00 0D 0A"), "x").trailingBytes).toBe(2);
  });

  it.each([
    "",
    "30",
    "30 82 01",
    "30 05 02 01 05",
    "30 80 02 01 05",
    "30 80 02 05 01",
    "1F 81",
    "30 84 7F FF FF FF 05 00",
    "30 80 02 01 05 00",
  ])("says that %j is cut off", (input) => {
    expect(() => decodeBer(hex(input), "pfx")).toThrow(
      expect.objectContaining({ code: "ERR_ASN1_TRUNCATED", at: "pfx" }),
    );
  });

  it.each([
    ["a length past its container", "30 03 02 02 05"],
    ["an indefinite length without an end in its container", "30 02 30 80"],
    ["an indefinite primitive", "04 80 00 00"],
    ["the reserved length", "30 FF"],
    ["an end-of-contents out of place", "30 02 00 00"],
    ["a tag number beyond reason", "1F FF FF FF FF 7F 00"],
  ])("refuses %s", (_name, input) => {
    expect(() => decodeBer(hex(input), "x")).toThrow(expect.objectContaining({ code: "ERR_ASN1_ENCODING" }));
  });

  it("limits depth and number of values, and takes what is just within", () => {
    const nested = hex(`${"30 80 ".repeat(5)}${"00 00 ".repeat(5)}`);
    expect(decodeBer(nested, "x", { depth: 5, nodes: 5 }).root.constructed).toBe(true);
    expect(() => decodeBer(nested, "x", { depth: 4, nodes: 9 })).toThrow(
      expect.objectContaining({ code: "ERR_ASN1_LIMIT", limit: "depth" }),
    );
    expect(() => decodeBer(nested, "x", { depth: 9, nodes: 4 })).toThrow(
      expect.objectContaining({ code: "ERR_ASN1_LIMIT", limit: "nodes", actual: 5 }),
    );
  });

  it("does not fall for a million levels", () => {
    const bomb = new Uint8Array(2_000_000);
    for (let i = 0; i < bomb.length; i += 2) bomb.set([0x30, 0x80], i);
    expect(() => decodeBer(bomb, "x")).toThrow(expect.objectContaining({ code: "ERR_ASN1_LIMIT" }));
  });
});

describe("decodeWhole", () => {
  it("refuses bytes behind the value", () => {
    expect(decodeWhole(hex("05 00"), "x").tagNumber).toBe(5);
    expect(() => decodeWhole(hex("05 00 00"), "x")).toThrow(
      expect.objectContaining({ code: "ERR_ASN1_TRAILING_DATA" }),
    );
  });
});
