import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { decodeEcParameters } from "../../../src/x509/ec-parameters.js";
import { integer, octetString, oid, sequence } from "../../setup/der.js";
import { fromHex } from "./fixtures.js";

const decode = (parameters: Uint8Array) => decodeEcParameters(decodeWhole(parameters, "curve"), "curve");
const PRIME_FIELD = oid("1.2.840.10045.1.1");
const numbers = (base: Uint8Array, ...rest: Uint8Array[]): Uint8Array =>
  sequence(
    integer(1n),
    sequence(PRIME_FIELD, integer(23n)),
    sequence(octetString(Uint8Array.of(1)), octetString(Uint8Array.of(0, 4))),
    octetString(base),
    integer(29n),
    ...rest,
  );

describe("decodeEcParameters", () => {
  it.each([
    ["1.2.840.10045.3.1.7", "P-256", 256],
    ["1.3.132.0.35", "P-521", 521],
    ["1.3.36.3.3.2.8.1.1.9", "brainpoolP320r1", 320],
    ["1.3.132.0.26", "sect233k1", 233],
    ["1.2.156.10197.1.301", "SM2", 256],
    ["1.2.3.4", "1.2.3.4", undefined],
  ])("reads the name %s", (identifier, name, bits) => {
    expect(decode(oid(identifier))).toEqual({ name, isExplicit: false, explicit: undefined, bits, label: name });
  });

  it("reads numbers of no known curve", () => {
    const curve = decode(numbers(fromHex("04 0D 07"), integer(1n)));
    expect(curve).toMatchObject({ name: undefined, isExplicit: true, bits: 5 });
    expect(curve.explicit).toEqual({ p: 23n, a: 1n, b: 4n, gx: 13n, gy: 7n, gyIsOdd: true, n: 29n });
  });

  it("gives one label to a base point in every form, and another to another", () => {
    const label = (base: string): string => decode(numbers(fromHex(base))).label;
    expect(label("03 0D")).toBe(label("04 0D 07"));
    expect(label("07 0D 07")).toBe(label("04 0D 07"));
    expect(label("02 0D")).not.toBe(label("04 0D 07"));
    expect(label("03 0C")).not.toBe(label("04 0D 07"));
  });

  it("reads the size of a binary field and takes the octets for its label", () => {
    const binary = sequence(
      integer(1n),
      sequence(oid("1.2.840.10045.1.2"), sequence(integer(113n), oid("1.2.840.10045.1.2.3.2"))),
    );
    expect(decode(binary)).toMatchObject({ name: undefined, isExplicit: true, explicit: undefined, bits: 113 });
  });

  it.each([
    ["NULL", fromHex("0500")],
    ["an empty SEQUENCE", sequence()],
    ["a base point at infinity", numbers(Uint8Array.of(0))],
    [
      "no order",
      sequence(
        integer(1n),
        sequence(PRIME_FIELD, integer(23n)),
        sequence(octetString(), octetString()),
        octetString(fromHex("030D")),
      ),
    ],
  ])("refuses %s", (_, parameters) => {
    expect(() => decode(parameters)).toThrow(expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED" }));
  });
});
