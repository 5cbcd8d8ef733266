import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { canonicalName } from "../../../src/x509/canonical-name.js";
import type { Name } from "../../../src/x509/name.js";
import { decodeName } from "../../../src/x509/name.js";
import { der, oid, sequence, utf8 } from "../../setup/der.js";
import { fromHex } from "./fixtures.js";

const name = (...values: (readonly [string, Uint8Array])[]): Name =>
  decodeName(
    decodeWhole(sequence(...values.map(([type, value]) => der(0x31, sequence(oid(type), value)))), "name"),
    "name",
  );
const isSameName = (a: Name, b: Name): boolean => canonicalName(a) === canonicalName(b);
const printable = (text: string): Uint8Array => der(0x13, new TextEncoder().encode(text));

describe("canonicalName", () => {
  const base = name(["2.5.4.6", printable("DE")], ["2.5.4.3", utf8("Example CA")]);

  it.each([
    ["itself", base],
    ["another string type", name(["2.5.4.6", utf8("DE")], ["2.5.4.3", printable("Example CA")])],
    ["another case", name(["2.5.4.6", printable("de")], ["2.5.4.3", utf8("EXAMPLE ca")])],
    ["other spaces", name(["2.5.4.6", printable("DE")], ["2.5.4.3", utf8("  Example   CA ")])],
  ])("knows the name in %s", (_, other) => {
    expect(isSameName(base, other)).toBe(true);
  });

  it.each([
    ["another value", name(["2.5.4.6", printable("DE")], ["2.5.4.3", utf8("Example CB")])],
    ["another type", name(["2.5.4.6", printable("DE")], ["2.5.4.10", utf8("Example CA")])],
    ["another order", name(["2.5.4.3", utf8("Example CA")], ["2.5.4.6", printable("DE")])],
    ["one RDN less", name(["2.5.4.3", utf8("Example CA")])],
    ["no RDN", name()],
    ["a space less", name(["2.5.4.6", printable("DE")], ["2.5.4.3", utf8("ExampleCA")])],
  ])("tells it from one with %s", (_, other) => {
    expect(isSameName(base, other)).toBe(false);
  });

  it("compares values that are no strings by their octets", () => {
    const odd = name(["2.5.4.3", fromHex("1E03006100")]);
    expect(isSameName(odd, name(["2.5.4.3", fromHex("1E03006100")]))).toBe(true);
    expect(isSameName(odd, name(["2.5.4.3", fromHex("1E03006101")]))).toBe(false);
  });

  it("takes the attributes of one RDN in any order", () => {
    const a = sequence(oid("2.5.4.3"), utf8("a"));
    const b = sequence(oid("2.5.4.10"), utf8("b"));
    const both = [der(0x31, a, b), der(0x31, b, a)].map((rdn) => decodeName(decodeWhole(sequence(rdn), "n"), "n"));
    expect(isSameName(both[0] as Name, both[1] as Name)).toBe(true);
  });
});
