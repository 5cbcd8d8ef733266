import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { OID } from "../../../src/asn1/oids.js";
import type { BagAttributes } from "../../../src/pkcs12/bag-attributes.js";
import { readBagAttributes } from "../../../src/pkcs12/bag-attributes.js";
import {
  bmpString,
  contextPrimitive,
  der,
  integer,
  octetString,
  octetStringInPieces,
  oid,
  sequence,
  set,
  utf8,
} from "../../setup/der.js";
import { attribute } from "../../setup/pfx.js";

const read = (...attributes: readonly Uint8Array[]): BagAttributes =>
  readBagAttributes(decodeWhole(set(...attributes), "test"), "here");

const keyId = Uint8Array.of(1, 2, 3);

describe("readBagAttributes", () => {
  it("has none where the set is absent or empty", () => {
    const none = { friendlyName: undefined, localKeyId: undefined, all: [] };
    expect(readBagAttributes(undefined, "here")).toEqual(none);
    expect(read()).toEqual(none);
    expect(readBagAttributes(decodeWhole(sequence(), "test"), "here")).toEqual(none);
  });

  it("reads both attributes and keeps every one as it lies in the file, in its order", () => {
    const trusted = "2.16.840.1.113894.746875.1.1";
    const name = bmpString("Κλειδί 🔑");
    const attributes = read(
      attribute(OID.localKeyId, octetString(keyId)),
      attribute(trusted, integer(1), integer(2)),
      attribute(OID.friendlyName, name),
    );
    expect(attributes).toEqual({
      friendlyName: "Κλειδί 🔑",
      localKeyId: keyId,
      all: [
        { oid: OID.localKeyId, values: [octetString(keyId)] },
        { oid: trusted, values: [integer(1), integer(2)] },
        { oid: OID.friendlyName, values: [name] },
      ],
    });
  });

  it("takes the UTF8String that some writers put into a friendlyName", () => {
    expect(read(attribute(OID.friendlyName, utf8("né"))).friendlyName).toBe("né");
    expect(read(attribute(OID.friendlyName, bmpString(""))).friendlyName).toBe("");
  });

  it("takes U+FEFF at the beginning for a character of the name", () => {
    expect(read(attribute(OID.friendlyName, bmpString("\uFEFFa"))).friendlyName).toBe("\uFEFFa");
    expect(read(attribute(OID.friendlyName, utf8("\uFEFFa"))).friendlyName).toBe("\uFEFFa");
  });

  it("reads a localKeyId in pieces", () => {
    const pieces = octetStringInPieces(keyId.subarray(0, 1), keyId.subarray(1));
    expect(read(attribute(OID.localKeyId, pieces)).localKeyId).toEqual(keyId);
  });

  it("takes the first where there are two", () => {
    const attributes = read(
      attribute(OID.friendlyName, bmpString("a"), bmpString("b")),
      attribute(OID.friendlyName, bmpString("c")),
      attribute(OID.localKeyId, octetString(keyId)),
      attribute(OID.localKeyId, octetString()),
    );
    expect(attributes).toMatchObject({ friendlyName: "a", localKeyId: keyId });
    expect(attributes.all).toHaveLength(4);
  });

  it.each([
    ["no value", []],
    ["an INTEGER", [integer(1)]],
    ["a value of another class", [contextPrimitive(30, keyId)]],
    ["a string in pieces", [der(0x3e, bmpString("a"))]],
    ["a SEQUENCE", [sequence(bmpString("a"))]],
  ])("keeps %s in the list and takes no name or identifier from it", (_, values) => {
    const attributes = read(attribute(OID.friendlyName, ...values), attribute(OID.localKeyId, ...values));
    expect(attributes).toEqual({
      friendlyName: undefined,
      localKeyId: undefined,
      all: [
        { oid: OID.friendlyName, values },
        { oid: OID.localKeyId, values },
      ],
    });
  });

  it.each([
    ["no SET around them", sequence(attribute(OID.localKeyId, octetString(keyId)))],
    ["an attribute that is no SEQUENCE", set(integer(1))],
    ["an attribute without a type", set(sequence(set()))],
    ["values without a SET around them", set(sequence(oid(OID.localKeyId), octetString(keyId)))],
  ])("refuses %s", (_, bytes) => {
    expect(() => readBagAttributes(decodeWhole(bytes, "test"), "here")).toThrow(
      expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED", at: "here" }),
    );
  });

  it("copies", () => {
    const bytes = set(attribute(OID.localKeyId, octetString(keyId)));
    const attributes = readBagAttributes(decodeWhole(bytes, "test"), "here");
    bytes.fill(0);
    expect(attributes).toMatchObject({ localKeyId: keyId, all: [{ values: [octetString(keyId)] }] });
  });
});
