import { describe, expect, it } from "vitest";
import type { BerNode } from "../../../src/asn1/ber.js";
import { decodeWhole } from "../../../src/asn1/ber.js";
import {
  readBitString,
  readBoolean,
  readCount,
  readExplicit,
  readImplicitOctetString,
  readInteger,
  readObjectIdentifier,
  readOctetString,
  readSequence,
  readSet,
} from "../../../src/asn1/values.js";
import { decodeHex } from "../../../src/bytes/hex.js";

const node = (text: string): BerNode => decodeWhole(decodeHex(text.replace(/\s/g, ""), "test"), "test");
const unexpected = expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED", at: "here" });

describe("readInteger", () => {
  it.each([
    ["02 01 00", 0n],
    ["02 01 7F", 127n],
    ["02 02 00 80", 128n],
    ["02 01 80", -128n],
    ["02 01 FF", -1n],
    ["02 04 00 98 96 80", 10_000_000n],
    ["02 05 00 FF FF FF FF", 4_294_967_295n],
    ["02 08 7F FF FF FF FF FF FF FF", 9_223_372_036_854_775_807n],
  ])("reads %s", (input, value) => {
    expect(readInteger(node(input), "here")).toBe(value);
  });

  it.each(["02 00", "04 01 05", "22 03 02 01 05"])("refuses %s", (input) => {
    expect(() => readInteger(node(input), "here")).toThrow(unexpected);
  });
});

describe("readCount", () => {
  it("reads what a number holds exactly and nothing else", () => {
    expect(readCount(node("02 07 1F FF FF FF FF FF FF"), "here")).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => readCount(node("02 07 20 00 00 00 00 00 00"), "here")).toThrow(unexpected);
    expect(() => readCount(node("02 01 FF"), "here")).toThrow(unexpected);
    expect(() => readCount(node("02 09 00 00 00 00 00 00 00 00 01"), "here")).toThrow(unexpected);
  });
});

describe("readObjectIdentifier", () => {
  it.each([
    ["06 09 2A 86 48 86 F7 0D 01 07 01", "1.2.840.113549.1.7.1"],
    ["06 03 88 37 03", "2.999.3"],
    ["06 01 28", "1.0"],
    ["06 01 50", "2.0"],
    // A UUID below 2.25 has an arc of 128 bits (X.667 section 6.3).
    [
      "06 14 69 83 FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF 7F",
      "2.25.340282366920938463463374607431768211455",
    ],
  ])("reads %s", (input, oid) => {
    expect(readObjectIdentifier(node(input), "here")).toBe(oid);
  });

  it.each(["06 00", "06 02 2A 86", "0D 01 2A"])("refuses %s", (input) => {
    expect(() => readObjectIdentifier(node(input), "here")).toThrow(unexpected);
  });

  it("refuses one of more than 128 octets, whose reading would take the square of its length", () => {
    const longest = `${"81".repeat(127)}00`;
    expect(readObjectIdentifier(node(`06 81 80 ${longest}`), "here")).toMatch(/^2\.\d{200,}$/);
    expect(() => readObjectIdentifier(node(`06 81 81 81 ${longest}`), "here")).toThrow(unexpected);
  });
});

describe("readOctetString", () => {
  it.each([
    ["04 02 41 42", "AB"],
    ["24 80 04 01 41 04 01 42 00 00", "AB"],
    ["24 0A 04 01 41 24 80 04 01 42 00 00", "AB"],
    ["24 00", ""],
  ])("reads %s", (input, text) => {
    expect(new TextDecoder().decode(readOctetString(node(input), "here"))).toBe(text);
  });

  it("joins more pieces than a function call takes arguments", () => {
    const pieces = "040141".repeat(200_000);
    expect(readOctetString(node(`24 80 24 80 ${pieces} 00 00 00 00`), "here")).toHaveLength(200_000);
  });

  it("refuses a piece of another type", () => {
    expect(() => readOctetString(node("24 03 02 01 05"), "here")).toThrow(unexpected);
  });

  it("copies", () => {
    const source = node("04 01 41");
    const octets = readOctetString(source, "here");
    octets.fill(0);
    expect([...source.content]).toEqual([0x41]);
  });
});

describe("readImplicitOctetString", () => {
  it("reads the primitive form and pieces", () => {
    expect([...readImplicitOctetString(node("80 01 41"), 0, "here")]).toEqual([0x41]);
    expect([...readImplicitOctetString(node("A0 80 04 01 41 04 01 42 00 00"), 0, "here")]).toEqual([0x41, 0x42]);
    expect(() => readImplicitOctetString(node("81 01 41"), 0, "here")).toThrow(unexpected);
  });
});

describe("the other readers", () => {
  it("read their type", () => {
    expect(readSequence(node("30 02 05 00"), "here")).toHaveLength(1);
    expect(readSet(node("31 02 05 00"), "here")).toHaveLength(1);
    expect(readExplicit(node("A1 02 05 00"), 1, "here").tagNumber).toBe(5);
    expect(readBoolean(node("01 01 FF"), "here")).toBe(true);
    expect(readBoolean(node("01 01 00"), "here")).toBe(false);
    expect(readBitString(node("03 02 07 80"), "here")).toEqual({ unusedBits: 7, bytes: Uint8Array.of(0x80) });
  });

  it("refuse any other", () => {
    expect(() => readSequence(node("31 00"), "here")).toThrow(unexpected);
    expect(() => readSequence(undefined, "here")).toThrow(/got nothing/);
    expect(() => readSet(node("30 00"), "here")).toThrow(unexpected);
    expect(() => readExplicit(node("A1 04 05 00 05 00"), 1, "here")).toThrow(unexpected);
    expect(() => readExplicit(node("A0 02 05 00"), 1, "here")).toThrow(unexpected);
    expect(() => readBoolean(node("01 02 00 00"), "here")).toThrow(unexpected);
    expect(() => readBitString(node("03 00"), "here")).toThrow(unexpected);
    expect(() => readBitString(node("03 01 08"), "here")).toThrow(unexpected);
  });
});
