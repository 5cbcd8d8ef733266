import { describe, expect, it } from "vitest";
import type { CertificateFields } from "./certificate-writer.js";
import { KEYS, writeCertificate } from "./certificate-writer.js";
import { NOW, open, openVector } from "./open-file.js";
import { certBag, keyBag, plainPfx } from "./pfx-writer.js";

const leaf = (fields: Partial<CertificateFields> = {}): Uint8Array =>
  writeCertificate({ key: KEYS.first, subject: "leaf", issuer: "ca", ...fields });
const ca = writeCertificate({ key: KEYS.second, subject: "ca", serial: 9n, isCa: true });
const key = KEYS.first.pkcs8;

const expired = { notBefore: "20200101000000Z", notAfter: "20210101000000Z" };
const future = { notBefore: "20280101000000Z", notAfter: "20300101000000Z" };

/** Serial numbers of the credentials' certificates. */
async function leaders(bags: readonly Uint8Array[], now: Date = NOW): Promise<readonly string[]> {
  const { credentials } = await open(plainPfx(...bags), null, now);
  return credentials.map(({ certificate }) => certificate.certificate.serialNumber);
}

describe("one key and the certificates of its CA", () => {
  it.each<[string, readonly Uint8Array[]]>([
    ["the leaf first", [certBag(leaf()), certBag(ca), keyBag(key)]],
    ["the CA first", [certBag(ca), certBag(leaf()), keyBag(key)]],
    [
      "the CA with the key's localKeyId",
      [certBag(ca, { localKeyId: 1 }), certBag(leaf()), keyBag(key, { localKeyId: 1 })],
    ],
    ["the key first", [keyBag(key), certBag(ca), certBag(leaf())]],
    ["the key between them", [certBag(ca), keyBag(key), certBag(leaf())]],
    [
      "one localKeyId on everything",
      [certBag(ca, { localKeyId: 1 }), keyBag(key, { localKeyId: 1 }), certBag(leaf(), { localKeyId: 1 })],
    ],
    [
      "localKeyIds that contradict",
      [certBag(ca, { localKeyId: 1 }), certBag(leaf(), { localKeyId: 2 }), keyBag(key, { localKeyId: 1 })],
    ],
  ])("gives the leaf: %s", async (_, bags) => {
    expect(await leaders(bags)).toEqual(["01"]);
  });

  it("gives no credential where the key is nobody's", async () => {
    const { credentials, keys } = await open(plainPfx(certBag(ca), keyBag(key)));
    expect(credentials).toEqual([]);
    expect(keys).toHaveLength(1);
  });

  it.each(["made-ca-first", "made-ca-has-local-key-id", "made-key-first", "made-many-safes", "openssl-chain"])(
    "gives the leaf of a real file: %s",
    async (id) => {
      const { credentials, certificates } = await openVector(id);
      expect(credentials).toHaveLength(1);
      const others = certificates.filter((it) => it !== credentials[0]?.certificate);
      expect(credentials[0]?.chain).toEqual(others);
      expect(credentials[0]?.certificate.certificate.subject).not.toEqual(others[0]?.certificate?.subject);
    },
  );
});

