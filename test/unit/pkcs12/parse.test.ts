import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.js";
import { LimitError, MalformedError, PasswordError, UnsupportedError } from "../../../src/errors.js";
import { parsePkcs12 } from "../../../src/pkcs12/parse.js";
import { contextPrimitive, explicit, integer, join, octetString, oid, sequence } from "../../setup/der.js";
import { ownVector } from "../../setup/own-vectors.js";
import {
  algorithm,
  authenticatedSafe,
  certBag,
  dataInfo,
  encryptedContent,
  macDataOf,
  pfx,
  plainContent,
  safeBag,
  shroudedKeyBag,
} from "../../setup/pfx.js";
import { encodings, encryptPbes2, hmacMacData, pbmac1MacData, pfxWithMac } from "../../setup/protect.js";

const octets = Uint8Array.of(1, 2, 3);
const key = sequence(integer(0), algorithm("1.3.101.112"), octetString(octets));
const password = "abc";
const coded = (code: string, at?: string): unknown =>
  expect.objectContaining(at === undefined ? { code } : { code, at });

describe("parsePkcs12", () => {
  it("opens a file: bags in file order, how each part was protected, nothing unreadable", async () => {
    const shrouded = await encryptPbes2(key, encodings.utf8(password));
    const bytes = await pfxWithMac(
      [
        plainContent(certBag(octets), safeBag("1.2.3", integer(1))),
        plainContent(),
        plainContent(shroudedKeyBag(shrouded.algorithm, shrouded.ciphertext)),
      ],
      password,
    );
    expect(await parsePkcs12(bytes, { password })).toEqual({
      encoding: "DER",
      trailingBytes: 0,
      mac: {
        at: "macData",
        kind: "hmac",
        digest: "SHA-256",
        iterations: 1,
        saltBytes: 8,
        passwordForm: "bmp-string",
        misencoded: false,
      },
      encryptions: [
        {
          at: "authSafe[2].safeBag[0]",
          scheme: "PBES2",
          cipher: "AES-256-CBC",
          kdf: "PBKDF2",
          prf: "HMAC-SHA-256",
          iterations: 1,
          passwordForm: "utf-8",
          misencoded: false,
        },
      ],
      bags: [
        expect.objectContaining({ kind: "certBag", certValue: octets }),
        expect.objectContaining({ kind: "unknownBag", bagId: "1.2.3" }),
        expect.objectContaining({ kind: "pkcs8ShroudedKeyBag", privateKeyInfo: key }),
      ],
      unreadable: [],
    });
  });

  it.each([undefined, null, ""])("opens a file of an empty password with %o, in both forms of empty", async (none) => {
    const contents = [plainContent(certBag(octets))];
    const options = none === undefined ? {} : { password: none };
    for (const [bytes, form] of [
      [new Uint8Array(), "none"],
      [encodings.bmp(""), "bmp-string"],
    ] as const) {
      const file = pfx(contents, await hmacMacData(authenticatedSafe(contents), bytes));
      expect((await parsePkcs12(file, options)).mac).toMatchObject({ passwordForm: form, misencoded: false });
    }
  });

  it("opens a file without integrity, and says so", async () => {
    const opened = await parsePkcs12(pfx([plainContent(certBag(octets))]), { password: "any" });
    expect(opened.mac).toBeUndefined();
    expect(opened.bags).toHaveLength(1);
  });

  it("tells the derivations' families apart: one file may need two forms of one password", async () => {
    const shrouded = await encryptPbes2(key, encodings.latin1("é"));
    const contents = [plainContent(shroudedKeyBag(shrouded.algorithm, shrouded.ciphertext))];
    const { mac, encryptions } = await parsePkcs12(await pfxWithMac(contents, "é"), { password: "é" });
    expect(mac).toMatchObject({ passwordForm: "bmp-string", misencoded: false });
    expect(encryptions).toMatchObject([{ passwordForm: "latin-1", misencoded: true }]);
  });

  it("reads a file of indefinite lengths and strings of one octet", async () => {
    const { bytes, entry } = ownVector("made-ber-octet-by-octet");
    const opened = await parsePkcs12(bytes, { password: entry.password });
    expect(opened.encoding).toBe("BER");
    expect(opened.bags.length).toBeGreaterThan(0);
  });

  it("does not modify the file, and what it hands out does not follow it", async () => {
    for (const id of ["openssl-default", "made-plain", "openssl-rc4-128"]) {
      const { bytes, entry } = ownVector(id);
      const before = Uint8Array.from(bytes);
      const { bags } = await parsePkcs12(bytes, { password: entry.password });
      expect(bytes).toEqual(before);
      const copies = structuredClone(bags);
      bytes.fill(0);
      expect(bags).toEqual(copies);
    }
  });

  it("reads any view: a part of a larger buffer", async () => {
    const { bytes, entry } = ownVector("openssl-iter-1");
    const view = join(octets, bytes, octets).subarray(3, 3 + bytes.length);
    expect((await parsePkcs12(view, { password: entry.password })).bags).toHaveLength(2);
  });
});

