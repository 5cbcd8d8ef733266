import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.js";
import { UnsupportedError } from "../../../src/errors.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import type { Pfx } from "../../../src/pkcs12/pfx.js";
import { decodePfx } from "../../../src/pkcs12/pfx.js";
import type { Der } from "../../setup/der.js";
import {
  der,
  explicit,
  indefinite,
  integer,
  join,
  octetString,
  octetStringInPieces,
  oid,
  sequence,
} from "../../setup/der.js";
import { algorithm, dataInfo, macDataOf, pfx } from "../../setup/pfx.js";

const decode = (bytes: Uint8Array): Pfx => decodePfx(bytes, DEFAULT_LIMITS);
const refusal = (code: string, at: string): unknown => expect.objectContaining({ code, at });

const authSafe = sequence();
const macData = macDataOf(algorithm("2.16.840.1.101.3.4.2.1"), Uint8Array.of(1), octetString(), integer(7));
const withVersion = (version: Uint8Array): Der => sequence(version, dataInfo(authSafe));
const withContent = (...contentInfo: readonly Uint8Array[]): Der => sequence(integer(3), sequence(...contentInfo));

describe("decodePfx", () => {
  it("gives the octets under the MAC and the MacData", () => {
    expect(decode(pfx([], macData))).toEqual({
      authSafe,
      macData: {
        algorithm: { kind: "hmac", hash: "SHA-256", salt: new Uint8Array(), iterationCount: 7 },
        digest: Uint8Array.of(1),
      },
      encoding: "DER",
      trailingBytes: 0,
    });
    expect(decode(pfx([])).macData).toBeUndefined();
  });

  it("counts what follows the file", () => {
    expect(decode(join(pfx([]), new TextEncoder().encode("\r\n"))).trailingBytes).toBe(2);
  });

  it.each([
    [
      "indefinite lengths",
      indefinite(0x30, integer(3), indefinite(0x30, oid(OID.data), indefinite(0xa0, octetString(authSafe)))),
    ],
    [
      "a string in pieces",
      withContent(oid(OID.data), explicit(0, octetStringInPieces(authSafe.subarray(0, 1), authSafe.subarray(1)))),
    ],
    ["a padded length", join(Uint8Array.of(0x30, 0x82, 0, pfx([]).length - 2), pfx([]).subarray(2))],
  ])("reads %s and calls it BER", (_, bytes) => {
    expect(decode(bytes)).toEqual({ authSafe, macData: undefined, encoding: "BER", trailingBytes: 0 });
  });

  const pkcs8 = sequence(integer(0), algorithm("1.2.840.113549.1.1.1"), octetString(sequence(integer(0))));
  it.each([
    ["nothing", new Uint8Array()],
    ["PEM", new TextEncoder().encode("-----BEGIN CERTIFICATE-----")],
    ["base64 of a PFX", new TextEncoder().encode("MIIJ")],
    ["an empty SEQUENCE", sequence()],
    ["a certificate", sequence(sequence(explicit(0, integer(2)), integer(1)), algorithm("1.2.3"), octetString())],
    ["an RSA key of PKCS#1", sequence(integer(0), integer(35), integer(3))],
    ["a key of PKCS#8", pkcs8],
    ["an encrypted key of PKCS#8", sequence(algorithm(OID.pbes2), octetString())],
    ["PKCS#7", sequence(oid(OID.signedData), explicit(0, sequence(integer(1))))],
  ])("says that %s is no PFX", (_, bytes) => {
    expect(() => decode(bytes)).toThrow(refusal("ERR_PKCS12_NOT_PFX", "pfx"));
  });

  it.each([
    ["0", integer(0)],
    ["2", integer(2)],
    ["4", integer(4)],
    ["-3", der(0x02, Uint8Array.of(0xfd))],
    ["259, whose last octet is 3", integer(259)],
    ["a number of a megabyte", der(0x02, new Uint8Array(1_000_000).fill(3))],
    ["no octets", der(0x02)],
  ])("refuses version %s", (_, version) => {
    expect(() => decode(withVersion(version))).toThrow(refusal("ERR_PKCS12_VERSION", "pfx.version"));
  });

  it.each([
    ["a type that it cannot have", withContent(oid(OID.envelopedData), explicit(0, octetString()))],
    ["no content", withContent(oid(OID.data))],
    ["a content of another type", withContent(oid(OID.data), explicit(0, integer(1)))],
    ["two contents", withContent(oid(OID.data), explicit(0, octetString(), octetString()))],
    ["a piece of another type", withContent(oid(OID.data), explicit(0, der(0x24, integer(1))))],
  ])("refuses an authSafe of %s", (_, bytes) => {
    expect(() => decode(bytes)).toThrow(refusal("ERR_PKCS12_STRUCTURE", "authSafe"));
  });

  it("names public-key integrity mode", () => {
    const signed = withContent(oid(OID.signedData), explicit(0, sequence(integer(1))));
    expect(() => decode(signed)).toThrow(UnsupportedError);
    expect(() => decode(signed)).toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_PUBLIC_KEY_MODE", at: "authSafe", oid: OID.signedData }),
    );
  });

  it("refuses MacData that is none", () => {
    expect(() => decode(pfx([], integer(1)))).toThrow(refusal("ERR_PKCS12_MAC_PARAMETERS", "macData"));
  });

  it("says that a file is cut off, broken, or too deep", () => {
    expect(() => decode(pfx([]).subarray(0, 10))).toThrow(refusal("ERR_ASN1_TRUNCATED", "pfx"));
    expect(() => decode(sequence(Uint8Array.of(2, 5, 3)))).toThrow(refusal("ERR_ASN1_ENCODING", "pfx"));
    expect(() => decodePfx(pfx([]), { ...DEFAULT_LIMITS, depth: 2 })).toThrow(refusal("ERR_ASN1_LIMIT", "pfx"));
    expect(() => decodePfx(pfx([]), { ...DEFAULT_LIMITS, nodes: 5 })).toThrow(refusal("ERR_ASN1_LIMIT", "pfx"));
    expect(decodePfx(pfx([]), { ...DEFAULT_LIMITS, depth: 3, nodes: 6 }).authSafe).toEqual(authSafe);
  });
});