describe("two certificates over one key", () => {
  const renewed = leaf({ serial: 2n, notBefore: "20260101000000Z", notAfter: "20280101000000Z" });
  const old = leaf({ serial: 1n, notBefore: "20240101000000Z", notAfter: "20260601000000Z" });
  const both = [certBag(old), certBag(renewed), keyBag(key)];

  it.each([
    ["before both, where the first in the file leads", "2023-01-01T00:00:00Z", "01"],
    ["while the old one alone is valid", "2025-01-01T00:00:00Z", "01"],
    ["while both are valid, where the first leads", "2026-03-01T00:00:00Z", "01"],
    ["in the old one's last second", "2026-06-01T00:00:00Z", "01"],
    ["after the old one", "2026-06-01T00:00:01Z", "02"],
    ["in the new one's last second", "2028-01-01T00:00:00Z", "02"],
    ["after both, where the first leads", "2029-01-01T00:00:00Z", "01"],
  ])("are chosen by validity: %s", async (_, now, expected) => {
    expect(await leaders(both, new Date(now))).toEqual([expected]);
  });

  it("hand over in the new one's first second", async () => {
    const next = certBag(leaf({ serial: 2n, notBefore: "20260601000001Z" }));
    expect(await leaders([certBag(old), next, keyBag(key)], new Date("2026-06-01T00:00:00Z"))).toEqual(["01"]);
    expect(await leaders([certBag(old), next, keyBag(key)], new Date("2026-06-01T00:00:01Z"))).toEqual(["02"]);
  });

  it.each<[string, readonly Uint8Array[], string]>([
    [
      "localKeyId decides between two that are valid",
      [certBag(leaf({ serial: 1n })), certBag(leaf({ serial: 2n }), { localKeyId: 1 })],
      "02",
    ],
    [
      "localKeyId decides between two that are not",
      [certBag(leaf({ serial: 1n, ...expired })), certBag(leaf({ serial: 2n, ...future }), { localKeyId: 1 })],
      "02",
    ],
    [
      "validity comes before localKeyId",
      [certBag(leaf({ serial: 1n })), certBag(leaf({ serial: 2n, ...expired }), { localKeyId: 1 })],
      "01",
    ],
    [
      "the order decides where both have the localKeyId",
      [certBag(leaf({ serial: 2n }), { localKeyId: 1 }), certBag(leaf({ serial: 1n }), { localKeyId: 1 })],
      "02",
    ],
  ])("%s", async (_, certificates, expected) => {
    expect(await leaders([...certificates, keyBag(key, { localKeyId: 1 })])).toEqual([expected]);
  });
});

describe("several keys", () => {
  const own = { subject: "b", key: KEYS.second };
  const third = { subject: "c", key: KEYS.third };
  const keys = [keyBag(KEYS.first.pkcs8), keyBag(KEYS.second.pkcs8), keyBag(KEYS.third.pkcs8)];

  it.each<[string, readonly Uint8Array[], readonly string[]]>([
    [
      "stand in the order of the keys, whatever that of the certificates",
      [leaf({ serial: 3n, ...third }), leaf({ serial: 1n }), leaf({ serial: 2n, ...own })],
      ["01", "02", "03"],
    ],
    [
      "begin with those that are valid",
      [leaf({ serial: 1n, ...expired }), leaf({ serial: 2n, ...own, ...future }), leaf({ serial: 3n, ...third })],
      ["03", "01", "02"],
    ],
    [
      "end with a CA's",
      [leaf({ serial: 1n, isCa: true }), leaf({ serial: 2n, ...own, isCa: false }), leaf({ serial: 3n, ...third })],
      ["02", "03", "01"],
    ],
    [
      "put a valid CA's before a leaf's that has expired",
      [leaf({ serial: 1n, ...expired }), leaf({ serial: 2n, ...own, isCa: true })],
      ["02", "01"],
    ],
    ["leave out a key without a certificate", [leaf({ serial: 3n, ...third })], ["03"]],
  ])("%s", async (_, certificates, expected) => {
    expect(await leaders([...certificates.map((it) => certBag(it)), ...keys])).toEqual(expected);
  });

  it.each(["made-two-keys", "keytool-two-keys"])("of a real file find their certificates: %s", async (id) => {
    const { credentials, keys: found } = await openVector(id);
    expect(credentials.map(({ privateKey }) => privateKey)).toEqual(found);
    expect(new Set(credentials.map(({ certificate }) => certificate.thumbprint)).size).toBe(2);
  });
});

describe("the name of a credential", () => {
  it.each([
    ["the certificate's", "certificate", "key", "certificate"],
    ["else the key's", undefined, "key", "key"],
    ["else none", undefined, undefined, undefined],
  ])("is %s", async (_, certificateName, keyName, expected) => {
    const named = (friendlyName: string | undefined) => (friendlyName === undefined ? {} : { friendlyName });
    const { credentials } = await open(plainPfx(certBag(leaf(), named(certificateName)), keyBag(key, named(keyName))));
    expect(credentials.map(({ friendlyName }) => friendlyName)).toEqual([expected]);
  });
});
