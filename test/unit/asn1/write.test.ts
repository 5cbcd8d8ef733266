import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { readCount, readObjectIdentifier } from "../../../src/asn1/values.js";
import type { Der } from "../../../src/asn1/write.js";
import {
  writeBmpString,
  writeCount,
  writeExplicit,
  writeImplicitOctetString,
  writeNull,
  writeObjectIdentifier,
  writeOctetString,
  writeSequence,
  writeSetOf,
} from "../../../src/asn1/write.js";
import { encodeHex } from "../../../src/bytes/hex.js";

/** In pairs, as X.690 prints octets. */
const hex = (der: Der): string => (encodeHex(der).match(/../g) ?? []).join(" ");

describe("lengths", () => {
  it.each([
    [0, "04 00"],
    [127, "04 7F"],
    [128, "04 81 80"],
    [255, "04 81 FF"],
    [256, "04 82 01 00"],
    [65_536, "04 83 01 00 00"],
  ])("of %i octets are as short as DER wants them", (length, header) => {
    const written = writeOctetString(new Uint8Array(length));
    expect(hex(written.slice(0, written.length - length))).toBe(header);
    const document = decodeWhole(written, "test");
    expect(document).toMatchObject({ canonical: true });
    expect(document.content).toHaveLength(length);
  });
});

describe("writeCount", () => {
  it.each([
    [0, "02 01 00"],
    [127, "02 01 7F"],
    [128, "02 02 00 80"],
    [2048, "02 02 08 00"],
    [600_000, "02 03 09 27 C0"],
    [2 ** 31 - 1, "02 04 7F FF FF FF"],
    [2 ** 31, "02 05 00 80 00 00 00"],
    [Number.MAX_SAFE_INTEGER, "02 07 1F FF FF FF FF FF FF"],
  ])("writes %i so that it is read again", (value, written) => {
    expect(hex(writeCount(value))).toBe(written);
    expect(readCount(decodeWhole(writeCount(value), "test"), "test")).toBe(value);
  });
});

describe("writeObjectIdentifier", () => {
  it.each([
    ["1.2.840.113549.1.7.1", "06 09 2A 86 48 86 F7 0D 01 07 01"],
    ["2.999.3", "06 03 88 37 03"],
    ["1.0", "06 01 28"],
    ["2.0", "06 01 50"],
    // A UUID below 2.25 has an arc of 128 bits (X.667 section 6.3).
    [
      "2.25.340282366920938463463374607431768211455",
      "06 14 69 83 FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF 7F",
    ],
  ])("writes %s so that it is read again", (oid, written) => {
    expect(hex(writeObjectIdentifier(oid))).toBe(written);
    expect(readObjectIdentifier(decodeWhole(writeObjectIdentifier(oid), "test"), "test")).toBe(oid);
  });
});

describe("writeSetOf", () => {
  const [short, long, longer] = [writeCount(5), writeOctetString(Uint8Array.of(1, 2)), writeCount(2048)];

  it("is in the order of the encodings, whatever the order given, and leaves the list alone", () => {
    const given = [long, longer, short];
    expect(hex(writeSetOf(...given))).toBe("31 0B 02 01 05 02 02 08 00 04 02 01 02");
    expect(hex(writeSetOf(short, longer, long))).toBe(hex(writeSetOf(...given)));
    expect(given).toEqual([long, longer, short]);
  });

  it("keeps what is there twice", () => {
    expect(hex(writeSetOf(short, short))).toBe("31 06 02 01 05 02 01 05");
    expect(hex(writeSetOf())).toBe("31 00");
  });
});

it("writes the constructed types, tags and strings of a PFX", () => {
  expect(hex(writeSequence(writeCount(3), writeNull()))).toBe("30 05 02 01 03 05 00");
  expect(hex(writeExplicit(0, writeNull()))).toBe("A0 02 05 00");
  expect(hex(writeImplicitOctetString(0, Uint8Array.of(7)))).toBe("80 01 07");
  expect(hex(writeBmpString("Aé🔑"))).toBe("1E 08 00 41 00 E9 D8 3D DD 11");
  expect(hex(writeBmpString(""))).toBe("1E 00");
});
