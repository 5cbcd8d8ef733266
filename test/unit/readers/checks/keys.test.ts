import { describe, expect, it } from "vitest";
import type { OpenedFile } from "../../../../src/credential/opened-file.js";
import type { Check } from "../../../../src/readers/check.js";
import {
  encryptedKeys,
  firstKeyWithCertificate,
  issuerRequired,
  keyAlgorithms,
  keyBitsAtLeast,
  noWeakSignature,
  oneKeyWithCertificates,
  pairedByLocalKeyId,
  trustedCertificates,
} from "../../../../src/readers/checks/keys.js";
import { toFileTraits } from "../../../../src/readers/file-traits.js";
import { shroudedKeyBag } from "../../../setup/pfx.js";
import { encodings, encryptPbes2 } from "../../../setup/protect.js";
import { KEYS, writeCertificate } from "../../credential/certificate-writer.js";
import { open, openVector } from "../../credential/open-file.js";
import { certBag, data, keyBag, pfxOf, plainPfx } from "../../credential/pfx-writer.js";
import { traits } from "../sample-traits.js";

const find = (check: Check, opened: OpenedFile): readonly string[] => {
  const found = toFileTraits(opened);
  return found === undefined ? ["not open"] : check(found).map(({ at }) => at);
};
const leaf = writeCertificate({ key: KEYS.first, subject: "leaf" });
const [first, second] = [keyBag(KEYS.first.pkcs8), keyBag(KEYS.second.pkcs8)];

describe("firstKeyWithCertificate", () => {
  it("wants a key, and its certificate", async () => {
    expect(find(firstKeyWithCertificate, await open(plainPfx(certBag(leaf), first)))).toEqual([]);
    expect(find(firstKeyWithCertificate, await open(plainPfx(certBag(leaf))))).toEqual(["authSafe"]);
    expect(find(firstKeyWithCertificate, await open(plainPfx(second, certBag(leaf), first)))).toEqual([
      "authSafe[0].safeBag[0]",
    ]);
  });

  it("cannot say what lies under a cipher that is not known here", async () => {
    expect(find(firstKeyWithCertificate, await openVector("openssl-camellia-256"))).toEqual([]);
  });
});

describe("oneKeyWithCertificates", () => {
  it.each([
    ["one of each", plainPfx(certBag(leaf), first), []],
    ["another's key", plainPfx(certBag(leaf), second), []],
    ["certificates alone", plainPfx(certBag(leaf)), []],
    ["two keys", plainPfx(certBag(leaf), first, second), ["authSafe[0].safeBag[2]"]],
    ["a key alone", plainPfx(first), ["authSafe"]],
  ])("%s", async (_, bytes, expected) => {
    expect(find(oneKeyWithCertificates, await open(bytes))).toEqual(expected);
  });
});

describe("what Java wants", () => {
  it("is an encrypted key", async () => {
    expect(find(encryptedKeys, await openVector("openssl-default"))).toEqual([]);
    expect(find(encryptedKeys, await openVector("made-key-bag"))).toHaveLength(1);
  });

  it("is a localKeyId on the right certificate", async () => {
    expect(find(pairedByLocalKeyId, await openVector("openssl-default"))).toEqual([]);
    expect(find(pairedByLocalKeyId, await openVector("made-ca-has-local-key-id"))).toEqual(["authSafe[1].safeBag[0]"]);
    expect(find(pairedByLocalKeyId, await openVector("openssl-key-only"))).toEqual([]);
  });

  it("is, without localKeyId, the first encrypted key before the first certificate of a content", async () => {
    const { algorithm, ciphertext } = await encryptPbes2(KEYS.first.pkcs8, encodings.utf8("password"));
    const [key, certificate] = [shroudedKeyBag(algorithm, ciphertext), certBag(leaf)];
    const places = async (...contents: readonly Uint8Array[]): Promise<readonly string[]> =>
      find(pairedByLocalKeyId, await open(pfxOf(...contents), "password"));
    expect(await places(data(key), data(certificate))).toEqual([]);
    expect(await places(data(certificate), data(key))).toEqual(["authSafe[1].safeBag[0]"]);
    expect(await places(data(key, certificate))).toEqual(["authSafe[0].safeBag[0]"]);
    expect(await places(data(key), data(key), data(certificate))).toHaveLength(2);
    expect(await places(data(key), data(certBag(leaf, { localKeyId: 1 })))).toHaveLength(1);
  });

  it("is a mark on certificates without a key", async () => {
    expect(find(trustedCertificates, await openVector("keytool-truststore"))).toEqual([]);
    expect(find(trustedCertificates, await openVector("openssl-certificates-only"))).toEqual(["authSafe"]);
    expect(find(trustedCertificates, await openVector("openssl-default"))).toEqual([]);
  });
});

describe("keys and certificates", () => {
  it("are of known algorithms or not", async () => {
    const opened = await openVector("openssl-key-ed448");
    expect(find(keyAlgorithms(/^Ed/), opened)).toEqual([]);
    expect(find(keyAlgorithms(/^RSA/), opened)).toEqual(["authSafe[1].safeBag[0]"]);
  });

  it("are large enough or not, each by its own bound", async () => {
    const [rsa, ec] = [await openVector("openssl-default"), await openVector("openssl-key-p384")];
    expect(find(keyBitsAtLeast(2048), rsa)).toEqual([]);
    expect(find(keyBitsAtLeast(2049), rsa)).toEqual(["authSafe[0].safeBag[0]"]);
    expect(find(keyBitsAtLeast(2049, 384), ec)).toEqual([]);
    expect(find(keyBitsAtLeast(0, 385), ec)).toHaveLength(1);
  });

  it("name an issuer or do not", async () => {
    const opened = await openVector("openssl-default");
    expect(find(issuerRequired, opened)).toEqual([]);
    const certificates = opened.certificates.map((it) =>
      it.certificate === undefined
        ? it
        : { ...it, certificate: { ...it.certificate, issuer: { ...it.certificate.issuer, rdns: [] } } },
    );
    expect(issuerRequired(traits({ certificates }))).toHaveLength(1);
  });

  it("are signed over a weak hash by another, by themselves, or not at all so", async () => {
    const sha1 = { oid: "1.2", name: "sha1WithRSAEncryption", digest: "SHA-1" };
    const weaken = ({ certificates }: OpenedFile): OpenedFile["certificates"] =>
      certificates.map((it) =>
        it.certificate === undefined ? it : { ...it, certificate: { ...it.certificate, signatureAlgorithm: sha1 } },
      );
    const [chain, self] = [await openVector("openssl-chain"), await openVector("openssl-default")];
    expect(find(noWeakSignature, chain)).toEqual([]);
    expect(noWeakSignature(traits({ certificates: weaken(chain) })).length).toBeGreaterThan(0);
    expect(noWeakSignature(traits({ certificates: weaken(self) }))).toEqual([]);
  });
});
