import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.js";
import type { Limits } from "../../../src/limits.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import type { Collected } from "../../../src/pkcs12/open-content.js";
import { openContent } from "../../../src/pkcs12/open-content.js";
import { createSession } from "../../../src/pkcs12/session.js";
import { readStructure } from "../../../src/pkcs12/structure.js";
import { integer, octetString, sequence } from "../../setup/der.js";
import {
  algorithm,
  attribute,
  certBag,
  encryptedContent,
  pfx,
  plainContent,
  safeBag,
  shroudedKeyBag,
} from "../../setup/pfx.js";
import { encodings, encryptPbes2 } from "../../setup/protect.js";
import { testProvider } from "../../setup/provider.js";

const octets = Uint8Array.of(1, 2, 3);
const key = sequence(integer(0), algorithm("1.3.101.112"), octetString(octets));
const password = encodings.utf8("abc");

/** Opens every content of a file as the parser does. */
async function open(contents: readonly Uint8Array[], change: Partial<Limits> = {}): Promise<Collected> {
  const limits = { ...DEFAULT_LIMITS, ...change };
  const structure = readStructure(pfx(contents), limits);
  const session = createSession("abc", testProvider, limits, undefined);
  const collected: Collected = { bags: [], encryptions: [], unreadable: [] };
  for (const content of structure.contents) await openContent(content, structure.count, session, collected);
  return collected;
}

