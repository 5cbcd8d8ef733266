/** Whatever is around a file is taken off, and no input keeps `unwrap` from answering soon. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constantTimeEqual } from "../../src/bytes/compare.js";
import { FILE_KINDS } from "../../src/sniff/file-kind.js";
import { sniff } from "../../src/sniff/sniff.js";
import { unwrap } from "../../src/sniff/unwrap.js";
import { announce } from "../setup/announce.js";
import { join } from "../setup/der.js";
import { ownVectors } from "../setup/own-vectors.js";
import { utf8 } from "../unit/sniff/wrap.js";
import { mutated } from "./mutations.js";
import { settings } from "./settings.js";
import { wrapped } from "./wrappings.js";

const files = ownVectors().flatMap(({ entry: { id: name }, bytes }) =>
  name !== "broken-no-pfx" && bytes.length < 4000 ? [{ name, bytes }] : [],
);

/** Without the report of a difference, which thousands of octets would make slow and long. */
const areSame = constantTimeEqual;

/** What every answer keeps to. */
function expectSound(bytes: Uint8Array): ReturnType<typeof unwrap> {
  const before = bytes.slice();
  const result = unwrap(bytes);
  expect(areSame(bytes, before)).toBe(true);
  expect(FILE_KINDS).toContain(result.kind);
  expect(result.layers.length).toBeLessThanOrEqual(8);
  // UTF-16 of three octets in UTF-8 grows by half; nothing else grows.
  expect(result.bytes.length).toBeLessThanOrEqual(bytes.length * 1.5);
  if (result.layers.length === 0) {
    expect(areSame(result.bytes, bytes)).toBe(true);
    expect(result.kind).toBe(sniff(bytes));
  }
  return result;
}

describe("unwrap", () => {
  it("takes off what was put around a file", () => {
    let deepest = 0;
    fc.assert(
      fc.property(wrapped, fc.constantFrom(...files), ({ wrap, layers }, { bytes }) => {
        const result = expectSound(wrap(bytes));
        expect(result.layers.map(({ kind }) => kind)).toEqual(layers);
        expect(result.kind).toBe("pfx");
        expect(areSame(result.bytes, bytes)).toBe(true);
        deepest = Math.max(deepest, layers.length);
      }),
      settings(150),
    );
    expect(deepest).toBeGreaterThan(2);
  });

  it("answers to damaged wrappings", () => {
    const seen = new Map<string, number>();
    const small = files.filter(({ bytes }) => bytes.length < 1500);
    const damaged = fc
      .tuple(wrapped, fc.constantFrom(...small))
      .chain(([{ wrap }, { name, bytes }]) => mutated([{ name, bytes: wrap(bytes) }]));
    fc.assert(
      fc.property(damaged, ({ bytes }) => {
        const { kind } = expectSound(bytes);
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }),
      settings(200),
    );
    announce(`damaged wrappings: ${JSON.stringify(Object.fromEntries([...seen].sort()))}`);
    expect(seen.size).toBeGreaterThan(3);
  });

  it("answers to any bytes, and to any text out of the pieces of wrappings", () => {
    const pieces = fc
      .array(
        fc.constantFrom(
          ...['"', "'", "{", "}", "[", ":", ",", "\\", "\n", " ", "pkcs12Value", "password", "MII", "=", "-_", "+/"],
          ...["-----BEGIN ", "-----END ", "-----", "CERTIFICATE", "data:;base64,", "\uFEFF", "0x", "3082", "eyJ", "."],
        ),
        { maxLength: 40 },
      )
      .map((parts) => utf8(parts.join("")));
    const marks = fc.constantFrom("", "\xef\xbb\xbf", "\xff\xfe", "\xfe\xff", "0\x82", "\xfe\xed\xfe\xed");
    const anything = fc.tuple(marks, fc.uint8Array({ maxLength: 80 })).map(([mark, bytes]) =>
      join(
        Uint8Array.from(mark, (it) => it.charCodeAt(0)),
        bytes,
      ),
    );
    fc.assert(
      fc.property(fc.oneof(pieces, anything), (bytes) => void expectSound(bytes)),
      settings(1000),
    );
  });

  it("leaves plain text alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (characters) => {
        const bytes = utf8(characters);
        const { kind, layers } = expectSound(bytes);
        if (kind === "text") expect(layers).toEqual([]);
        expect(["text", "json", "xml", "empty", "unknown"]).toContain(kind);
      }),
      settings(600),
    );
  });
});

describe("the time that unwrap takes", () => {
  const MEBIBYTES = 10;
  const repeat = (piece: string): Uint8Array => {
    const bytes = utf8(piece);
    const filled = new Uint8Array(MEBIBYTES * 1024 * 1024);
    for (let at = 0; at + bytes.length <= filled.length; at += bytes.length) filled.set(bytes, at);
    return filled;
  };

  it.each([
    ["base64", "MIIKcQIBAzCC"],
    ["hexadecimal", "3130"],
    ["words", "hello world\n"],
    ["quotes", '"'],
    ["hyphens", "-"],
    ["beginnings of PEM", "-----BEGIN A-----\n"],
    ["blocks of PEM", "-----BEGIN A-----\nAAAA\n-----END A-----\n"],
    ["brackets", '{"a":[[[['],
    ["members", '"password":"",'],
    ["escapes", "\\u0041"],
    ["marks", "\uFEFF"],
    ["line ends", "0\r\n"],
    ["tokens", "eyJlbmMi."],
  ])("is under two seconds for 10 MiB of %s", (_, piece) => {
    for (const start of ["", '{"pkcs12Value":"']) {
      const bytes = repeat(piece);
      bytes.set(utf8(start));
      const before = performance.now();
      const { layers } = unwrap(bytes);
      expect(performance.now() - before).toBeLessThan(2000);
      expect(layers.length).toBeLessThanOrEqual(8);
    }
  });
});
