import { describe, expect, it } from "vitest";
import { openFile } from "../../../src/credential/open.js";
import type { OpenedFile } from "../../../src/credential/opened-file.js";
import { MalformedError } from "../../../src/errors.js";
import { integer, sequence } from "../../setup/der.js";
import { ownVector, ownVectors } from "../../setup/own-vectors.js";
import { testProvider } from "../../setup/provider.js";
import { KEYS, writeCertificate } from "./certificate-writer.js";
import { NOW, open, openVector } from "./open-file.js";
import {
  brokenBag,
  certBag,
  data,
  envelopedData,
  followedBy,
  keyBag,
  lockedKeyBag,
  pfxOf,
  plainPfx,
  sealedData,
  shroudedKeyBag,
} from "./pfx-writer.js";

const certificate = writeCertificate({ key: KEYS.first, subject: "leaf" });
const usable = [certBag(certificate), keyBag(KEYS.first.pkcs8)];
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** What became of the parts of a file. */
function outline({ kind, failure, certificates, keys, credentials, unreadable }: OpenedFile): unknown {
  const errors = unreadable.map(({ at, error }) => `${error.code} ${at}`);
  return [kind, failure?.code, certificates.length, keys.length, credentials.length, errors];
}

describe("openFile", () => {
  it("opens a file without password, encryption and MAC", async () => {
    const opened = await open(plainPfx(...usable));
    expect(outline(opened)).toEqual(["pfx", undefined, 1, 1, 1, []]);
    expect(opened.pkcs12?.bags).toHaveLength(2);
    expect(opened.inspection?.bags).toHaveLength(2);
    expect(opened.credentials).toMatchObject([{ certificate: { der: certificate }, privateKey: opened.keys[0] }]);
  });

  it("opens with the native WebCrypto where no other is given", async () => {
    expect(outline(await openFile(plainPfx(...usable), { now: NOW }))).toEqual(["pfx", undefined, 1, 1, 1, []]);
  });

  it("refuses what is no Uint8Array and no date", async () => {
    const buffer = plainPfx(...usable).buffer as unknown as Uint8Array;
    await expect(open(buffer)).rejects.toThrow(new TypeError('"bytes" expected a Uint8Array'));
    const options = { provider: testProvider };
    await expect(openFile(plainPfx(), { ...options, now: undefined as unknown as Date })).rejects.toThrow(TypeError);
    await expect(openFile(plainPfx(), { ...options, now: new Date("never") })).rejects.toThrow(RangeError);
  });

  it("stops between keys once the signal is aborted", async () => {
    const reason = new Error("no longer wanted");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 0);
    const file = plainPfx(certBag(certificate), ...Array.from({ length: 400 }, () => keyBag(KEYS.first.pkcs8)));
    const { signal } = controller;
    await expect(openFile(file, { now: NOW, provider: testProvider, signal })).rejects.toBe(reason);
  });

  it("does not modify its input and keeps no view of it", async () => {
    const file = plainPfx(...usable);
    const before = file.slice();
    const opened = await open(file);
    expect(file).toEqual(before);
    file.fill(0);
    expect(opened.certificates[0]?.der).toEqual(certificate);
    expect(opened.keys[0]?.pkcs8).toEqual(KEYS.first.pkcs8);
  });

  it.each<[string, Uint8Array, unknown]>([
    ["nothing", new Uint8Array(0), ["empty", "ERR_PKCS12_NOT_PFX", 0, 0, 0, []]],
    ["text", text("hello"), ["text", "ERR_PKCS12_NOT_PFX", 0, 0, 0, []]],
    ["PEM", text("-----BEGIN CERTIFICATE-----\nAAAA\n"), ["pem-certificate", "ERR_PKCS12_NOT_PFX", 0, 0, 0, []]],
    ["a certificate", certificate, ["certificate", "ERR_PKCS12_NOT_PFX", 0, 0, 0, []]],
    ["a private key", KEYS.first.pkcs8, ["pkcs8", "ERR_PKCS12_NOT_PFX", 0, 0, 0, []]],
    ["ASN.1 of another type", sequence(integer(1)), ["unknown", "ERR_PKCS12_NOT_PFX", 0, 0, 0, []]],
    ["half a file", plainPfx(...usable).subarray(0, 200), ["pfx", "ERR_ASN1_TRUNCATED", 0, 0, 0, []]],
    ["no bag", plainPfx(), ["pfx", undefined, 0, 0, 0, []]],
    ["certificates alone", plainPfx(certBag(certificate)), ["pfx", undefined, 1, 0, 0, []]],
    ["a key alone", plainPfx(keyBag(KEYS.first.pkcs8)), ["pfx", undefined, 0, 1, 0, []]],
    [
      "a bag that is none",
      plainPfx(brokenBag(), ...usable),
      ["pfx", undefined, 1, 1, 1, ["ERR_PKCS12_STRUCTURE authSafe[0].safeBag[0]"]],
    ],
    [
      "a key that does not open",
      plainPfx(...usable, lockedKeyBag()),
      ["pfx", undefined, 1, 1, 1, ["ERR_PKCS12_DECRYPT authSafe[0].safeBag[2]"]],
    ],
    [
      "a content under a public key",
      pfxOf(envelopedData(), data(...usable)),
      ["pfx", undefined, 1, 1, 1, ["ERR_PKCS12_PUBLIC_KEY_MODE authSafe[0]"]],
    ],
    [
      "a line break behind it",
      followedBy(plainPfx(...usable), "\n"),
      ["pfx", undefined, 1, 1, 1, ["ERR_ASN1_TRAILING_DATA pfx"]],
    ],
  ])("says what became of %s", async (_, bytes, expected) => {
    expect(outline(await open(bytes))).toEqual(expected);
  });

  it("lists what lies open although the password is wrong", async () => {
    const opened = await openVector("made-plain", "wrong");
    expect(outline(opened)).toEqual(["pfx", "ERR_PKCS12_MAC_MISMATCH", 1, 0, 0, []]);
    expect(opened.certificates[0]?.thumbprint).toBe(ownVector("made-plain").entry.certificates[0]?.thumbprint);
    expect(opened.inspection?.mac?.digest).toBe("SHA-256");
    expect(opened.pkcs12).toBeUndefined();
  });

  it("lists nothing that is encrypted where the password is wrong", async () => {
    expect(outline(await openVector("openssl-aes-128", "wrong"))).toEqual([
      "pfx",
      "ERR_PKCS12_MAC_MISMATCH",
      0,
      0,
      0,
      [],
    ]);
  });

  it("names the key that the password does not open where there is no MAC", async () => {
    const parts = ["ERR_PKCS12_DECRYPT authSafe[1].safeBag[0]"];
    expect(outline(await openVector("openssl-nomac", "wrong"))).toEqual(["pfx", undefined, 1, 0, 0, parts]);
  });

  it("opens what its password opens of a file with two passwords", async () => {
    const other = writeCertificate({ key: KEYS.second, subject: "other" });
    const first = await sealedData("first", certBag(certificate), await shroudedKeyBag(KEYS.first.pkcs8, "first"));
    const second = await sealedData("second", certBag(other));
    const file = pfxOf(first, second, data(await shroudedKeyBag(KEYS.second.pkcs8, "second")));
    expect(outline(await open(file, "first"))).toEqual([
      "pfx",
      undefined,
      1,
      1,
      1,
      ["ERR_PKCS12_DECRYPT authSafe[1]", "ERR_PKCS12_DECRYPT authSafe[2].safeBag[0]"],
    ]);
  });

  it("applies the limits", async () => {
    const { failure } = await openFile(plainPfx(...usable), { now: NOW, provider: testProvider, limits: { bags: 1 } });
    expect(failure?.code).toBe("ERR_PKCS12_BAGS");
  });
});

