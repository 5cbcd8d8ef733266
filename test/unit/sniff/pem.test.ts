import { describe, expect, it } from "vitest";
import { findPemBlocks, labelMeaning, pemKind, readPemLabels } from "../../../src/sniff/pem.js";
import { utf8 } from "./wrap.js";

const block = (label: string, content = "AAAA"): string =>
  `-----BEGIN ${label}-----\n${content}\n-----END ${label}-----\n`;
const contents = (text: string): readonly (readonly [string, string])[] =>
  [...findPemBlocks(utf8(text))].map(({ label, content }) => [label, new TextDecoder().decode(content)]);

describe("findPemBlocks", () => {
  it("finds blocks in any text, in order", () => {
    const text = `Bag Attributes\n    friendlyName: -----\n${block("A", "AA")}Key Attributes: <none>\r\n${block("B C", "BB")}end`;
    expect(contents(text)).toEqual([
      ["A", "\nAA\n"],
      ["B C", "\nBB\n"],
    ]);
  });

  it("takes a block without its last line to the end of the text, or to the next block", () => {
    expect(contents("-----BEGIN A-----\nAAAA\n")).toEqual([["A", "\nAAAA\n"]]);
    expect(contents(`-----BEGIN A-----\nAAAA\n${block("B")}`)).toEqual([
      ["A", "\nAAAA\n"],
      ["B", "\nAAAA\n"],
    ]);
  });

  it("passes over what has no label", () => {
    expect(contents(`-----BEGIN ${"A".repeat(100)}-----\n-----BEGIN \n-----BEGIN Ä-----\n${block("B")}`)).toEqual([
      ["B", "\nAAAA\n"],
    ]);
    expect(contents("-----BEGI")).toEqual([]);
    expect(contents("-----BEGIN CERT")).toEqual([]);
  });

  it("looks at 10,000 blocks", () => {
    expect(contents("-----BEGIN A-----\n".repeat(10_001))).toHaveLength(10_000);
  });
});

describe("readPemLabels", () => {
  it("names each once, twenty of them", () => {
    expect(readPemLabels(utf8(block("A") + block("B") + block("A")))).toEqual(["A", "B"]);
    const many = Array.from({ length: 30 }, (_, index) => block(`L${index}`));
    expect(readPemLabels(utf8(many.join("")))).toHaveLength(20);
  });
});

describe("labelMeaning", () => {
  it.each([
    ["CERTIFICATE", "certificate"],
    ["X509 CERTIFICATE", "certificate"],
    ["TRUSTED CERTIFICATE", "certificate"],
    ["PRIVATE KEY", "private-key"],
    ["ENCRYPTED PRIVATE KEY", "private-key"],
    ["RSA PRIVATE KEY", "private-key"],
    ["EC PRIVATE KEY", "private-key"],
    ["OPENSSH PRIVATE KEY", "openssh-key"],
    ["EC PARAMETERS", "parameters"],
    ["CERTIFICATE REQUEST", "other"],
    ["ATTRIBUTE CERTIFICATE", "other"],
    ["PUBLIC KEY", "other"],
    ["PGP PRIVATE KEY BLOCK", "other"],
    ["PKCS7", "other"],
  ])("takes %s for %s", (label, meaning) => {
    expect(labelMeaning(label)).toBe(meaning);
  });
});

describe("pemKind", () => {
  it.each([
    ["pem-certificate", ["CERTIFICATE"]],
    ["pem-certificate", ["CERTIFICATE", "TRUSTED CERTIFICATE"]],
    ["pem-private-key", ["ENCRYPTED PRIVATE KEY"]],
    ["pem-private-key", ["EC PARAMETERS", "EC PRIVATE KEY"]],
    ["pem-key-and-certificate", ["PRIVATE KEY", "CERTIFICATE"]],
    ["pem-key-and-certificate", ["CERTIFICATE", "CERTIFICATE", "RSA PRIVATE KEY"]],
    ["openssh-key", ["OPENSSH PRIVATE KEY"]],
    ["pem", ["CERTIFICATE REQUEST"]],
    ["pem", ["EC PARAMETERS"]],
    ["pem", ["CERTIFICATE", "X509 CRL"]],
    ["pem", ["PRIVATE KEY", "PUBLIC KEY"]],
    ["pem", ["PKCS7"]],
    [undefined, []],
  ])("calls it %s: %j", (kind, labels) => {
    expect(pemKind(utf8(`text\n${labels.map((label) => block(label)).join("")}`))).toBe(kind);
  });
});
