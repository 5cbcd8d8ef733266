import { describe, expect, it } from "vitest";
import { parseName } from "../../../src/x509/parse-name.js";

const cn = (text: string): unknown => [[{ type: "CN", text }]];

describe("parseName", () => {
  it.each([
    ["CN=customDisplayName", "customDisplayName"],
    ["CN=a b", "a b"],
    ["CN=a=b", "a=b"],
    ["CN=a#b", "a#b"],
    ["CN=", ""],
    ['CN=a\\,b\\+c\\;d\\<e\\>f\\\\g\\"h\\=i', 'a,b+c;d<e>f\\g"h=i'],
    ["CN=a\\2Cb", "a,b"],
    ["CN=a\\2cb", "a,b"],
    ["CN=\\#a", "#a"],
    ["CN=\\ a\\ ", " a "],
    ["CN=\\20a\\20", " a "],
    ["CN=\\ \\ ", "  "],
    ["CN=\\00", "\0"],
    ["CN=Lu\\C4\\8Di\\C4\\87", "Lučić"],
    ["CN=Lučić", "Lučić"],
    ["CN=\\F0\\9F\\98\\80😀", "😀😀"],
    ["CN=\\EF\\BB\\BFa", "\uFEFFa"],
    ["CN=a\nb", "a\nb"],
    ["CN=#0C0161", "a"],
    ["CN=#0c02C3A4", "ä"],
    ["CN=#130141", "A"],
    ["CN=#1e020041", "A"],
  ])("reads %j", (text, value) => {
    expect(parseName(text, "name")).toEqual(cn(value));
  });

  it("keeps types as they are written", () => {
    for (const type of ["cn", "Cn", "2.5.4.3", "x-1", "0.9.2342"]) {
      expect(parseName(`${type}=a`, "name")).toEqual([[{ type, text: "a" }]]);
    }
  });

  it("gives the RDNs in the order of a certificate, attributes of one as written", () => {
    // RFC 4514 section 4, second example.
    expect(parseName("OU=Sales+CN=J.  Smith,DC=example,DC=net", "name")).toEqual([
      [{ type: "DC", text: "net" }],
      [{ type: "DC", text: "example" }],
      [
        { type: "OU", text: "Sales" },
        { type: "CN", text: "J.  Smith" },
      ],
    ]);
  });

  it("has no RDN for the empty text", () => {
    expect(parseName("", "name")).toEqual([]);
  });

  it.each([
    ["a", 0],
    ["=a", 0],
    ["1=a", 0],
    ["01.2=a", 0],
    ["CN =a", 0],
    [" CN=a", 0],
    ["CN=a,b", 5],
    ["CN=a, O=b", 5],
    ["CN=a,", 5],
    ["CN=a+", 5],
    ["CN=a,,O=b", 5],
    ["CN= a", 3],
    ["CN= ", 3],
    ["CN=a ", 4],
    ["CN=a  ,O=b", 5],
    ['CN="a"', 3],
    ['CN=a"', 4],
    ["CN=a;O=b", 4],
    ["CN=a<b", 4],
    ["CN=a>b", 4],
    ["CN=a\0", 4],
    ["CN=a\\", 4],
    ["CN=a\\b", 4],
    ["CN=a\\4", 4],
    ["CN=a\\é", 4],
    ["CN=a\uD800b", 4],
    ["CN=\\C4", 3],
    ["CN=\\FF\\FE", 3],
    ["CN=\\ED\\A0\\80", 3],
    ["CN=#", 3],
    ["CN=#0", 3],
    ["CN=#0C0161\u001B", 10],
    ["CN=#0C01610", 10],
    ["CN=#0C02", 3],
    ["CN=#0C016100", 3],
    ["CN=#020101", 3],
    ["CN=#1E0100", 3],
  ])("refuses %j", (text, index) => {
    const at = `name[${index}]`;
    expect(() => parseName(text, "name")).toThrow(
      expect.objectContaining({ name: "MalformedError", code: "ERR_X509_NAME", at }),
    );
  });

  it("never repeats a control character of the text", () => {
    expect(() => parseName("CN=#0C0161\u001B[2J", "name")).toThrow(/^[ -~]+$/);
  });
});
