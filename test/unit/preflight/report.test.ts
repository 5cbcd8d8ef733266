import { describe, expect, it } from "vitest";
import { toReport } from "../../../src/preflight/preflight.js";
import type { Report } from "../../../src/preflight/report.js";
import { KEYS, UNKNOWN_ALGORITHM, UNKNOWN_KEY, writeCertificate } from "../credential/certificate-writer.js";
import { NOW, open, openVector } from "../credential/open-file.js";
import {
  brokenBag,
  certBag,
  followedBy,
  keyBag,
  pfxOf,
  plainPfx,
  sealedData,
  shroudedKeyBag,
} from "../credential/pfx-writer.js";

const options = { file: "it.pfx", now: NOW };
const report = async (...bags: readonly Uint8Array[]): Promise<Report> =>
  toReport(await open(plainPfx(...bags)), options);
const vectorReport = async (id: string): Promise<Report> => toReport(await openVector(id), options);

const leaf = writeCertificate({ key: KEYS.first, subject: "leaf" });
const key = keyBag(KEYS.first.pkcs8);

describe("a report as JSON", () => {
  it.each<[string, () => Promise<Report>]>([
    ["a sound file", () => report(certBag(leaf), key)],
    ["a file of many parts", () => vectorReport("made-many-safes")],
    ["an unknown MAC", () => vectorReport("openssl-mac-whirlpool")],
    ["what cannot be read", () => report(certBag(brokenBag()), keyBag(brokenBag()), brokenBag())],
    ["an unknown key", () => report(keyBag(UNKNOWN_KEY.pkcs8))],
    ["no PFX", async () => toReport(await open(leaf), options)],
    [
      "a line break behind",
      async () => toReport(await open(followedBy(plainPfx(certBag(leaf), key), "\r\n")), options),
    ],
  ])("loses nothing: %s", async (_, make) => {
    const made = await make();
    expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made);
  });

  it.each([
    ["control characters", "a\u0000b\u001b[31mc\r\n\t\u007f"],
    ["quotes and backslashes", '"\\u0022\\'],
    ["line separators and directions", "\u2028\u2029\u202e"],
    ["nothing", ""],
  ])("keeps a friendlyName of %s, harmless", async (_, friendlyName) => {
    const made = await report(certBag(leaf, { friendlyName }), key);
    const text = JSON.stringify(made, undefined, 2);
    expect([...text].filter((character) => character < " " && character !== "\n")).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({ certificates: [{ friendlyName }] });
  });

  it("replaces half a character of a friendlyName", async () => {
    const made = await report(certBag(leaf, { friendlyName: "x\ud83d" }), key);
    expect(JSON.parse(JSON.stringify(made))).toMatchObject({ certificates: [{ friendlyName: "x\ufffd" }] });
  });

  it("shows control characters of a name as RFC 4514 escapes", async () => {
    const odd = writeCertificate({ key: KEYS.first, subject: "a\u0000\u001bb", issuer: "c\nd,e" });
    expect((await report(certBag(odd))).certificates).toMatchObject([
      { subject: "CN=a\\00\\1Bb", issuer: "CN=c\\0Ad\\,e" },
    ]);
  });

  it("holds neither the private key nor the password", async () => {
    const made = toReport(await openVector("made-key-bag", "Zq7-geheim-42"), options);
    const text = JSON.stringify(made);
    expect(made.keys).toHaveLength(1);
    expect(text).not.toContain("Zq7-geheim-42");
    expect(Object.keys(made.keys[0] ?? {})).toEqual(["algorithm", "bits", "matches", "thumbprints"]);
  });
});

