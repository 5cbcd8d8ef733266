import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import type { PublicKey } from "../../../src/x509/public-key.js";
import { decodePublicKey } from "../../../src/x509/public-key.js";
import { bitString, der, integer, oid, sequence } from "../../setup/der.js";
import { fromBase64, fromHex, P256_ENCODINGS, PAIRS } from "./fixtures.js";

const decode = (spki: Uint8Array): PublicKey => decodePublicKey(decodeWhole(spki, "key"), "key");
const key = (algorithm: readonly Uint8Array[], ...contents: Uint8Array[]): PublicKey =>
  decode(sequence(sequence(...algorithm), bitString(...contents)));

const RSA = oid("1.2.840.113549.1.1.1");
const PSS = oid("1.2.840.113549.1.1.10");
const NULL = fromHex("0500");
const MODULUS = (1n << 1023n) + 12_345n;
const rsaKey = (modulus: bigint, exponent: bigint): Uint8Array => sequence(integer(modulus), integer(exponent));

describe("decodePublicKey", () => {
  it.each(Object.entries(PAIRS))("names and measures %s", (_, { spki, algorithm, bits }) => {
    const decoded = decode(fromBase64(spki));
    expect({ algorithm: decoded.algorithm, bits: decoded.bits }).toEqual({ algorithm, bits });
    expect(decoded.spki).toEqual(fromBase64(spki));
  });

  it("tells all keys apart but the one that is there twice", () => {
    const identities = Object.values(PAIRS).map(({ spki }) => decode(fromBase64(spki)).identity);
    expect(new Set(identities).size).toBe(identities.length - 1);
  });

  it.each(["3000", "0500", "300A 3006 06022A03 0500 0400", "3009 3003 06012A 0302 0800"])("refuses %s", (hex) => {
    expect(() => decode(fromHex(hex))).toThrow(expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED" }));
  });
});

describe("the identity of RSA keys", () => {
  const base = key([RSA, NULL], rsaKey(MODULUS, 65_537n));

  it.each([
    ["without NULL", key([RSA], rsaKey(MODULUS, 65_537n))],
    ["restricted to PSS", key([PSS], rsaKey(MODULUS, 65_537n))],
    ["restricted to PSS with parameters", key([PSS, sequence()], rsaKey(MODULUS, 65_537n))],
    ["restricted to OAEP", key([oid("1.2.840.113549.1.1.7")], rsaKey(MODULUS, 65_537n))],
    ["under X.500's identifier", key([oid("2.5.8.1.1")], rsaKey(MODULUS, 65_537n))],
    [
      "with a padded modulus",
      key([RSA], sequence(der(0x02, fromHex("000000"), integer(MODULUS).subarray(4)), integer(65_537n))),
    ],
    [
      "without the zero octet before a high bit",
      key([RSA], sequence(der(0x02, integer(MODULUS).subarray(4)), integer(65_537n))),
    ],
  ])("is the same %s", (_, other) => {
    expect(other.identity).toBe(base.identity);
    expect({ bits: other.bits, rsaExponent: other.rsaExponent }).toEqual({ bits: 1024, rsaExponent: 65_537n });
  });

  it.each([
    ["one bit of the modulus", key([RSA, NULL], rsaKey(MODULUS ^ 4n, 65_537n))],
    ["the exponent alone", key([RSA, NULL], rsaKey(MODULUS, 3n))],
  ])("differs with %s", (_, other) => {
    expect(other.identity).not.toBe(base.identity);
  });

  it("falls back to the octets of a key that is none", () => {
    const broken = key([RSA, NULL], fromHex("0401FF"));
    expect(broken).toMatchObject({ algorithm: "RSA", bits: undefined, rsaExponent: undefined });
    expect(broken.identity).toBe("1.2.840.113549.1.1.1:0401FF");
    expect(key([RSA, NULL], sequence(integer(5n))).identity).toBe("1.2.840.113549.1.1.1:3003020105");
  });
});

describe("the identity of EC keys", () => {
  const EC = oid("1.2.840.10045.2.1");
  const P256 = oid("1.2.840.10045.3.1.7");
  const p256 = decode(fromBase64(PAIRS.p256.spki));
  const point = p256.spki.subarray(-65);
  const x = point.subarray(1, 33);

  it.each([...Object.entries(P256_ENCODINGS), ["explicit", PAIRS.explicitP256.spki]])("is the same %s", (_, spki) => {
    expect(decode(fromBase64(spki)).identity).toBe(p256.identity);
  });

  it("says that numbers stand in place of the name", () => {
    expect(decode(fromBase64(P256_ENCODINGS.explicitCompressed))).toMatchObject({
      algorithm: "EC (explicit parameters)",
      bits: 256,
    });
  });

  it("is the same under the identifiers of ECDH and ECMQV", () => {
    for (const identifier of ["1.3.132.1.12", "1.3.132.1.13"]) {
      expect(key([oid(identifier), P256], point).identity).toBe(p256.identity);
    }
  });

  it("differs with the parity of y", () => {
    const forms = [2, 3].map((form) => key([EC, P256], Uint8Array.of(form), x).identity);
    expect(forms[0]).not.toBe(forms[1]);
    expect(forms).toContain(p256.identity);
  });

  it("differs with one bit of x", () => {
    const other = point.slice();
    other[20] = (other[20] as number) ^ 1;
    expect(key([EC, P256], other).identity).not.toBe(p256.identity);
  });

  it.each(["1.3.132.0.10", "1.3.36.3.3.2.8.1.1.7", "1.3.36.3.3.2.8.1.1.8", "1.2.156.10197.1.301", "1.2.3.4"])(
    "differs for the same octets on the curve %s",
    (curve) => {
      expect(key([EC, oid(curve)], point).identity).not.toBe(p256.identity);
    },
  );

  it("names a curve without a name by its identifier", () => {
    expect(key([EC, oid("1.2.3.4")], point)).toMatchObject({ algorithm: "EC 1.2.3.4", bits: undefined });
  });

  it.each([
    ["the point at infinity", Uint8Array.of(0)],
    ["no octets", new Uint8Array()],
    ["an odd number of octets", Uint8Array.of(4, 1, 2, 3)],
    ["a form without coordinates", Uint8Array.of(2)],
  ])("falls back to the octets for %s", (_, octets) => {
    expect(key([EC, P256], octets).identity).toMatch(/^1\.2\.840\.10045\.2\.1:/);
  });

  it("falls back to the octets for a curve that it cannot read", () => {
    expect(key([EC, NULL], point)).toMatchObject({ algorithm: "EC", bits: undefined });
    expect(key([EC, sequence(integer(1n))], point)).toMatchObject({ algorithm: "EC", bits: undefined });
  });
});

describe("the identity of other keys", () => {
  const DSA = oid("1.2.840.10040.4.1");
  const parameters = sequence(integer(MODULUS), integer(97n), integer(2n));

  it("is DSA's public value, whether the certificate has parameters or inherits them", () => {
    const inherited = key([DSA], integer(77n));
    expect(inherited).toMatchObject({ algorithm: "DSA", bits: undefined });
    expect(key([DSA, parameters], integer(77n))).toMatchObject({ bits: 1024, identity: inherited.identity });
    expect(key([DSA, parameters], integer(78n)).identity).not.toBe(inherited.identity);
    expect(key([oid("1.2.840.10046.2.1")], integer(77n)).identity).not.toBe(inherited.identity);
  });

  it("is the octets and the type of RFC 8410's keys", () => {
    const octets = Uint8Array.from({ length: 32 }, (_, index) => index);
    const identities = ["1.3.101.112", "1.3.101.110", "1.2.3"].map((type) => key([oid(type)], octets).identity);
    expect(new Set(identities).size).toBe(3);
    expect(key([oid("1.3.101.112"), NULL], octets).identity).toBe(identities[0]);
  });

  it("is the bits of a key of an unknown algorithm", () => {
    const unknown = key([oid("1.2.3")], fromHex("AB"));
    expect(unknown).toMatchObject({ algorithm: "1.2.3", bits: undefined, identity: "1.2.3:AB" });
    const sevenBits = decode(sequence(sequence(oid("1.2.3")), fromHex("0302 01AA")));
    expect(sevenBits.identity).not.toBe(key([oid("1.2.3")], fromHex("AA")).identity);
  });
});
