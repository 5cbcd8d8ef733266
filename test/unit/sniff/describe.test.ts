import { describe, expect, it } from "vitest";
import { describeKind, describeLayer, describeWrapped } from "../../../src/sniff/describe.js";
import { FILE_KINDS } from "../../../src/sniff/file-kind.js";
import type { Layer } from "../../../src/sniff/layer.js";

const LAYERS: readonly Layer[] = [
  { kind: "byte-order-mark", encoding: "utf-16le" },
  { kind: "quotes" },
  { kind: "request-body", pkcs12Value: "string", password: "string", misspelt: [] },
  { kind: "data-url" },
  { kind: "pem", label: "PKCS12" },
  { kind: "hex" },
  { kind: "base64", alphabet: "base64url", isPadded: true, lineBreaks: 0 },
];

describe("describeKind", () => {
  it("has different words for each kind", () => {
    const words = FILE_KINDS.map(describeKind);
    expect(new Set(words).size).toBe(FILE_KINDS.length);
    for (const word of words) expect(word).toMatch(/^[A-Za-z(].*[^.]$/);
  });
});

describe("describeLayer", () => {
  it("has different words for each layer", () => {
    expect(new Set(LAYERS.map(describeLayer)).size).toBe(LAYERS.length);
  });
});

describe("describeWrapped", () => {
  it("goes from the inside to the outside", () => {
    expect(describeWrapped("a PFX", LAYERS)).toBe(
      "a PFX in base64url in hexadecimal in a PEM block (PKCS12) in a data: URL in a request body in quotes behind a byte order mark (UTF-16LE)",
    );
    expect(describeWrapped("text", [])).toBe("text");
  });
});