describe("what a report says of certificates", () => {
  it.each([
    ["19500101000000Z", "1950-01-01T00:00:00Z"],
    ["19691231235959Z", "1969-12-31T23:59:59Z"],
    ["20491231235959Z", "2049-12-31T23:59:59Z"],
    ["20500101000000Z", "2050-01-01T00:00:00Z"],
    ["99991231235959Z", "9999-12-31T23:59:59Z"],
  ])("writes dates in ISO 8601 to the second: %s", async (time, iso) => {
    const dated = writeCertificate({ key: KEYS.first, subject: "leaf", notBefore: time, notAfter: time });
    expect((await report(certBag(dated))).certificates).toMatchObject([{ notBefore: iso, notAfter: iso }]);
  });

  it("has null for what is not known of one that cannot be read", async () => {
    const { certificates } = await report(certBag(brokenBag(), { friendlyName: "odd" }), certBag(leaf), key);
    expect(certificates).toMatchObject([
      {
        thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
        thumbprintSha256: expect.stringMatching(/^[0-9A-F]{64}$/),
        subject: null,
        issuer: null,
        serialNumber: null,
        notBefore: null,
        notAfter: null,
        keyAlgorithm: null,
        keyBits: null,
        hasPrivateKey: false,
        friendlyName: "odd",
      },
      { subject: "CN=leaf", hasPrivateKey: true, friendlyName: null },
    ]);
  });

  it("says of every certificate over a key, copies too, that the key is there", async () => {
    const renewed = writeCertificate({ key: KEYS.first, subject: "leaf", serial: 2n });
    const other = writeCertificate({ key: KEYS.second, subject: "other" });
    const { certificates, keys } = await report(certBag(leaf), certBag(other), certBag(renewed), certBag(leaf), key);
    expect(certificates.map(({ hasPrivateKey }) => hasPrivateKey)).toEqual([true, false, true, true]);
    const [first, , second] = certificates.map(({ thumbprint }) => thumbprint);
    expect(keys).toEqual([{ algorithm: "Ed25519", bits: 255, matches: true, thumbprints: [first, second, first] }]);
  });
});

describe("what a report says of keys", () => {
  it("lists them in file order, those without a certificate too", async () => {
    const { keys } = await report(keyBag(UNKNOWN_KEY.pkcs8), certBag(leaf), keyBag(KEYS.second.pkcs8), key);
    expect(keys.map(({ algorithm, bits, matches }) => [algorithm, bits, matches])).toEqual([
      [UNKNOWN_ALGORITHM, null, false],
      ["Ed25519", 255, false],
      ["Ed25519", 255, true],
    ]);
  });
});

describe("what a report says of the container", () => {
  it.each([
    ["go-passwordless", { encoding: "DER", mac: null, encryptions: [] }],
    ["bouncy-castle-pbmac1", { mac: { kind: "pbmac1", digest: "SHA-512" } }],
    ["made-ber", { encoding: "BER" }],
    ["openssl-mac-whirlpool", { mac: { kind: "hmac", digest: "Whirlpool", iterations: null } }],
    ["openssl-rc4-40", { encryptions: [{ cipher: "RC4-40", kdf: "PKCS12-KDF", prf: "SHA-1", iterations: 2048 }, {}] }],
    ["bouncy-castle-scrypt", { encryptions: [{ scheme: "PBES2", kdf: "scrypt", iterations: null }, {}] }],
    ["openssl-camellia-256", { encryptions: [{ scheme: "PBES2", cipher: "Camellia-256-CBC" }, {}] }],
  ])("%s", async (id, container) => {
    expect((await vectorReport(id)).container).toMatchObject(container);
  });

  it("shows the encryption of a key inside an encrypted content once that is open", async () => {
    const content = await sealedData("it", certBag(leaf), await shroudedKeyBag(KEYS.first.pkcs8, "it"));
    const places = async (password: string): Promise<readonly string[] | undefined> =>
      toReport(await open(pfxOf(content), password), options).container?.encryptions.map(({ at }) => at);
    expect(await places("it")).toEqual(["authSafe[0]", "authSafe[0].safeBag[1]"]);
    expect(await places("wrong")).toEqual(["authSafe[0]"]);
  });

  it("shows what can be seen without the password where that is wrong", async () => {
    const { container } = toReport(await openVector("openssl-aes-128", "wrong"), options);
    expect(container).toEqual({
      encoding: "DER",
      mac: { kind: "hmac", digest: "SHA-1", iterations: 2048 },
      encryptions: ["authSafe[0]", "authSafe[1].safeBag[0]"].map((at) => ({
        at,
        scheme: "PBES2",
        cipher: "AES-128-CBC",
        kdf: "PBKDF2",
        prf: "HMAC-SHA-256",
        iterations: 2048,
      })),
    });
  });
});
