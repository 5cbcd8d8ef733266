import { describe, expect, it } from "vitest";
import { encodeHex } from "../../../src/bytes/hex.js";
import { LimitError, MalformedError } from "../../../src/errors.js";
import type { Certificate } from "../../../src/x509/certificate.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { readKeyUsage } from "../../../src/x509/key-usage.js";
import { formatName } from "../../../src/x509/name.js";
import { bitString, der, integer, join, octetString, oid, sequence, utf8 } from "../../setup/der.js";
import { FULL_CERTIFICATE, fromBase64, fromHex, PAIRS, V1_CERTIFICATE } from "./fixtures.js";

const time = (tag: number, text: string): Uint8Array => der(tag, new TextEncoder().encode(text));
const cn = (value: Uint8Array): Uint8Array => sequence(der(0x31, sequence(oid("2.5.4.3"), value)));
const ED25519 = sequence(oid("1.3.101.112"));
const SIGNATURE = bitString(new Uint8Array(64));

const DEFAULTS = {
  version: der(0xa0, integer(2n)),
  serialNumber: integer(1n),
  signature: ED25519,
  issuer: cn(utf8("issuer")),
  validity: sequence(time(0x17, "240101000000Z"), time(0x18, "20510101000000Z")),
  subject: cn(utf8("subject")),
  publicKey: fromBase64(PAIRS.ed25519.spki),
};

/** A certificate from parts: those of DEFAULTS replaced by `parts`, an empty part left out, `extra` behind them. */
function build(parts: Partial<typeof DEFAULTS>, ...extra: Uint8Array[]): Uint8Array {
  return sequence(buildTbs(parts, ...extra), ED25519, SIGNATURE);
}

function buildTbs(parts: Partial<typeof DEFAULTS>, ...extra: Uint8Array[]): Uint8Array {
  return sequence(...Object.values({ ...DEFAULTS, ...parts }), ...extra);
}
const parse = (bytes: Uint8Array): Certificate => parseCertificate(bytes, "bag");
const ABSENT = new Uint8Array();

describe("parseCertificate", () => {
  it("reads every field", () => {
    const certificate = parse(fromBase64(FULL_CERTIFICATE));
    expect(certificate).toMatchObject({
      version: 3,
      serialNumber: "1234567890ABCDEF",
      signatureAlgorithm: { oid: "1.2.840.10045.4.3.2", name: "ecdsa-with-SHA256", digest: "SHA-256" },
      publicKey: { oid: "1.2.840.10045.2.1", algorithm: "EC P-256", bits: 256 },
      trailingBytes: 0,
    });
    expect(certificate.der).toEqual(fromBase64(FULL_CERTIFICATE));
    expect(formatName(certificate.subject)).toBe("CN=Zo\u00EB \\<x\\>,OU=A\\+OU=B,O=Beispiel \\, GmbH,C=DE");
    expect(certificate.extensions.map(({ oid: type, critical }) => [type, critical])).toEqual([
      ["2.5.29.15", true],
      ["2.5.29.37", false],
      ["2.5.29.19", true],
      ["2.5.29.14", false],
      ["2.5.29.35", false],
      ["2.5.29.17", false],
    ]);
  });

  it("reads dates of both types as instants", () => {
    const { notBefore, notAfter } = parse(build({}));
    expect([notBefore.toISOString(), notAfter.toISOString()]).toEqual([
      "2024-01-01T00:00:00.000Z",
      "2051-01-01T00:00:00.000Z",
    ]);
  });

  it("reads version 1 with a negative serial number", () => {
    expect(parse(fromBase64(V1_CERTIFICATE))).toMatchObject({ version: 1, serialNumber: "-05", extensions: [] });
  });

  it("owns its copy", () => {
    const given = fromBase64(V1_CERTIFICATE);
    const { der: kept } = parse(given);
    given.fill(0);
    expect(kept).toEqual(fromBase64(V1_CERTIFICATE));
  });
});

