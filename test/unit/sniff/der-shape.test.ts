import { describe, expect, it } from "vitest";
import { derKind } from "../../../src/sniff/der-shape.js";
import {
  bitString,
  contextPrimitive,
  der,
  explicit,
  indefinite,
  integer,
  nullValue,
  octetString,
  octetStringInPieces,
  oid,
  sequence,
  set,
  utf8,
} from "../../setup/der.js";
import { KEYS, textbookRsa, writeCertificate } from "../credential/certificate-writer.js";
import { certBag, plainPfx, sealedPfx } from "../credential/pfx-writer.js";
import { fromHex } from "./wrap.js";

const certificate = writeCertificate({ key: KEYS.first, subject: "leaf" });
const rsa = sequence(oid("1.2.840.113549.1.1.1"), nullValue());
const name = sequence(set(sequence(oid("2.5.4.3"), utf8("leaf"))));
const time = der(0x17, new TextEncoder().encode("260101000000Z"));
const data = (content: Uint8Array): Uint8Array => sequence(oid("1.2.840.113549.1.7.1"), explicit(0, content));
const signed = (...toBeSigned: readonly Uint8Array[]): Uint8Array =>
  sequence(sequence(...toBeSigned), rsa, bitString(new Uint8Array(8)));
const numbers = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, index) => integer(index === 0 ? 0n : index === 2 ? 65537n : 2n ** 255n));

describe("derKind", () => {
  // The beginnings of files that OpenSSL 3.0 wrote.
  it.each([
    ["certificate", "308202f9308201e1a003020102021472396131d43bb659b7311d65ad52c8d42f338b33300d06092a864886f70d"],
    ["certificate-request", "3082025130820139020100300c310a300806035504030c017830820122300d06092a864886f70d0101010500"],
    ["crl", "30820151303b300d06092a864886f70d01010b0500300c310a300806035504030c0178170d3236313132323035303631375a"],
    ["pkcs8", "308204be020100300d06092a864886f70d0101010500048204a8308204a40201000282010100de42d98a72ee910c14b6"],
    ["encrypted-pkcs8", "3082052d305706092a864886f70d01050d304a302906092a864886f70d01050c301c0408b1162aa29ab5cb8002"],
    ["rsa-private-key", "308204a40201000282010100de42d98a72ee910c14b6a3b3fe70cf200d23ef1498b5c30e4d0e749004261a16"],
    ["ec-private-key", "30770201010420fd9e70e2516cf097b55f804d3a33e0ab794abbf333be054489c2f9aed4c6efd8a00a06082a86"],
    ["public-key", "30820122300d06092a864886f70d01010105000382010f003082010a0282010100de42d98a72ee910c14b6a3b3fe"],
    ["pkcs7", "3082032806092a864886f70d010702a0820319308203150201013100300b06092a864886f70d010701a08202fd308202"],
    ["pfx", "30820df102010330820da006092a864886f70d010701a0820d9104820d8d"],
  ] as const)("knows a %s by its head", (kind, head) => {
    expect(derKind(fromHex(head))).toBe(kind);
  });

  it.each([
    ["pfx", "a PFX", plainPfx(certBag(certificate))],
    ["pfx", "with a MAC", sealedPfx(certBag(certificate))],
    ["pfx", "of version 2", sequence(integer(2), data(octetString()))],
    ["pfx", "of version 0", sequence(integer(0), data(octetString()))],
    ["pfx", "with a type of its own", sequence(integer(3), sequence(oid("1.2.3.4"), explicit(0, octetString())))],
    ["pfx", "in BER", indefinite(0x30, integer(3), indefinite(0x30, oid("1.2.840.113549.1.7.1")))],
    ["certificate", "of version 3", certificate],
    ["certificate", "of version 1", signed(integer(1), rsa, name, sequence(time, time), name)],
    ["crl", "of version 2", signed(integer(1), rsa, name, time)],
    ["certificate-request", "without a subject", signed(integer(0), sequence(), sequence(rsa, bitString()))],
    ["pkcs8", "for Ed25519", KEYS.first.pkcs8],
    ["pkcs8", "of version 2 with a public key", sequence(integer(1), rsa, octetString(), contextPrimitive(1))],
    [
      "encrypted-pkcs8",
      "under pbeWithSHAAnd3-KeyTripleDES-CBC",
      sequence(sequence(oid("1.2.840.113549.1.12.1.3")), octetString()),
    ],
    [
      "encrypted-pkcs8",
      "in pieces",
      sequence(sequence(oid("1.2.840.113549.1.5.13")), octetStringInPieces(octetString())),
    ],
    ["rsa-private-key", "by its nine numbers", sequence(...numbers(9))],
    ["ec-private-key", "without parameters", sequence(integer(1), octetString(new Uint8Array(32)))],
    ["public-key", "for Ed25519", KEYS.first.spki],
  ] as const)("knows a %s: %s", (kind, _, file) => {
    expect(derKind(file)).toBe(kind);
  });

  it.each([
    ["PFX", "pfx", plainPfx(certBag(certificate)), 12],
    ["certificate", "certificate", certificate, 10],
    ["private key", "pkcs8", textbookRsa().pkcs8, 9],
    ["RSA key", "rsa-private-key", sequence(...numbers(9)), 8],
    ["request", "certificate-request", signed(integer(0), name, sequence(rsa, bitString())), 10],
  ])("knows a %s that was cut off", (_, kind, file, length) => {
    for (let end = length; end < file.length; end++) expect(derKind(file.subarray(0, end)), `${end} octets`).toBe(kind);
  });

  it.each([
    ["nothing", ""],
    ["one octet", "30"],
    ["an empty sequence", "3000"],
    ["a sequence of NULL", "30020500"],
    ["an OCTET STRING first", "3003040100"],
    ["numbers", "3006020103020100"],
    ["two numbers from 0 on, as in a signature", "3006020100020105"],
    ["a SET", "310302010330030601 2A"],
    ["an elliptic curve's parameters", "300a06082a8648ce3d030107"],
    ["text that begins with 0", "30613061306130613061"],
  ])("leaves alone: %s", (_, hex) => {
    expect(derKind(fromHex(hex))).toBeUndefined();
  });

  it.each([
    ["a DSA key", sequence(integer(0n), ...Array.from({ length: 5 }, () => integer(2n ** 160n)))],
    ["eight numbers", sequence(...numbers(8))],
    ["a DigestInfo", sequence(sequence(oid("2.16.840.1.101.3.4.2.1"), nullValue()), octetString(new Uint8Array(32)))],
    ["an octet string of version 2", sequence(integer(2), octetString())],
    ["an octet string too long for a key", sequence(integer(1), octetString(new Uint8Array(200)))],
    ["another version with an algorithm", sequence(integer(7), rsa)],
    ["a version with an empty sequence", sequence(integer(3), sequence())],
    [
      "a Bouncy Castle FIPS store",
      sequence(sequence(sequence(oid("1.2.840.113549.1.5.13")), octetString()), sequence()),
    ],
    ["a list of certificates", sequence(certificate, certificate)],
  ])("leaves alone: %s", (_, file) => {
    expect(derKind(file)).toBeUndefined();
  });
});
