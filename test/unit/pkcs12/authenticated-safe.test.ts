import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import type { AuthenticatedSafe } from "../../../src/pkcs12/authenticated-safe.js";
import { decodeAuthenticatedSafe } from "../../../src/pkcs12/authenticated-safe.js";
import type { Der } from "../../setup/der.js";
import {
  contextPrimitive,
  explicit,
  indefinite,
  integer,
  octetString,
  octetStringInPieces,
  oid,
  sequence,
} from "../../setup/der.js";
import { algorithm, certBag, dataInfo, encryptedContent } from "../../setup/pfx.js";

const decode = (bytes: Uint8Array): AuthenticatedSafe => decodeAuthenticatedSafe(bytes, DEFAULT_LIMITS);

const octets = Uint8Array.of(1, 2, 3);
const threeDes = algorithm("1.2.840.113549.1.12.1.3", sequence(octetString(octets), integer(5)));
/** EncryptedContentInfo with any members after its type. */
const encryptedWith = (...members: readonly Uint8Array[]): Der =>
  sequence(oid(OID.encryptedData), explicit(0, sequence(integer(0), sequence(...members))));

describe("decodeAuthenticatedSafe", () => {
  it("lists contents of any number and order, each with its place", () => {
    const { contents, encoding } = decode(
      sequence(encryptedContent(threeDes, octets), dataInfo(octets), dataInfo(octets)),
    );
    expect(encoding).toBe("DER");
    expect(contents).toMatchObject([
      { kind: "encryptedData", at: "authSafe[0]", algorithm: { kind: "pkcs12Pbe" }, encryptedContent: octets },
      { kind: "data", at: "authSafe[1]", safeContents: octets },
      { kind: "data", at: "authSafe[2]", safeContents: octets },
    ]);
    expect(decode(sequence())).toEqual({ contents: [], encoding: "DER" });
  });

  it.each([
    ["a list of indefinite length", indefinite(0x30, dataInfo(octets))],
    ["data in pieces", sequence(sequence(oid(OID.data), explicit(0, octetStringInPieces(octets))))],
    ["a ciphertext in pieces", sequence(encryptedWith(oid(OID.data), threeDes, explicit(0, octetString(octets))))],
    [
      "a ciphertext in pieces of indefinite length",
      sequence(encryptedWith(oid(OID.data), threeDes, indefinite(0xa0, octetString(octets)))),
    ],
  ])("reads %s and calls it BER", (_, bytes) => {
    const { contents, encoding } = decode(bytes);
    expect(encoding).toBe("BER");
    const [content] = contents;
    expect(content?.kind === "data" ? content.safeContents : content).toEqual(
      content?.kind === "data" ? octets : expect.objectContaining({ encryptedContent: octets }),
    );
  });

  it.each([
    ["no SEQUENCE", integer(1)],
    ["no BER", Uint8Array.of(0x30, 0x05, 0x00)],
    ["nothing", new Uint8Array()],
  ])("refuses %s", (_, bytes) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ code: "ERR_PKCS12_STRUCTURE", at: "authSafe" }));
  });

  it.each([
    ["no SEQUENCE", integer(1)],
    ["an empty one", sequence()],
    ["data without content", sequence(oid(OID.data))],
    ["data that is no OCTET STRING", sequence(oid(OID.data), explicit(0, integer(1)))],
    ["a type that it cannot have", sequence(oid(OID.signedData), explicit(0, sequence()))],
    ["an unknown type", sequence(oid("1.2.3.4"), explicit(0, octetString(octets)))],
    ["encryptedData without content", sequence(oid(OID.encryptedData))],
    ["encryptedData without EncryptedContentInfo", sequence(oid(OID.encryptedData), explicit(0, sequence(integer(0))))],
    ["encryptedData of something else", encryptedWith(oid(OID.signedData), threeDes, contextPrimitive(0, octets))],
    ["encryptedData without a ciphertext", encryptedWith(oid(OID.data), threeDes)],
    ["a ciphertext under another tag", encryptedWith(oid(OID.data), threeDes, contextPrimitive(1, octets))],
    ["a ciphertext with a piece of another type", encryptedWith(oid(OID.data), threeDes, explicit(0, integer(1)))],
  ])("lists a content that is broken (%s) and reads the next one", (_, broken) => {
    const { contents } = decode(sequence(broken, dataInfo(octets)));
    expect(contents).toEqual([
      {
        kind: "unreadable",
        at: "authSafe[0]",
        error: expect.objectContaining({ code: "ERR_PKCS12_STRUCTURE", at: "authSafe[0]" }),
      },
      { kind: "data", at: "authSafe[1]", safeContents: octets },
    ]);
  });

  it("lists an encryption whose parameters are broken under the code for those", () => {
    const noIterations = algorithm("1.2.840.113549.1.12.1.3", sequence(octetString(octets), integer(0)));
    const error = expect.objectContaining({ code: "ERR_PKCS12_CIPHER_PARAMETERS", at: "authSafe[0]" });
    const { contents } = decode(sequence(encryptedContent(noIterations, octets)));
    expect(contents).toEqual([{ kind: "unreadable", at: "authSafe[0]", error }]);
  });

  it("names public-key privacy mode", () => {
    const { contents } = decode(sequence(sequence(oid(OID.envelopedData), explicit(0, sequence(integer(0))))));
    expect(contents).toMatchObject([
      { kind: "unreadable", error: { code: "ERR_PKCS12_PUBLIC_KEY_MODE", oid: OID.envelopedData } },
    ]);
  });

  it("takes a bag in the place of a content info, as Heimdal writes it", () => {
    const { contents, encoding } = decode(sequence(certBag(octets), dataInfo(octets)));
    expect(encoding).toBe("DER");
    expect(contents).toMatchObject([
      { kind: "bareBag", at: "authSafe[0]", safeBag: { bytes: certBag(octets) } },
      { kind: "data", at: "authSafe[1]" },
    ]);
  });

  it("keeps an encryption that is not supported as a content: only the password shows whether it matters", () => {
    const { contents } = decode(sequence(encryptedContent(algorithm("1.2.3.4"), octets)));
    expect(contents).toMatchObject([{ kind: "encryptedData", algorithm: { kind: "unsupported", oid: "1.2.3.4" } }]);
  });

  it("limits the contents before it reads one", () => {
    const limits = { ...DEFAULT_LIMITS, contents: 2 };
    expect(decodeAuthenticatedSafe(sequence(integer(1), integer(1)), limits).contents).toHaveLength(2);
    expect(() => decodeAuthenticatedSafe(sequence(integer(1), integer(1), integer(1)), limits)).toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_CONTENTS", at: "authSafe", limit: "contents", actual: 3 }),
    );
  });

  it("limits depth and number of values", () => {
    const limit = expect.objectContaining({ code: "ERR_ASN1_LIMIT", at: "authSafe" });
    const bytes = sequence(dataInfo(octets));
    expect(() => decodeAuthenticatedSafe(bytes, { ...DEFAULT_LIMITS, depth: 2 })).toThrow(limit);
    expect(() => decodeAuthenticatedSafe(bytes, { ...DEFAULT_LIMITS, nodes: 4 })).toThrow(limit);
    expect(decodeAuthenticatedSafe(bytes, { ...DEFAULT_LIMITS, depth: 3, nodes: 5 }).contents).toHaveLength(1);
  });
});
