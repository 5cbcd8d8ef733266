/** Names in text form: what is written is read as the same, and no text keeps the reader from answering. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../src/asn1/ber.js";
import { MalformedError } from "../../src/errors.js";
import { decodeName, formatName } from "../../src/x509/name.js";
import { parseName } from "../../src/x509/parse-name.js";
import { oid, sequence, set, utf8 } from "../setup/der.js";
import { settings } from "./settings.js";

const commonName = (text: string) =>
  decodeName(decodeWhole(sequence(set(sequence(oid("2.5.4.3"), utf8(text)))), "n"), "n");

/** Any text of Unicode, dense in the characters that the grammar is about. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 3 }),
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.constantFrom(...' #,+;<>="\\', "\\2C", "\0", "\uFEFF", "\u200F", "\n", "=", "CN=", "é"),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("parseName", () => {
  it("reads what formatName writes", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseName(formatName(commonName(text)), "name")).toEqual([[{ type: "CN", text }]]);
      }),
      settings(1000),
    );
  });

  it("reads several RDNs in the order of a certificate", () => {
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (rdns) => {
        const der = sequence(...rdns.map((rdn) => set(...rdn.map((text) => sequence(oid("2.5.4.11"), utf8(text))))));
        const name = decodeName(decodeWhole(der, "n"), "n");
        const expected = rdns.map((rdn) => rdn.map((text) => ({ type: "OU", text })));
        expect(parseName(formatName(name), "name")).toEqual(expected);
      }),
      settings(300),
    );
  });

  it("reads any other text or refuses it with a place inside it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          parseName(`CN=${text}`, "name");
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
          const { at, code } = error as MalformedError;
          expect(code).toBe("ERR_X509_NAME");
          const index = Number(/^name\[(\d+)\]$/.exec(at)?.[1]);
          expect(index).toBeLessThanOrEqual(text.length + 3);
        }
      }),
      settings(1000),
    );
  });

  it("takes time in proportion to the length", () => {
    const before = performance.now();
    expect(parseName(`CN=${"a\\2C".repeat(20_000)}`, "name")[0]?.[0]?.text).toHaveLength(40_000);
    expect(() => parseName(`CN=${"a".repeat(200_000)}"`, "name")).toThrow(MalformedError);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
