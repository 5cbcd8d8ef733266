import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { MalformedError } from "../../../src/errors.js";
import { parsePrivateKey } from "../../../src/x509/private-key.js";
import { decodePublicKey } from "../../../src/x509/public-key.js";
import { bitString, der, integer, join, octetString, oid, sequence } from "../../setup/der.js";
import { fromBase64, fromHex, PAIRS } from "./fixtures.js";

const identityOf = (spki: string): string => decodePublicKey(decodeWhole(fromBase64(spki), "key"), "key").identity;
const ED25519 = sequence(oid("1.3.101.112"));

describe("parsePrivateKey", () => {
  it.each(Object.entries(PAIRS))("names and measures %s", (_, { pkcs8, algorithm, bits }) => {
    const key = parsePrivateKey(fromBase64(pkcs8), "key");
    expect({ algorithm: key.algorithm, bits: key.bits, at: key.at }).toEqual({ algorithm, bits, at: "key" });
    expect(key.pkcs8).toEqual(fromBase64(pkcs8));
  });

  it.each(["rsa", "rsaPss", "p256", "p521", "explicitP256"] as const)(
    "reads what %s states as its public key",
    (name) => {
      expect(parsePrivateKey(fromBase64(PAIRS[name].pkcs8), "key").statedIdentity).toBe(identityOf(PAIRS[name].spki));
    },
  );

  it.each(["ed25519", "dsa", "dh"] as const)("knows that %s states none", (name) => {
    expect(parsePrivateKey(fromBase64(PAIRS[name].pkcs8), "key").statedIdentity).toBeUndefined();
  });

  it("reads version 2 with attributes and a public key, tagged as RFC 5958 has it or explicitly", () => {
    const secret = octetString(octetString(new Uint8Array(32)));
    const attributes = der(0xa0, sequence(oid("2.5.29.15"), der(0x31, fromHex("03020780"))));
    for (const publicKey of [der(0x81, Uint8Array.of(0, 7, 7)), der(0xa1, bitString(Uint8Array.of(7, 7)))]) {
      const key = parsePrivateKey(sequence(integer(1n), ED25519, secret, attributes, publicKey), "key");
      expect(key.statedIdentity).toBe("1.3.101.112:0707");
    }
  });

  it("passes over a public key that is none", () => {
    const secret = octetString(octetString(new Uint8Array(32)));
    for (const publicKey of [der(0x81, Uint8Array.of(8)), der(0xa1, integer(1n)), der(0xa1)]) {
      expect(parsePrivateKey(sequence(integer(1n), ED25519, secret, publicKey), "key").statedIdentity).toBeUndefined();
    }
  });

  it("finds a curve that stands only inside the ECPrivateKey", () => {
    const inner = sequence(integer(1n), octetString(Uint8Array.of(1)), der(0xa0, oid("1.3.132.0.34")));
    const key = parsePrivateKey(sequence(integer(0n), sequence(oid("1.2.840.10045.2.1")), octetString(inner)), "key");
    expect(key).toMatchObject({ algorithm: "EC P-384", bits: 384 });
  });

  it("reads BER: an OCTET STRING in pieces, indefinite lengths, octets behind the key", () => {
    const pieces = join(
      fromHex("2480"),
      octetString(fromHex("0420")),
      octetString(new Uint8Array(32)),
      fromHex("0000"),
    );
    const key = parsePrivateKey(join(fromHex("3080"), integer(0n), ED25519, pieces, fromHex("0000 0404")), "key");
    expect(key.algorithm).toBe("Ed25519");
  });

  it("keeps the name of a key whose inside it cannot read", () => {
    const broken = sequence(integer(0n), sequence(oid("1.2.840.113549.1.1.1")), octetString(fromHex("0404")));
    expect(parsePrivateKey(broken, "key")).toMatchObject({
      algorithm: "RSA",
      bits: undefined,
      statedIdentity: undefined,
    });
    const unknown = sequence(integer(0n), sequence(oid("1.2.3")), octetString());
    expect(parsePrivateKey(unknown, "key")).toMatchObject({ oid: "1.2.3", algorithm: "1.2.3", bits: undefined });
  });

  it("owns its copy", () => {
    const given = fromBase64(PAIRS.ed25519.pkcs8);
    const key = parsePrivateKey(given, "key");
    given.fill(0);
    expect(key.pkcs8).toEqual(fromBase64(PAIRS.ed25519.pkcs8));
  });

  it.each([
    ["nothing", ""],
    ["a cut-off key", PAIRS.ed25519.pkcs8.slice(0, 40)],
    ["a public key", PAIRS.ed25519.spki],
  ])("refuses %s", (_, base64) => {
    const refused = expect.objectContaining({
      code: "ERR_X509_PRIVATE_KEY",
      at: "key",
      cause: expect.any(MalformedError),
    });
    expect(() => parsePrivateKey(fromBase64(base64), "key")).toThrow(MalformedError);
    expect(() => parsePrivateKey(fromBase64(base64), "key")).toThrow(refused);
  });
});
