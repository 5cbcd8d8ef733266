import { describe, expect, it } from "vitest";
import { peelBase64 } from "../../../../src/sniff/layers/base64.js";
import { peelByteOrderMark } from "../../../../src/sniff/layers/byte-order-mark.js";
import { peelDataUrl } from "../../../../src/sniff/layers/data-url.js";
import { peelHex } from "../../../../src/sniff/layers/hex.js";
import { peelPemBlock } from "../../../../src/sniff/layers/pem-block.js";
import { peelQuotes } from "../../../../src/sniff/layers/quotes.js";
import { dataUrl, fromHex, octets, pemBlock, utf8, utf16, withMark } from "../wrap.js";

const content = Uint8Array.of(0x30, 0x82, 0xff, 0, 7);

describe("peelByteOrderMark", () => {
  it.each([
    ["utf-8", withMark(utf8("Größe €😀"))],
    ["utf-16le", utf16(utf8("Größe €😀"), "le")],
    ["utf-16be", utf16(utf8("Größe €😀"), "be")],
  ])("decodes %s", (encoding, bytes) => {
    expect(peelByteOrderMark(bytes)).toEqual({
      layer: { kind: "byte-order-mark", encoding },
      bytes: utf8("Größe €😀"),
    });
  });

  it("takes off one mark of two, and leaves binary behind a mark as it is", () => {
    expect(peelByteOrderMark(utf16(utf8("\uFEFFa"), "le"))?.bytes).toEqual(utf8("\uFEFFa"));
    expect(peelByteOrderMark(withMark(content))?.bytes).toEqual(content);
  });

  it("takes half a unit at the end for a lost character", () => {
    expect(peelByteOrderMark(fromHex("fffe 4100 42"))?.bytes).toEqual(utf8("A\uFFFD"));
    expect(peelByteOrderMark(fromHex("feff 0041 00"))?.bytes).toEqual(utf8("A\uFFFD"));
  });

  it.each(["", "ef bb", "fe fe", "ff ff", "30 82"])("leaves alone: %s", (hex) => {
    expect(peelByteOrderMark(fromHex(hex))).toBeUndefined();
  });
});

describe("peelQuotes", () => {
  it.each([
    ["double quotes", '"MII="', "MII="],
    ["single quotes", "'MII='", "MII="],
    ["white space around them", ' "MII="\n', "MII="],
    ["a JSON string", '"{\\"a\\":\\"\\u00e4\\\\n\\"}"', '{"a":"ä\\n"}'],
    ["what is no JSON string", '"C:\\x"', "C:\\x"],
    ["a backslash in single quotes", "'a\\nb'", "a\\nb"],
    ["nothing", '""', ""],
  ])("takes them off %s", (_, text, expected) => {
    expect(peelQuotes(utf8(text))).toEqual({ layer: { kind: "quotes" }, bytes: utf8(expected) });
  });

  it.each(["", '"', "'a\"", '"a', "a'", "`a`"])("leaves alone: %j", (text) => {
    expect(peelQuotes(utf8(text))).toBeUndefined();
  });
});

describe("peelDataUrl", () => {
  it.each([
    ["a media type", dataUrl(content)],
    ["none", dataUrl(content, "")],
    ["parameters", dataUrl(content, "text/plain;charset=utf-8;name=a.pfx")],
    ["capitals and white space", utf8(" DATA:;BASE64,MIL/AAc=\n")],
  ])("decodes one with %s", (_, text) => {
    expect(peelDataUrl(text)).toEqual({ layer: { kind: "data-url" }, bytes: content });
  });

  it.each(["", "data:,MIL/AAc=", "data:;base64", "data:;base64,a.b", "https://example.com/;base64,MIL/", "MIL/AAc="])(
    "leaves alone: %j",
    (text) => {
      expect(peelDataUrl(utf8(text))).toBeUndefined();
    },
  );
});

describe("peelPemBlock", () => {
  it("decodes the only block, whatever is around it", () => {
    const text = octets(`Bag Attributes\n${new TextDecoder().decode(pemBlock(content, "ANY LABEL"))}\nend`);
    expect(peelPemBlock(text)).toEqual({ layer: { kind: "pem", label: "ANY LABEL" }, bytes: content });
  });

  it("decodes a block without its last line", () => {
    expect(peelPemBlock(utf8("-----BEGIN A-----\nMIL/AAc=\n"))?.bytes).toEqual(content);
  });

  it.each([
    ["no block", "MIL/AAc="],
    ["two blocks", "-----BEGIN A-----\nMIL/\n-----END A-----\n-----BEGIN A-----\nMIL/\n-----END A-----\n"],
    ["headers", "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIL/\n-----END RSA PRIVATE KEY-----\n"],
    ["an empty block", "-----BEGIN A-----\n-----END A-----\n"],
  ])("leaves alone: %s", (_, text) => {
    expect(peelPemBlock(utf8(text))).toBeUndefined();
  });
});

describe("peelHex", () => {
  it.each([
    ["lower case", "3082ff0007"],
    ["upper case", "3082FF0007"],
    ["colons", "30:82:ff:00:07"],
    ["hyphens", "30-82-FF-00-07"],
    ["lines", " 3082ff\r\n0007\n"],
    ["the prefix of SQL", "0x3082FF0007"],
    ["the prefix of PostgreSQL", "\\x3082ff0007"],
  ])("decodes %s", (_, text) => {
    expect(peelHex(utf8(text))).toEqual({ layer: { kind: "hex" }, bytes: content });
  });

  it.each(["", " : ", "308", "30 8", "308g", "0x", "x3082", "30x82", "MIIC"])("leaves alone: %j", (text) => {
    expect(peelHex(utf8(text))).toBeUndefined();
  });
});

describe("peelBase64", () => {
  it("decodes a text and describes it", () => {
    const layer = { kind: "base64", alphabet: "base64", isPadded: true, lineBreaks: 1 };
    expect(peelBase64(utf8("\v MIL/\nAAc=\f\n"))).toEqual({ layer, bytes: content });
  });

  it.each(["", "MIL/!", "{}"])("leaves alone: %j", (text) => {
    expect(peelBase64(utf8(text))).toBeUndefined();
  });
});
