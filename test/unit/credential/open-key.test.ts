import { describe, expect, it } from "vitest";
import type { OpenedFile } from "../../../src/credential/opened-file.js";
import { KEYS, textbookRsa, UNKNOWN_ALGORITHM, UNKNOWN_KEY, writeCertificate } from "./certificate-writer.js";
import { open, openVector } from "./open-file.js";
import { brokenBag, certBag, keyBag, plainPfx } from "./pfx-writer.js";

const certificate = writeCertificate({ key: KEYS.first, subject: "leaf" });
const other = writeCertificate({ key: KEYS.second, subject: "other" });

/** Places of the certificates of each key. */
function ownedBy({ keys }: OpenedFile): readonly (readonly string[])[] {
  return keys.map((key) => key.certificates.map(({ at }) => at));
}

describe("a key of any type", () => {
  it.each([
    ["openssl-default", "RSA", 2048],
    ["openssl-key-rsa-pss", "RSASSA-PSS", 2048],
    ["openssl-aes-128", "EC P-256", 256],
    ["openssl-key-p384", "EC P-384", 384],
    ["openssl-key-p521", "EC P-521", 521],
    ["openssl-key-secp256k1", "EC secp256k1", 256],
    ["openssl-key-brainpoolP256r1", "EC brainpoolP256r1", 256],
    ["openssl-key-ec-explicit", "EC (explicit parameters)", 256],
    ["openssl-key-ed25519", "Ed25519", 255],
    ["openssl-key-ed448", "Ed448", 448],
    ["openssl-key-x25519", "X25519", 255],
    ["openssl-key-dsa", "DSA", 2048],
  ])("%s: %s, %i bits, finds its certificate against position and localKeyId", async (id, algorithm, bits) => {
    const { certificates, keys } = await openVector(id);
    const [own, key] = [certificates[0]?.der, keys[0]];
    if (own === undefined || key === undefined) throw new RangeError(`"id" has no key with a certificate: ${id}`);
    expect(key).toMatchObject({ algorithm, bits });
    const misleading = [certBag(other, { localKeyId: 1 }), certBag(own), certBag(other, { localKeyId: 1 })];
    const repacked = await open(plainPfx(...misleading, keyBag(key.pkcs8, { localKeyId: 1 })));
    expect(ownedBy(repacked)).toEqual([["authSafe[0].safeBag[1]"]]);
    expect(repacked.credentials[0]?.certificate.thumbprint).toBe(certificates[0]?.thumbprint);
  });
});

describe("a key", () => {
  it("keeps its place, its PKCS#8 and its attributes", async () => {
    const { keys } = await open(plainPfx(keyBag(KEYS.first.pkcs8, { friendlyName: "key", localKeyId: 3 })));
    expect(keys).toEqual([
      {
        at: "authSafe[0].safeBag[0]",
        algorithm: "Ed25519",
        bits: 255,
        pkcs8: KEYS.first.pkcs8,
        friendlyName: "key",
        localKeyId: Uint8Array.of(3),
        isComputed: true,
        statesOtherPublicKey: false,
        certificates: [],
      },
    ]);
  });

  it("has every certificate with its public key, in file order", async () => {
    const renewed = writeCertificate({ key: KEYS.first, subject: "leaf", serial: 2n });
    const bags = [certBag(renewed), certBag(other), certBag(certificate)];
    const opened = await open(plainPfx(keyBag(KEYS.first.pkcs8), ...bags));
    expect(ownedBy(opened)).toEqual([["authSafe[0].safeBag[1]", "authSafe[0].safeBag[3]"]]);
  });

  it("has no certificate of another key, whatever the localKeyId says", async () => {
    const bags = [certBag(other, { localKeyId: 1 }), keyBag(KEYS.first.pkcs8, { localKeyId: 1 })];
    const opened = await open(plainPfx(...bags));
    expect(ownedBy(opened)).toEqual([[]]);
    expect(opened.credentials).toEqual([]);
  });

  it.each([
    ["that contradicts itself", textbookRsa(2754n).pkcs8],
    ["that is no PKCS#8", brokenBag()],
  ])("%s is unreadable, and the others are read", async (_, pkcs8) => {
    const bags = [certBag(certificate), keyBag(pkcs8), keyBag(KEYS.first.pkcs8)];
    const { keys, unreadable, credentials } = await open(plainPfx(...bags));
    expect(unreadable).toMatchObject([{ at: "authSafe[0].safeBag[1]", error: { code: "ERR_X509_PRIVATE_KEY" } }]);
    expect(keys).toHaveLength(1);
    expect(credentials).toHaveLength(1);
  });

  it("of RSA whose numbers agree is read", async () => {
    const rsa = textbookRsa();
    const opened = await open(plainPfx(certBag(writeCertificate({ key: rsa, subject: "rsa" })), keyBag(rsa.pkcs8)));
    expect(opened.unreadable).toEqual([]);
    expect(ownedBy(opened)).toEqual([["authSafe[0].safeBag[0]"]]);
  });
});

describe("a key from which nothing can be computed", () => {
  const unknown = writeCertificate({ key: UNKNOWN_KEY, subject: "unknown" });

  it("is named by its OID", async () => {
    const { keys } = await open(plainPfx(keyBag(UNKNOWN_KEY.pkcs8)));
    expect(keys).toMatchObject([{ algorithm: UNKNOWN_ALGORITHM, bits: undefined }]);
  });

  it("takes the certificate of its algorithm that has its localKeyId", async () => {
    const bags = [
      certBag(other, { localKeyId: 1 }),
      certBag(unknown, { localKeyId: 2 }),
      certBag(unknown, { localKeyId: 1 }),
      certBag(unknown),
    ];
    const opened = await open(plainPfx(...bags, keyBag(UNKNOWN_KEY.pkcs8, { localKeyId: 1 })));
    expect(ownedBy(opened)).toEqual([["authSafe[0].safeBag[2]"]]);
  });

  it("takes none where it has no localKeyId", async () => {
    expect(ownedBy(await open(plainPfx(certBag(unknown), keyBag(UNKNOWN_KEY.pkcs8))))).toEqual([[]]);
  });
});