describe("openContent", () => {
  it("takes what lies open as it is", async () => {
    const { bags, encryptions, unreadable } = await open([plainContent(certBag(octets), safeBag(OID.keyBag, key))]);
    expect(bags).toMatchObject([{ certValue: octets }, { kind: "keyBag", privateKeyInfo: key }]);
    expect({ encryptions, unreadable }).toEqual({ encryptions: [], unreadable: [] });
  });

  it("decrypts keys in the clear content, bags and keys in an encrypted one, in file order", async () => {
    const first = await encryptPbes2(key, password);
    const second = await encryptPbes2(key, password, { salt: Uint8Array.of(2) });
    const inner = sequence(certBag(octets), shroudedKeyBag(second.algorithm, second.ciphertext));
    const outer = await encryptPbes2(inner, password, { salt: Uint8Array.of(3) });
    const name = attribute("1.2.3.4", integer(1));
    const { bags, encryptions, unreadable } = await open([
      plainContent(shroudedKeyBag(first.algorithm, first.ciphertext, name), certBag(octets)),
      encryptedContent(outer.algorithm, outer.ciphertext),
    ]);
    expect(bags).toMatchObject([
      { kind: "pkcs8ShroudedKeyBag", at: "authSafe[0].safeBag[0]", privateKeyInfo: key },
      { kind: "certBag", at: "authSafe[0].safeBag[1]" },
      { kind: "certBag", at: "authSafe[1].safeBag[0]" },
      { kind: "pkcs8ShroudedKeyBag", at: "authSafe[1].safeBag[1]", privateKeyInfo: key },
    ]);
    expect(bags[0]?.attributes.all).toHaveLength(1);
    expect(bags[0]).not.toHaveProperty("encryptedData");
    const opened = { cipher: "AES-256-CBC", passwordForm: "utf-8", misencoded: false };
    expect(encryptions).toMatchObject([
      { at: "authSafe[0].safeBag[0]", ...opened },
      { at: "authSafe[1]", ...opened },
      { at: "authSafe[1].safeBag[1]", ...opened },
    ]);
    expect(unreadable).toEqual([]);
  });

  it("lists a key of another password, described without a form, and goes on", async () => {
    const other = await encryptPbes2(key, encodings.utf8("another"));
    const { bags, encryptions, unreadable } = await open([
      plainContent(shroudedKeyBag(other.algorithm, other.ciphertext), certBag(octets)),
    ]);
    expect(bags.map(({ kind }) => kind)).toEqual(["certBag"]);
    expect(encryptions).toMatchObject([{ at: "authSafe[0].safeBag[0]", cipher: "AES-256-CBC" }]);
    expect(encryptions[0]).not.toHaveProperty("passwordForm");
    expect(unreadable).toMatchObject([{ at: "authSafe[0].safeBag[0]", error: { code: "ERR_PKCS12_DECRYPT" } }]);
  });

  it("lists a cipher that is not supported and goes on", async () => {
    const { bags, encryptions, unreadable } = await open([
      encryptedContent(algorithm("1.2.3.4"), octets),
      plainContent(certBag(octets)),
    ]);
    expect(bags).toMatchObject([{ at: "authSafe[1].safeBag[0]" }]);
    expect(encryptions).toMatchObject([{ at: "authSafe[0]", unsupportedOid: "1.2.3.4" }]);
    expect(unreadable).toMatchObject([{ at: "authSafe[0]", error: { code: "ERR_PKCS12_CIPHER", oid: "1.2.3.4" } }]);
  });

  it("lists a broken bag inside an encrypted content by its place", async () => {
    const { algorithm: scheme, ciphertext } = await encryptPbes2(sequence(integer(1), certBag(octets)), password);
    const { bags, unreadable } = await open([encryptedContent(scheme, ciphertext)]);
    expect(bags).toMatchObject([{ at: "authSafe[0].safeBag[1]" }]);
    expect(unreadable).toMatchObject([{ at: "authSafe[0].safeBag[0]", error: { code: "ERR_PKCS12_STRUCTURE" } }]);
  });

  it.each([
    ["no SEQUENCE", octetString(octets)],
    ["a SEQUENCE in primitive form", Uint8Array.of(0x10, 0)],
    ["two values", Uint8Array.of(...sequence(), ...sequence())],
    ["no BER", Uint8Array.of(0x30, 5, 0)],
    ["nothing", new Uint8Array()],
  ])("takes a plaintext of %s for another password", async (_, plaintext) => {
    const { algorithm: scheme, ciphertext } = await encryptPbes2(plaintext, password);
    const { unreadable } = await open([encryptedContent(scheme, ciphertext)]);
    expect(unreadable).toMatchObject([{ at: "authSafe[0]", error: { code: "ERR_PKCS12_DECRYPT" } }]);
  });

  it("counts bags and keys over clear and encrypted contents together", async () => {
    const { algorithm: scheme, ciphertext } = await encryptPbes2(sequence(safeBag(OID.keyBag, key)), password);
    const contents = [plainContent(safeBag(OID.keyBag, key)), encryptedContent(scheme, ciphertext)];
    expect((await open(contents, { bags: 2, keys: 2 })).bags).toHaveLength(2);
    await expect(open(contents, { bags: 1 })).rejects.toThrow(expect.objectContaining({ code: "ERR_PKCS12_BAGS" }));
    await expect(open(contents, { keys: 1 })).rejects.toThrow(expect.objectContaining({ code: "ERR_PKCS12_KEYS" }));
  });

  it("limits values and depth inside what is encrypted", async () => {
    const fiveBags = sequence(...Array.from({ length: 5 }, () => certBag(octets)));
    const { algorithm: scheme, ciphertext } = await encryptPbes2(fiveBags, password);
    const contents = [encryptedContent(scheme, ciphertext)];
    expect((await open(contents, { nodes: 36 })).bags).toHaveLength(5);
    await expect(open(contents, { nodes: 35 })).rejects.toThrow(
      expect.objectContaining({ code: "ERR_ASN1_LIMIT", at: "authSafe[0]" }),
    );
  });

  it("charges a key inside an encrypted content before it is derived", async () => {
    const inner = await encryptPbes2(key, password, { iterations: 7 });
    const bags = sequence(shroudedKeyBag(inner.algorithm, inner.ciphertext));
    const outer = await encryptPbes2(bags, password, { iterations: 5 });
    const contents = [encryptedContent(outer.algorithm, outer.ciphertext)];
    expect((await open(contents, { iterations: 7 })).bags).toHaveLength(1);
    await expect(open(contents, { iterations: 6 })).rejects.toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_ITERATIONS", at: "authSafe[0].safeBag[0]", actual: 7 }),
    );
  });
});
