/** Files made to keep a reader busy or to break it: each gets its answer in a moment. */
import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.js";
import { ToolkitError } from "../../../src/errors.js";
import { parsePkcs12 } from "../../../src/pkcs12/parse.js";
import { der, explicit, indefinite, integer, join, octetString, oid, sequence } from "../../setup/der.js";
import {
  algorithm,
  certBag,
  dataInfo,
  encryptedContent,
  macDataOf,
  pfx,
  plainContent,
  safeBag,
} from "../../setup/pfx.js";

/** Far above what each takes on an idle machine (a quarter of a second at most), far below what a defect takes. */
const LONGEST_MS = 5000;

const MEGABYTE = 1_000_000;
const octets = Uint8Array.of(1, 2, 3);
const salt = octetString(octets);
const aes = algorithm("2.16.840.1.101.3.4.1.42", octetString(new Uint8Array(16)));

function repeat(bytes: Uint8Array, times: number): Uint8Array<ArrayBuffer> {
  const repeated = new Uint8Array(bytes.length * times);
  for (let i = 0; i < times; i++) repeated.set(bytes, i * bytes.length);
  return repeated;
}

const nest = (depth: number, wrap: (inner: Uint8Array) => Uint8Array): Uint8Array => {
  let inner: Uint8Array = sequence();
  for (let i = 0; i < depth; i++) inner = wrap(inner);
  return inner;
};

const encryptedWith = (...func: readonly [string, ...Uint8Array[]]): Uint8Array => {
  const [identifier, ...parameters] = func;
  const scheme = algorithm(OID.pbes2, sequence(algorithm(identifier, sequence(salt, ...parameters)), aes));
  return pfx([encryptedContent(scheme, new Uint8Array(16))]);
};
const macOf = (iterations: bigint): Uint8Array =>
  pfx([], macDataOf(algorithm("2.16.840.1.101.3.4.2.1"), octets, salt, integer(iterations)));

/** A type of `length` octets without an end: one arc of 7 bits each. */
const endlessOid = (length: number): Uint8Array =>
  der(0x06, repeat(Uint8Array.of(0xff), length - 1), Uint8Array.of(0x7f));

describe("a hostile file is refused", () => {
  it.each([
    [
      "an identifier of a megabyte",
      "ERR_PKCS12_STRUCTURE",
      () => pfx([sequence(endlessOid(MEGABYTE), explicit(0, salt))]),
    ],
    [
      "a megabyte of version",
      "ERR_PKCS12_VERSION",
      () => sequence(der(2, repeat(Uint8Array.of(3), MEGABYTE)), dataInfo(octets)),
    ],
    ["a megabyte of iterations", "ERR_PKCS12_MAC_PARAMETERS", () => macOf(1n << 8_000_000n)],
    ["2^62 iterations", "ERR_PKCS12_MAC_PARAMETERS", () => macOf(2n ** 62n)],
    ["2^53 - 1 iterations", "ERR_PKCS12_ITERATIONS", () => macOf(2n ** 53n - 1n)],
    ["2^31 - 1 iterations of PBKDF2", "ERR_PKCS12_ITERATIONS", () => encryptedWith(OID.pbkdf2, integer(2 ** 31 - 1))],
    [
      "scrypt of much memory",
      "ERR_PKCS12_SCRYPT_MEMORY",
      () => encryptedWith(OID.scrypt, integer(2 ** 30), integer(8), integer(1)),
    ],
    [
      "scrypt of little memory and hours",
      "ERR_PKCS12_ITERATIONS",
      () => encryptedWith(OID.scrypt, integer(2 ** 18), integer(1), integer(2 ** 17)),
    ],
    ["300,000 empty contents", "ERR_PKCS12_CONTENTS", () => pfx([repeat(sequence(), 300_000)])],
    ["a million values", "ERR_ASN1_LIMIT", () => pfx([repeat(Uint8Array.of(5, 0), MEGABYTE)])],
    ["51,000 bags", "ERR_PKCS12_BAGS", () => pfx([plainContent(repeat(certBag(octets), 51_000))])],
    ["600 keys", "ERR_PKCS12_KEYS", () => pfx([plainContent(repeat(safeBag(OID.keyBag, sequence()), 600))])],
    ["nesting of 3,000 SEQUENCEs", "ERR_ASN1_LIMIT", () => nest(3000, (inner) => sequence(inner))],
    ["nesting without an end", "ERR_ASN1_LIMIT", () => repeat(Uint8Array.of(0x30, 0x80), 100_000)],
    [
      "nested SafeContents",
      "ERR_ASN1_LIMIT",
      () => pfx([plainContent(nest(60, (inner) => safeBag(OID.safeContentsBag, sequence(inner))))]),
    ],
    ["a length of 2^1000", "ERR_ASN1_TRUNCATED", () => join(Uint8Array.of(0x30, 0xfe), new Uint8Array(126).fill(0xff))],
    ["11 MB", "ERR_PKCS12_FILE_BYTES", () => new Uint8Array(11 * 1024 * 1024)],
  ])("%s: %s", async (_, code, make) => {
    const bytes = make();
    const start = performance.now();
    const failure = await parsePkcs12(bytes, { password: "é" }).catch((error: unknown) => error);
    expect(performance.now() - start).toBeLessThan(LONGEST_MS);
    expect(failure).toBeInstanceOf(ToolkitError);
    expect(failure).toMatchObject({ code });
  });
});

describe("a large file is read", () => {
  async function read(
    bytes: Uint8Array,
    password = "",
  ): Promise<{ readonly bags: number; readonly unreadable: number }> {
    const start = performance.now();
    const { bags, unreadable } = await parsePkcs12(bytes, { password, tolerant: true });
    expect(performance.now() - start).toBeLessThan(LONGEST_MS);
    return { bags: bags.length, unreadable: unreadable.length };
  }

  it("of 20,000 certificates", async () => {
    const bytes = pfx([plainContent(repeat(certBag(new Uint8Array(300)), 20_000))]);
    expect(await read(bytes)).toEqual({ bags: 20_000, unreadable: 0 });
  });

  it("of 10,000 broken bags", async () => {
    expect(await read(pfx([plainContent(repeat(sequence(), 10_000))]))).toEqual({ bags: 0, unreadable: 10_000 });
  });

  it("of strings in 200,000 pieces of one octet, two levels down", async () => {
    const certificate = indefinite(0x24, indefinite(0x24, repeat(octetString(Uint8Array.of(7)), 200_000)));
    const bag = safeBag(OID.certBag, sequence(oid(OID.x509Certificate), explicit(0, certificate)));
    expect(await read(pfx([plainContent(bag)]))).toEqual({ bags: 1, unreadable: 0 });
  });

  it("of 200 encrypted contents under another password", async () => {
    const contents = Array.from({ length: 200 }, (_, index) => {
      const func = algorithm(OID.pbkdf2, sequence(octetString(Uint8Array.of(index >> 8, index)), integer(1)));
      return encryptedContent(algorithm(OID.pbes2, sequence(func, aes)), new Uint8Array(16));
    });
    expect(await read(pfx(contents), "é")).toEqual({ bags: 0, unreadable: 200 });
  });
});
