import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { OID } from "../../../src/asn1/oids.js";
import type { ToolkitError } from "../../../src/errors.js";
import type { Limits } from "../../../src/limits.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import type { SafeBag } from "../../../src/pkcs12/safe-bag.js";
import { decodeSafeContents } from "../../../src/pkcs12/safe-bag.js";
import type { Der } from "../../setup/der.js";
import {
  bmpString,
  der,
  explicit,
  indefinite,
  integer,
  octetString,
  octetStringInPieces,
  oid,
  sequence,
} from "../../setup/der.js";
import { algorithm, attribute, certBag, safeBag, shroudedKeyBag } from "../../setup/pfx.js";

const at = "authSafe[4]";
const octets = Uint8Array.of(1, 2, 3);
const key = sequence(integer(0));
const typed = (type: string, value: Uint8Array): Der => sequence(oid(type), explicit(0, value));

interface Read {
  readonly bags: readonly SafeBag[];
  readonly errors: readonly ToolkitError[];
  readonly count: { readonly bags: number; readonly keys: number };
}

function read(bags: readonly Uint8Array[], limits: Partial<Limits> = {}, count = { bags: 0, keys: 0 }): Read {
  const errors: ToolkitError[] = [];
  const context = {
    limits: { ...DEFAULT_LIMITS, ...limits },
    count,
    onUnreadable: (it: ToolkitError) => void errors.push(it),
  };
  return { bags: decodeSafeContents(decodeWhole(sequence(...bags), "test"), at, context), errors, count };
}

describe("the six bag types", () => {
  const scheme = algorithm("1.2.840.113549.1.12.1.3", sequence(octetString(octets), integer(5)));

  it.each([
    ["keyBag", safeBag(OID.keyBag, key), { kind: "keyBag", privateKeyInfo: key }],
    [
      "pkcs8ShroudedKeyBag",
      shroudedKeyBag(scheme, octets),
      { kind: "pkcs8ShroudedKeyBag", algorithm: { kind: "pkcs12Pbe", iterationCount: 5 }, encryptedData: octets },
    ],
    ["certBag", certBag(octets), { kind: "certBag", certId: OID.x509Certificate, certValue: octets }],
    [
      "certBag of SDSI, an IA5String",
      safeBag(OID.certBag, typed(OID.sdsiCertificate, der(0x16, octets))),
      { kind: "certBag", certId: OID.sdsiCertificate, certValue: octets, certValueEncoding: der(0x16, octets) },
    ],
    [
      "crlBag",
      safeBag(OID.crlBag, typed(OID.x509Crl, octetString(octets))),
      { kind: "crlBag", crlId: OID.x509Crl, crlValue: octets },
    ],
    [
      "secretBag",
      safeBag(OID.secretBag, typed("1.2.3.4", integer(7))),
      { kind: "secretBag", secretTypeId: "1.2.3.4", secretValue: integer(7) },
    ],
    ["another type", safeBag("1.2.3.4", integer(7)), { kind: "unknownBag", bagId: "1.2.3.4", bagValue: integer(7) }],
  ])("%s", (_, bag, expected) => {
    const { bags, errors } = read([bag]);
    expect(errors).toEqual([]);
    expect(bags).toHaveLength(1);
    expect(bags[0]).toMatchObject({ at: "authSafe[4].safeBag[0]", ...expected });
  });

  it("are a keyBag where a key in the clear lies under the type of an encrypted one, as GnuTLS writes it", () => {
    const { bags, count } = read([safeBag(OID.pkcs8ShroudedKeyBag, key)]);
    expect(bags).toMatchObject([{ kind: "keyBag", privateKeyInfo: key }]);
    expect(count.keys).toBe(1);
  });

  it("come with their attributes", () => {
    const name = attribute(OID.friendlyName, bmpString("one"));
    const { bags } = read([certBag(octets, name), safeBag("1.2.3.4", key, name), safeBag(OID.keyBag, key)]);
    expect(bags.map(({ attributes }) => attributes.friendlyName)).toEqual(["one", "one", undefined]);
  });

  it("are read where they come in pieces and of indefinite length", () => {
    const pieces = typed(OID.x509Certificate, octetStringInPieces(octets.subarray(0, 1), octets.subarray(1)));
    const bag = indefinite(0x30, oid(OID.certBag), indefinite(0xa0, pieces));
    expect(read([bag]).bags).toMatchObject([{ kind: "certBag", certValue: octets }]);
  });
});