describe("openFile never throws for what is wrong with a file", () => {
  it("of the vectors that must be refused", async () => {
    const vectors = ownVectors().filter(({ entry }) => entry.expect !== "ok");
    expect(vectors.length).toBeGreaterThan(20);
    for (const { bytes, entry } of vectors) {
      const { failure, unreadable } = await open(bytes, entry.password);
      const codes = [failure?.code, ...unreadable.map(({ error }) => error.code)];
      expect(entry.expect, entry.id).toMatchObject({ code: codes.find((code) => code !== undefined) });
    }
  });

  const file = plainPfx(certBag(certificate, { friendlyName: "a" }), keyBag(KEYS.first.pkcs8, { localKeyId: 1 }));

  it("cut off anywhere", async () => {
    for (let length = 0; length < file.length; length++) {
      expect((await open(file.subarray(0, length))).failure, `${length} bytes`).toBeDefined();
    }
  });

  it("altered in any octet", async () => {
    for (let index = 0; index < file.length; index++) {
      const altered = file.map((octet, at) => (at === index ? octet ^ (1 << (index % 8)) : octet));
      await expect(open(altered), `octet ${index}`).resolves.toHaveProperty("kind");
    }
  });
});

describe("an abort", () => {
  it("before the opening rejects with its reason, even for a file without derivations", async () => {
    const reason = new Error("stopped");
    const options = { now: NOW, provider: testProvider, signal: AbortSignal.abort(reason) };
    await expect(openFile(plainPfx(...usable), options)).rejects.toBe(reason);
  });

  it("before the opening rejects with its reason, even for what is no PFX", async () => {
    const reason = new Error("stopped");
    const options = { now: NOW, provider: testProvider, signal: AbortSignal.abort(reason) };
    await expect(openFile(certificate, options)).rejects.toBe(reason);
  });

  it("during a long derivation rejects with its reason", async () => {
    const { bytes, entry } = ownVector("openssl-iter-600000");
    const reason = new Error("stopped");
    const controller = new AbortController();
    const { signal } = controller;
    const opening = openFile(bytes, { now: NOW, provider: testProvider, password: entry.password, signal });
    setTimeout(() => controller.abort(reason), 20);
    await expect(opening).rejects.toBe(reason);
  });

  it("whose reason is an error of the toolkit is no fault of the file", async () => {
    const { bytes, entry } = ownVector("openssl-iter-600000");
    const reason = new MalformedError("stopped", { code: "ERR_PKCS12_NOT_PFX", at: "test" });
    const controller = new AbortController();
    const { signal } = controller;
    const opening = openFile(bytes, { now: NOW, provider: testProvider, password: entry.password, signal });
    setTimeout(() => controller.abort(reason), 20);
    await expect(opening).rejects.toBe(reason);
  });
});
