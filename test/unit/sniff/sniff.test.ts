import { describe, expect, it } from "vitest";
import type { FileKind } from "../../../src/sniff/file-kind.js";
import { FILE_KINDS } from "../../../src/sniff/file-kind.js";
import { sniff } from "../../../src/sniff/sniff.js";
import { ownVectors } from "../../setup/own-vectors.js";
import { fromHex, octets, utf8 } from "./wrap.js";

/** One of each kind; the files of each room have more. */
const EXAMPLES: Readonly<Record<FileKind, Uint8Array>> = {
  pfx: fromHex("30 82 0D F1 02 01 03 30 82 0D A0 06 09"),
  certificate: fromHex("30 82 02 E8 30 82 01 D0 A0 03 02 01 02"),
  "certificate-request": fromHex("30 82 02 51 30 82 01 39 02 01 00 30 0c 31 0a"),
  crl: fromHex("30 82 01 51 30 3b 30 0d 06 09 2a 86 48 86 f7 0d 01 01 0b 05 00 30 00 17 0d"),
  pkcs8: fromHex("30 11 02 01 00 30 05 06 01 2A 05 00 04 05 30 03 02 01 00"),
  "encrypted-pkcs8": fromHex("30 82 05 2d 30 57 06 09 2a 86 48 86 f7 0d 01 05 0d"),
  "rsa-private-key": fromHex("30 82 04 a4 02 01 00 02 82 01 01 00"),
  "ec-private-key": fromHex("30 77 02 01 01 04 20"),
  "public-key": fromHex("30 2a 30 05 06 03 2b 65 70 03 21 00"),
  pkcs7: fromHex("30 82 02 E8 06 09 2A 86 48 86 F7 0D 01 07 02"),
  "pem-certificate": utf8("subject=CN = leaf\n-----BEGIN CERTIFICATE-----\n"),
  "pem-private-key": utf8("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"),
  "pem-key-and-certificate": utf8("-----BEGIN PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n"),
  pem: utf8("-----BEGIN CERTIFICATE REQUEST-----\n"),
  "openssh-key": utf8("\nssh-rsa AAAA"),
  "putty-key": utf8("PuTTY-User-Key-File-2: ssh-rsa"),
  jks: fromHex("feedfeed 00000002"),
  jceks: fromHex("cececece 00000002"),
  bks: fromHex(`00000002 00000014 ${"11".repeat(20)} 00000548`),
  jwe: utf8("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ...kDJ04sJShkkgjL9Bm49plA\n"),
  jwt: utf8("eyJhbGciOiJub25lIn0.e30."),
  json: utf8(' {"a": 1}'),
  zip: fromHex("50 4B 03 04"),
  gzip: fromHex("1f 8b 08"),
  html: utf8("\r\n<!doctype html>"),
  xml: utf8('<?xml version="1.0"?>'),
  mangled: utf8("0\uFFFD\r\uFFFD\x02\x01\x030\uFFFD"),
  text: utf8("hello"),
  empty: new Uint8Array(),
  unknown: octets("\x00\x01\x02\x03"),
};

describe("sniff", () => {
  it.each(FILE_KINDS)("knows %s", (kind) => {
    expect(sniff(EXAMPLES[kind])).toBe(kind);
  });

  it.each([
    ["white space", " \r\n\t", "empty"],
    ["a number", "0", "text"],
    ["half a line of PEM", "-----BEGI", "text"],
    ["JSON with PEM in it", '{"a":"-----BEGIN CERTIFICATE-----"}', "json"],
    ["a page with PEM in it", "<html>-----BEGIN CERTIFICATE-----", "html"],
    ["base64 of a PFX", "MIIKcQIBAzCCCjcGCSqGSIb3DQEHAaCC", "text"],
    ["a thousand words", "word ".repeat(1000), "text"],
  ])("of %s decides by what is around it", (_, text, kind) => {
    expect(sniff(utf8(text))).toBe(kind);
  });

  it("calls binary data that begins like nothing unknown, even with a line of PEM in it", () => {
    expect(sniff(octets("\x7fELF\x02\x01\x01\0-----BEGIN CERTIFICATE-----\n"))).toBe("unknown");
    expect(sniff(fromHex("30"))).toBe("text");
    expect(sniff(fromHex("ff fe fd"))).toBe("unknown");
  });

  it("knows each vector for a PFX, from two dozen octets on", () => {
    for (const { entry, bytes } of ownVectors()) {
      const kind = entry.id === "broken-no-pfx" ? "certificate" : "pfx";
      expect(sniff(bytes), entry.id).toBe(kind);
      for (let length = 24; length < 60; length++) expect(sniff(bytes.subarray(0, length)), entry.id).toBe(kind);
    }
  });
});
