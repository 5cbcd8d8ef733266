import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { MalformedError } from "../../../src/errors.js";
import { attributeText, decodeName, escapeUnprintable, formatName } from "../../../src/x509/name.js";
import { der, oid, sequence, utf8 } from "../../setup/der.js";
import { fromHex } from "./fixtures.js";

const CN = "2.5.4.3";
const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), value);
const rdn = (...attributes: Uint8Array[]): Uint8Array => der(0x31, ...attributes);
const name = (...rdns: Uint8Array[]) => decodeName(decodeWhole(sequence(...rdns), "name"), "name");
const cn = (text: string) => name(rdn(attribute(CN, utf8(text))));

describe("formatName", () => {
  it("writes the most significant RDN last", () => {
    const three = name(
      rdn(attribute("2.5.4.6", der(0x13, new TextEncoder().encode("DE")))),
      rdn(attribute("2.5.4.10", utf8("Example"))),
      rdn(attribute(CN, utf8("a"))),
    );
    expect(formatName(three)).toBe("CN=a,O=Example,C=DE");
  });

  it("writes the empty name as the empty text", () => {
    expect(formatName(name())).toBe("");
  });

  it("joins the attributes of one RDN with +", () => {
    // RFC 4514 section 4, second example.
    const first = rdn(attribute("2.5.4.11", utf8("Sales")), attribute(CN, utf8("J.  Smith")));
    const dc = (text: string): Uint8Array =>
      rdn(attribute("0.9.2342.19200300.100.1.25", der(0x16, new TextEncoder().encode(text))));
    expect(formatName(name(dc("net"), dc("example"), first))).toBe("OU=Sales+CN=J.  Smith,DC=example,DC=net");
  });

  // RFC 4514 sections 2.4 and 4.
  it.each([
    ['James "Jim" Smith, III', 'CN=James \\"Jim\\" Smith\\, III'],
    ["Before\rAfter", "CN=Before\\0DAfter"],
    ["Lu\u010Di\u0107", "CN=Lu\u010Di\u0107"],
    [" both ", "CN=\\ both\\ "],
    [" ", "CN=\\ "],
    ["  ", "CN=\\ \\ "],
    ["#hash#", "CN=\\#hash#"],
    ["a+b;c<d>e\\f=g", "CN=a\\+b\\;c\\<d\\>e\\\\f=g"],
    ["\u0000", "CN=\\00"],
    ["", "CN="],
    ["\u{1F600}", "CN=\u{1F600}"],
  ])("escapes %j", (text, formatted) => {
    expect(formatName(cn(text))).toBe(formatted);
  });

  it.each([
    ["an escape sequence", "\u001B[31m", "\\1B[31m"],
    ["the one-character CSI", "\u009B31m", "\\C2\\9B31m"],
    ["delete", "\u007F", "\\7F"],
    ["a direction override", "a\u202Eb", "a\\E2\\80\\AEb"],
    ["a line separator", "a\u2028b", "a\\E2\\80\\A8b"],
    ["a byte order mark", "\uFEFFa", "\\EF\\BB\\BFa"],
  ])("lets %s through to no terminal", (_, text, value) => {
    expect(formatName(cn(text))).toBe(`CN=${value}`);
  });

  it("writes a type without a short name as its identifier with the value's encoding", () => {
    // RFC 4514 section 4, last example but one.
    const unknown = name(rdn(attribute("1.3.6.1.4.1.1466.0", fromHex("04024869"))));
    expect(formatName(unknown)).toBe("1.3.6.1.4.1.1466.0=#04024869");
  });

  it("uses no name that belongs to something else than an attribute", () => {
    expect(formatName(name(rdn(attribute("1.2.840.113549.1.1.1", utf8("x")))))).toBe("1.2.840.113549.1.1.1=#0C0178");
  });

  it("writes a value that is no well-formed string as its encoding", () => {
    expect(formatName(name(rdn(attribute(CN, fromHex("1E03006100")))))).toBe("CN=#1E03006100");
    expect(formatName(name(rdn(attribute(CN, fromHex("020101")))))).toBe("CN=#020101");
  });

  it("survives a lone surrogate in a BMPString", () => {
    expect(formatName(name(rdn(attribute(CN, fromHex("1E02D800")))))).toBe("CN=\\EF\\BF\\BD");
  });
});

describe("decodeName", () => {
  it("keeps the encoding and the order of the file", () => {
    const encoded = sequence(rdn(attribute("2.5.4.6", utf8("DE"))), rdn(attribute(CN, utf8("a"))));
    const { der: kept, rdns } = decodeName(decodeWhole(encoded, "name"), "name");
    expect(kept).toEqual(encoded);
    expect(rdns.map((attributes) => attributes.map(({ type }) => type))).toEqual([["2.5.4.6"], [CN]]);
    expect(rdns[0]?.[0] && attributeText(rdns[0][0])).toBe("DE");
  });

  it.each([
    ["no SEQUENCE", "0500"],
    ["an RDN that is no SET", "30023000"],
    ["an attribute without a value", "3009310730050603550403"],
    ["an attribute without a type", "300631043002 0500"],
  ])("refuses %s", (_, hex) => {
    const node = decodeWhole(fromHex(hex), "name");
    expect(() => decodeName(node, "name")).toThrow(MalformedError);
    expect(() => decodeName(node, "name")).toThrow(expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED" }));
  });
});

describe("escapeUnprintable", () => {
  it("leaves what can be printed alone", () => {
    expect(escapeUnprintable('a, "\u00E9" \\')).toBe('a, "\u00E9" \\');
  });
});
