import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { readInteger } from "../../../src/asn1/values.js";
import { MalformedError } from "../../../src/errors.js";
import { decodeExtensions, readExtension } from "../../../src/x509/extension.js";
import { integer, octetString, oid, sequence } from "../../setup/der.js";
import { fromHex } from "./fixtures.js";

const TRUE = fromHex("0101FF");
const FALSE = fromHex("010100");
const TYPE = "1.2.3";
const decode = (...members: Uint8Array[]) => decodeExtensions(decodeWhole(sequence(...members), "list"), "list");
const read = (...members: Uint8Array[]) => readExtension({ extensions: decode(...members) }, TYPE, readInteger);

describe("decodeExtensions", () => {
  it("reads identifier, criticality and value in file order", () => {
    const list = decode(
      sequence(oid("1.2.4"), octetString(integer(1n))),
      sequence(oid(TYPE), TRUE, octetString()),
      sequence(oid(TYPE), FALSE, octetString(integer(2n))),
    );
    expect(list).toEqual([
      { oid: "1.2.4", critical: false, value: integer(1n) },
      { oid: TYPE, critical: true, value: new Uint8Array() },
      { oid: TYPE, critical: false, value: integer(2n) },
    ]);
  });

  it("refuses a member that is no extension", () => {
    expect(() => decode(sequence(oid(TYPE), integer(1n)))).toThrow(MalformedError);
    expect(() => decode(integer(1n))).toThrow(expect.objectContaining({ at: "list[0]" }));
  });
});

describe("readExtension", () => {
  it("is undefined where the extension is absent", () => {
    expect(read(sequence(oid("1.2.4"), octetString(integer(1n))))).toBeUndefined();
  });

  it("reads the value", () => {
    expect(read(sequence(oid(TYPE), TRUE, octetString(integer(5n))))).toEqual({
      critical: true,
      value: 5n,
      error: undefined,
    });
  });

  it.each([
    ["of another type", octetString(oid("1.2"))],
    ["cut off", octetString(fromHex("0205"))],
    ["with octets behind it", octetString(integer(1n), integer(2n))],
    ["empty", octetString()],
  ])("tells a value that is %s from an absent one", (_, value) => {
    const reading = read(sequence(oid(TYPE), TRUE, value));
    expect(reading?.value).toBeUndefined();
    expect(reading?.error).toBeInstanceOf(MalformedError);
    expect(reading?.critical).toBe(true);
  });

  it("takes neither of two extensions of one type", () => {
    const reading = read(
      sequence(oid(TYPE), octetString(integer(1n))),
      sequence(oid(TYPE), TRUE, octetString(integer(1n))),
    );
    expect(reading).toMatchObject({ critical: true, value: undefined, error: { code: "ERR_X509_CERTIFICATE" } });
  });

  it("takes a value that is nested too deep for broken", () => {
    const deep = Array.from({ length: 140 }).reduce<Uint8Array>((inner) => sequence(inner), integer(1n));
    expect(read(sequence(oid(TYPE), octetString(deep)))?.error).toMatchObject({ code: "ERR_ASN1_LIMIT" });
  });

  it("throws what is no fault of the input", () => {
    const extensions = decode(sequence(oid(TYPE), octetString(integer(1n))));
    const broken = (): never => {
      throw new RangeError("a fault of the program");
    };
    expect(() => readExtension({ extensions }, TYPE, broken)).toThrow(RangeError);
  });
});