describe("what is odd and still a certificate", () => {
  it("may be followed by other octets, which are counted and left out", () => {
    const certificate = parse(join(fromBase64(V1_CERTIFICATE), fromHex("0A0000")));
    expect(certificate.trailingBytes).toBe(3);
    expect(encodeHex(certificate.der)).toBe(encodeHex(fromBase64(V1_CERTIFICATE)));
  });

  it.each([
    [0n, "0"],
    [2n ** 200n, `01${"00".repeat(25)}`],
  ])("may have the serial number %s", (value, text) => {
    expect(parse(build({ serialNumber: integer(value) })).serialNumber).toBe(text);
  });

  it("may have an unknown version", () => {
    expect(parse(build({ version: der(0xa0, integer(8n)) })).version).toBe(9);
  });

  it("may have extensions in version 1, and unique identifiers before them", () => {
    const keyUsage = sequence(oid("2.5.29.15"), octetString(fromHex("03020780")));
    const extra = [fromHex("81020001"), fromHex("82020001"), der(0xa3, sequence(keyUsage))];
    const certificate = parse(build({ version: ABSENT }, ...extra));
    expect(certificate.version).toBe(1);
    expect(readKeyUsage(certificate)?.value).toEqual(["digitalSignature"]);
  });

  it("may have a broken extension value", () => {
    const certificate = parse(build({}, der(0xa3, sequence(sequence(oid("2.5.29.15"), octetString(fromHex("FF")))))));
    expect(readKeyUsage(certificate)?.error).toBeInstanceOf(MalformedError);
  });

  it("may have a BMPString of odd length, or none at all, in its name", () => {
    expect(formatName(parse(build({ subject: cn(fromHex("1E03006100")) })).subject)).toBe("CN=#1E03006100");
    expect(formatName(parse(build({ subject: sequence() })).subject)).toBe("");
  });

  it("may have GeneralizedTime before 2050 and UTCTime without seconds", () => {
    const validity = sequence(time(0x18, "20200229120000Z"), time(0x17, "2402291200Z"));
    const { notBefore, notAfter } = parse(build({ validity }));
    expect([notBefore.toISOString(), notAfter.toISOString()]).toEqual([
      "2020-02-29T12:00:00.000Z",
      "2024-02-29T12:00:00.000Z",
    ]);
  });

  it("may have a key of a type that nobody knows", () => {
    const publicKey = sequence(sequence(oid("1.2.3"), fromHex("0500")), bitString(fromHex("DEADBEEF")));
    expect(parse(build({ publicKey })).publicKey).toMatchObject({ algorithm: "1.2.3", identity: "1.2.3:DEADBEEF" });
  });

  it("may be BER", () => {
    const ber = join(fromHex("3080"), buildTbs({}), ED25519, SIGNATURE, fromHex("0000"));
    expect(parse(ber).serialNumber).toBe("01");
  });
});

describe("what is no certificate", () => {
  it.each([
    ["nothing", ABSENT],
    ["a cut-off certificate", fromBase64(V1_CERTIFICATE).subarray(0, 100)],
    ["text", new TextEncoder().encode("-----BEGIN CERTIFICATE-----")],
    ["a public key", fromBase64(PAIRS.p256.spki)],
    ["a private key", fromBase64(PAIRS.p256.pkcs8)],
    ["no signature", sequence(sequence(), ED25519)],
    ["no serial number", build({ serialNumber: fromHex("0500") })],
    ["a version that is no number", build({ version: der(0xa0, fromHex("0500")) })],
    ["a name that is none", build({ issuer: integer(1n) })],
    ["one date", build({ validity: sequence(time(0x17, "240101000000Z")) })],
    [
      "a date that does not exist",
      build({ validity: sequence(time(0x17, "240230000000Z"), time(0x17, "250101000000Z")) }),
    ],
    ["no key", build({ publicKey: sequence() })],
    ["extensions that are no list", build({}, der(0xa3, integer(1n)))],
  ])("is refused: %s", (_, bytes) => {
    const refused = expect.objectContaining({
      code: "ERR_X509_CERTIFICATE",
      at: "bag",
      cause: expect.any(MalformedError),
    });
    expect(() => parse(bytes)).toThrow(MalformedError);
    expect(() => parse(bytes)).toThrow(refused);
  });

  it("is nested deeper than the limit", () => {
    const deep = Array.from({ length: 140 }).reduce<Uint8Array>((inner) => sequence(inner), integer(1n));
    expect(() => parse(deep)).toThrow(LimitError);
  });
});