describe("the MAC comes before everything that it covers", () => {
  const broken = [integer(1), dataInfo(octets), encryptedContent(algorithm("1.2.3.4"), octets)];

  it.each([
    ["a broken content", integer(1)],
    ["a broken SafeContents", dataInfo(octets)],
    ["a broken bag", plainContent(integer(1))],
    ["an unknown cipher", encryptedContent(algorithm("1.2.3.4"), octets)],
    ["an unknown cipher of a key", plainContent(shroudedKeyBag(algorithm("1.2.3.4"), octets))],
    ["public-key privacy mode", sequence(oid(OID.envelopedData), explicit(0, sequence()))],
    ["no ciphertext", sequence(oid(OID.encryptedData), contextPrimitive(0))],
  ])("a wrong password is told before %s", async (_, content) => {
    const bytes = await pfxWithMac([content], password);
    for (const tolerant of [true, false]) {
      await expect(parsePkcs12(bytes, { password: "abd", tolerant })).rejects.toThrow(
        coded("ERR_PKCS12_MAC_MISMATCH", "macData"),
      );
    }
    await expect(parsePkcs12(bytes, { password })).rejects.not.toThrow(PasswordError);
  });

  it("an unknown MAC is told before them too, and never as a wrong password", async () => {
    const bytes = pfx(broken, macDataOf(algorithm("1.2.3.5"), octets));
    const failure = await parsePkcs12(bytes, { password, tolerant: true }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnsupportedError);
    expect(failure).toMatchObject({ code: "ERR_PKCS12_MAC_ALGORITHM", oid: "1.2.3.5" });
  });
});

describe("strict and tolerant", () => {
  const good = certBag(octets);

  async function refusal(bytes: Uint8Array): Promise<unknown> {
    return await parsePkcs12(bytes, { password }).catch((error: unknown) => error);
  }

  it("strict throws the first part that cannot be read, tolerant lists them all and gives the rest", async () => {
    const other = await encryptPbes2(key, encodings.utf8("another"));
    const contents = [
      plainContent(shroudedKeyBag(other.algorithm, other.ciphertext), good),
      encryptedContent(algorithm("1.2.3.4"), octets),
      plainContent(integer(1), good),
      sequence(oid(OID.envelopedData), explicit(0, sequence())),
    ];
    const bytes = join(await pfxWithMac(contents, password), octets);
    expect(await refusal(bytes)).toEqual(coded("ERR_PKCS12_STRUCTURE", "authSafe[2].safeBag[0]"));
    const opened = await parsePkcs12(bytes, { password, tolerant: true });
    expect(opened.trailingBytes).toBe(3);
    expect(opened.bags.map(({ at }) => at)).toEqual(["authSafe[0].safeBag[1]", "authSafe[2].safeBag[1]"]);
    expect(opened.unreadable.map(({ at, error }) => `${at} ${error.code}`).sort()).toEqual([
      "authSafe[0].safeBag[0] ERR_PKCS12_DECRYPT",
      "authSafe[1] ERR_PKCS12_CIPHER",
      "authSafe[2].safeBag[0] ERR_PKCS12_STRUCTURE",
      "authSafe[3] ERR_PKCS12_PUBLIC_KEY_MODE",
      "pfx ERR_ASN1_TRAILING_DATA",
    ]);
  });

  it("strict has a class for the caller's next move", async () => {
    const other = await encryptPbes2(key, encodings.utf8("another"));
    const content = plainContent(shroudedKeyBag(other.algorithm, other.ciphertext), good);
    expect(await refusal(await pfxWithMac([content], password))).toBeInstanceOf(PasswordError);
    const unknown = encryptedContent(algorithm("1.2.3.4"), octets);
    expect(await refusal(await pfxWithMac([unknown], password))).toBeInstanceOf(UnsupportedError);
    expect(await refusal(join(pfx([]), octets))).toBeInstanceOf(MalformedError);
    const tooDeep = Array.from({ length: 200 }).reduce<Uint8Array>((inner) => sequence(inner), sequence());
    expect(await refusal(pfx([tooDeep]))).toBeInstanceOf(LimitError);
  });

  it("tolerant still throws for a file that is none, a wrong password and a limit", async () => {
    const bytes = await pfxWithMac([plainContent(good, good)], password);
    const options = { password, tolerant: true };
    await expect(parsePkcs12(octets, options)).rejects.toThrow(coded("ERR_PKCS12_NOT_PFX"));
    await expect(parsePkcs12(bytes.subarray(0, 20), options)).rejects.toThrow(coded("ERR_ASN1_TRUNCATED"));
    await expect(parsePkcs12(bytes, { ...options, password: "" })).rejects.toThrow(coded("ERR_PKCS12_MAC_MISMATCH"));
    await expect(parsePkcs12(bytes, { ...options, limits: { bags: 1 } })).rejects.toThrow(coded("ERR_PKCS12_BAGS"));
  });
});

it.each([
  ["openssl-greek", ["utf-8"]],
  ["openssl-greek-legacy", ["bmp-string"]],
  ["forge-greek", ["! latin-1"]],
  ["keytool-25-legacy-greek", ["! utf-8-7-bit-as-bmp-string"]],
  ["nss-pbes1-sha1-des", ["! bmp-string"]],
])("says of %s how its maker encoded the password, and whether that is right: %o", async (id, forms) => {
  const { bytes, entry } = ownVector(id);
  const { mac, encryptions } = await parsePkcs12(bytes, { password: entry.password });
  expect(mac).toMatchObject({ passwordForm: "bmp-string", misencoded: false });
  const seen = encryptions.map(({ passwordForm, misencoded }) => `${misencoded ? "! " : ""}${passwordForm}`);
  expect([...new Set(seen)]).toEqual(forms);
});

it("opens PBMAC1", async () => {
  const contents = [plainContent(certBag(octets))];
  const bytes = pfx(contents, await pbmac1MacData(authenticatedSafe(contents), encodings.utf8("🔑")));
  expect((await parsePkcs12(bytes, { password: "🔑" })).mac).toMatchObject({ kind: "pbmac1", passwordForm: "utf-8" });
});
