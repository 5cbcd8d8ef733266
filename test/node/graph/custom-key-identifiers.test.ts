/** Identifiers of every convention, made once more by Node's own digests and encodings. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { IdentifierConvention } from "../../../src/graph/custom-key-identifier.js";
import {
  IDENTIFIER_CONVENTIONS,
  readCustomKeyIdentifier,
  toCustomKeyIdentifier,
} from "../../../src/graph/custom-key-identifier.js";

const sha1 = (der: Uint8Array): Buffer => createHash("sha1").update(der).digest();
const hex = (der: Uint8Array): string => sha1(der).toString("hex").toUpperCase();

const MAKERS: Readonly<Record<IdentifierConvention, (der: Uint8Array) => Buffer>> = {
  sha1,
  "sha256-of-hex-thumbprint": (der) => createHash("sha256").update(hex(der), "ascii").digest(),
  "hex-as-base64": (der) => Buffer.from(hex(der), "base64"),
  "double-base64": (der) => Buffer.from(sha1(der).toString("base64"), "ascii"),
  "ascii-hex": (der) => Buffer.from(hex(der), "ascii"),
};

describe.each(IDENTIFIER_CONVENTIONS)("$id", ({ id, octets, isWritable }) => {
  it("is what Node computes, for many certificates", () => {
    for (let seed = 0; seed < 50; seed++) {
      const der = createHash("sha512").update(String(seed)).digest();
      const expected = MAKERS[id](der);
      expect(expected.length).toBe(octets);
      expect(readCustomKeyIdentifier(expected.toString("base64"), hex(der)).conventions).toEqual([id]);
      if (isWritable) expect(Buffer.from(toCustomKeyIdentifier(der, id))).toEqual(expected);
    }
  });
});
