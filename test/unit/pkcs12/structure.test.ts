import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import type { Structure } from "../../../src/pkcs12/structure.js";
import { readStructure, visibleEncryptions } from "../../../src/pkcs12/structure.js";
import { indefinite, integer, join, octetString, sequence } from "../../setup/der.js";
import {
  algorithm,
  certBag,
  dataInfo,
  encryptedContent,
  pfx,
  plainContent,
  safeBag,
  shroudedKeyBag,
} from "../../setup/pfx.js";

const read = (bytes: Uint8Array): Structure => readStructure(bytes, DEFAULT_LIMITS);

const octets = Uint8Array.of(1, 2, 3);
const scheme = (iterations: number) =>
  algorithm("1.2.840.113549.1.12.1.3", sequence(octetString(octets), integer(iterations)));

describe("readStructure", () => {
  it("has what lies open and what does not in file order", () => {
    const { contents, unreadable, encoding, count } = read(
      pfx([plainContent(certBag(octets)), encryptedContent(scheme(1), octets), plainContent()]),
    );
    expect(contents).toMatchObject([
      { kind: "data", at: "authSafe[0]", bags: [{ kind: "certBag", at: "authSafe[0].safeBag[0]" }] },
      { kind: "encryptedData", at: "authSafe[1]" },
      { kind: "data", at: "authSafe[2]", bags: [] },
    ]);
    expect({ unreadable, encoding, count }).toEqual({ unreadable: [], encoding: "DER", count: { bags: 1, keys: 0 } });
  });

  it("takes bags that stand where content infos belong, as hxtool of Heimdal writes them", () => {
    const { contents, unreadable, encoding } = read(pfx([certBag(octets), plainContent(certBag(octets))]));
    expect(contents).toMatchObject([
      { kind: "data", at: "authSafe[0]", bags: [{ kind: "certBag", at: "authSafe[0].safeBag[0]" }] },
      { kind: "data", at: "authSafe[1]", bags: [{ kind: "certBag", at: "authSafe[1].safeBag[0]" }] },
    ]);
    expect({ unreadable, encoding }).toEqual({ unreadable: [], encoding: "DER" });
  });

  it("takes a key in the clear inside a shrouded bag, as GnuTLS writes it, for what it is", () => {
    const key = sequence(integer(0), algorithm(OID.rsaEncryption), octetString(octets));
    const { contents } = read(pfx([plainContent(safeBag(OID.pkcs8ShroudedKeyBag, key))]));
    expect(contents).toMatchObject([{ bags: [{ kind: "keyBag", privateKeyInfo: key }] }]);
  });

  it("collects what cannot be read, in file order", () => {
    const { contents, unreadable } = read(
      pfx([
        plainContent(integer(1), certBag(octets)),
        integer(1),
        dataInfo(octets),
        dataInfo(integer(1)),
        dataInfo(new Uint8Array()),
        plainContent(certBag(octets)),
      ]),
    );
    expect(contents.map(({ at }) => at)).toEqual(["authSafe[0]", "authSafe[5]"]);
    expect(unreadable.map(({ at, error }) => [at, error.at, error.code])).toEqual(
      ["authSafe[0].safeBag[0]", "authSafe[1]", "authSafe[2]", "authSafe[3]", "authSafe[4]"].map((at) => [
        at,
        at,
        "ERR_PKCS12_STRUCTURE",
      ]),
    );
  });

  it.each([
    ["the file", indefinite(0x30, integer(3), dataInfo(sequence()))],
    ["the AuthenticatedSafe", sequence(integer(3), dataInfo(indefinite(0x30)))],
    ["a SafeContents", pfx([dataInfo(indefinite(0x30, certBag(octets)))])],
  ])("is BER as soon as %s is", (_, bytes) => {
    expect(read(bytes).encoding).toBe("BER");
  });

  it("reads a bag that stands where a content info should", () => {
    const { contents, unreadable } = read(pfx([certBag(octets), safeBag(OID.keyBag, sequence())]));
    expect(contents).toMatchObject([
      { kind: "data", at: "authSafe[0]", bags: [{ kind: "certBag", at: "authSafe[0].safeBag[0]" }] },
      { kind: "data", at: "authSafe[1]", bags: [{ kind: "keyBag" }] },
    ]);
    expect(unreadable).toEqual([]);
    const broken = read(pfx([safeBag(OID.certBag, integer(1))]));
    expect(broken.unreadable).toMatchObject([
      { error: { code: "ERR_PKCS12_STRUCTURE", at: "authSafe[0].safeBag[0]" } },
    ]);
  });

  it("does not judge what is encrypted or follows the file", () => {
    expect(read(pfx([encryptedContent(scheme(1), indefinite(0x30))])).encoding).toBe("DER");
    expect(read(join(pfx([]), indefinite(0x30))).encoding).toBe("DER");
  });

  it("refuses a file by its size before it reads it", () => {
    const bytes = pfx([]);
    expect(readStructure(bytes, { ...DEFAULT_LIMITS, fileBytes: bytes.length }).contents).toEqual([]);
    expect(() => readStructure(new Uint8Array(5), { ...DEFAULT_LIMITS, fileBytes: 4 })).toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_FILE_BYTES", at: "pfx", limit: "fileBytes", actual: 5 }),
    );
  });

  it("counts bags over all contents, and throws limits instead of collecting them", () => {
    const bytes = pfx([plainContent(certBag(octets)), plainContent(certBag(octets))]);
    expect(readStructure(bytes, { ...DEFAULT_LIMITS, bags: 2 }).count.bags).toBe(2);
    expect(() => readStructure(bytes, { ...DEFAULT_LIMITS, bags: 1 })).toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_BAGS", at: "authSafe[1].safeBag[0]" }),
    );
  });

  it("limits each content's values and depth", () => {
    const nested = safeBag(OID.safeContentsBag, sequence(certBag(octets)));
    const bytes = pfx([plainContent(nested)]);
    const excess = expect.objectContaining({ code: "ERR_ASN1_LIMIT", at: "authSafe[0]" });
    expect(() => readStructure(bytes, { ...DEFAULT_LIMITS, depth: 7 })).toThrow(excess);
    expect(() => readStructure(bytes, { ...DEFAULT_LIMITS, nodes: 11 })).toThrow(excess);
    expect(readStructure(bytes, { ...DEFAULT_LIMITS, depth: 8, nodes: 12 }).contents).toHaveLength(1);
  });
});

describe("visibleEncryptions", () => {
  it("lists encrypted contents and keys that lie open, in file order", () => {
    const structure = read(
      pfx([
        plainContent(shroudedKeyBag(scheme(1), octets), certBag(octets)),
        encryptedContent(scheme(2), octets),
        plainContent(safeBag(OID.safeContentsBag, sequence(shroudedKeyBag(scheme(3), octets)))),
      ]),
    );
    expect(visibleEncryptions(structure)).toMatchObject([
      { at: "authSafe[0].safeBag[0]", algorithm: { iterationCount: 1 } },
      { at: "authSafe[1]", algorithm: { iterationCount: 2 } },
      { at: "authSafe[2].safeBag[0].safeBag[0]", algorithm: { iterationCount: 3 } },
    ]);
  });
});
