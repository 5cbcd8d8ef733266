import { describe, expect, it } from "vitest";
import { hasConvertedLineEnds, isDecodedAsText } from "../../../src/sniff/mangled.js";
import { ownVector } from "../../setup/own-vectors.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { octets, utf8 } from "./wrap.js";

const pfx = ownVector("openssl-legacy").bytes;
const asText = (label: string): ((bytes: Uint8Array) => Uint8Array) => {
  const decoder = new TextDecoder(label);
  return (bytes) => utf8(decoder.decode(bytes));
};
const asLatin1 = (bytes: Uint8Array): Uint8Array => utf8(Array.from(bytes, (it) => String.fromCharCode(it)).join(""));
const asAscii = (bytes: Uint8Array): Uint8Array => bytes.map((octet) => (octet < 0x80 ? octet : 0x3f));
const withCrLf = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(Array.from(bytes).flatMap((octet) => (octet === 0x0a ? [0x0d, 0x0a] : [octet])));

/** Long enough for its lengths to have two octets, as those of real ones have. */
const certificate = writeCertificate({ key: KEYS.first, subject: "leaf".repeat(80) });

describe("isDecodedAsText", () => {
  it.each([
    ["UTF-8", asText("utf-8")],
    ["Windows-1252", asText("windows-1252")],
    ["Latin-1", asLatin1],
    ["ASCII", asAscii],
  ])("knows what a decoder of %s leaves of a file", (_, decode) => {
    expect(isDecodedAsText(decode(pfx))).toBe(true);
    expect(isDecodedAsText(decode(certificate))).toBe(true);
  });

  it("knows what is left of a Java key store", () => {
    expect(isDecodedAsText(asText("utf-8")(octets("\xfe\xed\xfe\xed\0\0\0\x02\0\0\0\x01")))).toBe(true);
  });

  it.each([
    ["the file itself", pfx],
    ["text", utf8("0? What is 0\u00821?")],
    ["prices", utf8("0€ or 10€, and 0€ to 500€")],
    ["text with a lost character", utf8("Gr\uFFFD\uFFFDe\n\tund mehr")],
    ["a terminal's text with a lost character", utf8("\u001B[31mGr\uFFFDn\u001B[0m\u0007")],
    ["controls without a lost character", utf8("\0\x01\x02")],
    ["nothing", new Uint8Array()],
  ])("leaves alone: %s", (_, bytes) => {
    expect(isDecodedAsText(bytes)).toBe(false);
  });

  it("does not stumble over a character that the head ends within", () => {
    expect(isDecodedAsText(utf8(`\0\uFFFD${"a".repeat(507)}€`))).toBe(true);
  });
});

describe("hasConvertedLineEnds", () => {
  it("knows a file whose line feeds were converted", () => {
    expect(pfx.includes(0x0a)).toBe(true);
    expect(hasConvertedLineEnds(withCrLf(pfx))).toBe(true);
  });

  it("knows one whose length has a line feed in it", () => {
    const file = Uint8Array.of(0x30, 0x82, 0x01, 0x0a, ...new Uint8Array(0x10a));
    expect(hasConvertedLineEnds(withCrLf(file))).toBe(true);
  });

  it.each([
    ["the file itself", pfx],
    ["a line feed behind the file", Uint8Array.of(...pfx, 0x0a)],
    ["CR LF behind a file without line feeds", Uint8Array.of(0x30, 0x02, 0x05, 0x00, 0x0d, 0x0a)],
    ["a file cut off", withCrLf(pfx).subarray(0, 1000)],
    ["text", utf8("0\r\n1\r\n2\r\n")],
    ["nothing", new Uint8Array()],
  ])("leaves alone: %s", (_, bytes) => {
    expect(hasConvertedLineEnds(bytes)).toBe(false);
  });
});
