import { describe, expect, it } from "vitest";
import { isReadable } from "../../../src/credential/open-certificate.js";
import { thumbprint, thumbprintSha256 } from "../../../src/x509/thumbprint.js";
import { join } from "../../setup/der.js";
import { ownVector } from "../../setup/own-vectors.js";
import { KEYS, writeCertificate } from "./certificate-writer.js";
import { open } from "./open-file.js";
import { certBag, keyBag, plainPfx } from "./pfx-writer.js";

const certificate = writeCertificate({ key: KEYS.first, subject: "leaf" });
const garbage = Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x00);

describe("a certificate of a file", () => {
  it("has the thumbprints of its DER, its bag's attributes and its place", async () => {
    const bag = certBag(certificate, { friendlyName: "Ζωή", localKeyId: 7 });
    const { certificates } = await open(plainPfx(keyBag(KEYS.first.pkcs8), bag));
    expect(certificates).toMatchObject([
      {
        at: "authSafe[0].safeBag[1]",
        der: certificate,
        thumbprint: thumbprint(certificate),
        thumbprintSha256: thumbprintSha256(certificate),
        friendlyName: "Ζωή",
        localKeyId: Uint8Array.of(7),
      },
    ]);
  });

  it("ends where it ends: octets behind it in the bag do not count", async () => {
    const file = plainPfx(certBag(join(certificate, Uint8Array.of(0, 0))), keyBag(KEYS.first.pkcs8));
    const { certificates, credentials, unreadable } = await open(file);
    expect(certificates.map(({ der }) => der)).toEqual([certificate]);
    expect(certificates[0]?.thumbprint).toBe(thumbprint(certificate));
    expect(credentials).toHaveLength(1);
    expect(unreadable).toEqual([]);
  });

  it("is listed with its thumbprints and an error where it cannot be read", async () => {
    const { certificates, unreadable, credentials } = await open(
      plainPfx(certBag(garbage, { friendlyName: "odd" }), certBag(certificate), keyBag(KEYS.first.pkcs8)),
    );
    expect(certificates.map(isReadable)).toEqual([false, true]);
    expect(certificates[0]).toMatchObject({
      at: "authSafe[0].safeBag[0]",
      der: garbage,
      thumbprint: thumbprint(garbage),
      certificate: undefined,
      friendlyName: "odd",
    });
    expect(unreadable).toMatchObject([{ at: "authSafe[0].safeBag[0]", error: { code: "ERR_X509_CERTIFICATE" } }]);
    expect(credentials).toHaveLength(1);
  });

  it("is listed once for each bag, in file order", async () => {
    const other = writeCertificate({ key: KEYS.second, subject: "other" });
    const { certificates } = await open(plainPfx(certBag(other), certBag(certificate), certBag(other)));
    expect(certificates.map(({ der }) => der)).toEqual([other, certificate, other]);
  });
});

describe("certificates of real files", () => {
  it.each(["openssl-after-2050", "openssl-names", "keytool-truststore"])("%s", async (id) => {
    const { entry, bytes } = ownVector(id);
    const { certificates } = await open(bytes, entry.password);
    expect(
      certificates.map(({ thumbprint: sha1, certificate: fields }) => [sha1, fields?.notBefore, fields?.notAfter]),
    ).toEqual(entry.certificates.map((it) => [it.thumbprint, new Date(it.notBefore), new Date(it.notAfter)]));
  });
});