describe("nested SafeContents", () => {
  const nest = (...bags: readonly Uint8Array[]): Der => safeBag(OID.safeContentsBag, sequence(...bags));

  it("are replaced by their bags, whose place shows the nesting", () => {
    const { bags, count } = read([
      certBag(octets),
      nest(safeBag(OID.keyBag, key), nest(nest(), certBag(octets)), certBag(octets)),
      certBag(octets),
    ]);
    expect(bags.map((bag) => [bag.kind, bag.at])).toEqual([
      ["certBag", "authSafe[4].safeBag[0]"],
      ["keyBag", "authSafe[4].safeBag[1].safeBag[0]"],
      ["certBag", "authSafe[4].safeBag[1].safeBag[1].safeBag[1]"],
      ["certBag", "authSafe[4].safeBag[1].safeBag[2]"],
      ["certBag", "authSafe[4].safeBag[2]"],
    ]);
    expect(count).toEqual({ bags: 8, keys: 1 });
  });

  it("lose only the bag that is broken", () => {
    const { bags, errors } = read([
      nest(integer(1), certBag(octets)),
      safeBag(OID.safeContentsBag, integer(1)),
      certBag(octets),
    ]);
    expect(bags.map((bag) => bag.at)).toEqual(["authSafe[4].safeBag[0].safeBag[1]", "authSafe[4].safeBag[2]"]);
    expect(errors.map((error) => [error.code, error.at])).toEqual([
      ["ERR_PKCS12_STRUCTURE", "authSafe[4].safeBag[0].safeBag[0]"],
      ["ERR_PKCS12_STRUCTURE", "authSafe[4].safeBag[1]"],
    ]);
  });
});

describe("a bag that breaks the standard", () => {
  it.each([
    ["no SEQUENCE", integer(1)],
    ["an empty one", sequence()],
    ["without a value", sequence(oid(OID.certBag))],
    ["with two values", sequence(oid(OID.keyBag), explicit(0, key, key))],
    ["a type that is no identifier", sequence(integer(1), explicit(0, key))],
    ["attributes that are no SET", sequence(oid(OID.keyBag), explicit(0, key), sequence(integer(1)))],
    ["a certificate that is no OCTET STRING", safeBag(OID.certBag, typed(OID.x509Certificate, key))],
    ["a certBag without a type", safeBag(OID.certBag, sequence())],
    ["an encrypted key without its octets", safeBag(OID.pkcs8ShroudedKeyBag, sequence(algorithm("1.2.3.4")))],
    [
      "an encrypted key without its algorithm",
      safeBag(OID.pkcs8ShroudedKeyBag, sequence(octetString(), octetString())),
    ],
  ])("is reported (%s) and the next one read", (_, broken) => {
    const { bags, errors, count } = read([broken, certBag(octets)]);
    expect(bags.map((bag) => bag.at)).toEqual(["authSafe[4].safeBag[1]"]);
    expect(errors).toMatchObject([{ code: "ERR_PKCS12_STRUCTURE", at: "authSafe[4].safeBag[0]" }]);
    expect(count.bags).toBe(2);
  });

  it("is reported under the code for parameters where those of a key's encryption are broken", () => {
    const { errors } = read([shroudedKeyBag(algorithm("1.2.840.113549.1.12.1.3"), octets)]);
    expect(errors).toMatchObject([{ code: "ERR_PKCS12_CIPHER_PARAMETERS", at: "authSafe[4].safeBag[0]" }]);
  });

  it("is kept as unknown where nobody needs it: a crlBag or secretBag of another shape", () => {
    const { bags, errors } = read([safeBag(OID.crlBag, octetString(octets)), safeBag(OID.secretBag, sequence())]);
    expect(errors).toEqual([]);
    expect(bags).toMatchObject([
      { kind: "unknownBag", bagId: OID.crlBag, bagValue: octetString(octets) },
      { kind: "unknownBag", bagId: OID.secretBag, bagValue: sequence() },
    ]);
  });

  it("throws where the SafeContents itself is none", () => {
    const context = { limits: DEFAULT_LIMITS, count: { bags: 0, keys: 0 }, onUnreadable: () => {} };
    expect(() => decodeSafeContents(decodeWhole(integer(1), "test"), at, context)).toThrow(
      expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED", at }),
    );
  });
});

describe("limits", () => {
  it("count every bag of the file, broken and nested ones too", () => {
    const bags = [integer(1), safeBag(OID.safeContentsBag, sequence(certBag(octets)))];
    expect(read(bags, { bags: 3 }).count.bags).toBe(3);
    const excess = { code: "ERR_PKCS12_BAGS", at: "authSafe[4].safeBag[1].safeBag[0]", limit: "bags", actual: 3 };
    expect(() => read(bags, { bags: 2 })).toThrow(expect.objectContaining(excess));
    expect(() => read([certBag(octets)], { bags: 5 }, { bags: 5, keys: 0 })).toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_BAGS", actual: 6 }),
    );
  });

  it("count keys, encrypted or not", () => {
    const bags = [safeBag(OID.keyBag, key), certBag(octets), shroudedKeyBag(algorithm("1.2.3.4"), octets)];
    expect(read(bags, { keys: 2 }).count).toEqual({ bags: 3, keys: 2 });
    const excess = { code: "ERR_PKCS12_KEYS", at: "authSafe[4].safeBag[2]", limit: "keys", actual: 2 };
    expect(() => read(bags, { keys: 1 })).toThrow(expect.objectContaining(excess));
  });
});

it("copies what it hands out", () => {
  const bytes = sequence(certBag(octets), safeBag(OID.keyBag, key), safeBag("1.2.3.4", key));
  const context = { limits: DEFAULT_LIMITS, count: { bags: 0, keys: 0 }, onUnreadable: () => {} };
  const bags = decodeSafeContents(decodeWhole(bytes, "test"), at, context);
  bytes.fill(0);
  expect(bags).toMatchObject([{ certValue: octets }, { privateKeyInfo: key }, { bagValue: key }]);
});
