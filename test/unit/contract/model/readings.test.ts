import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../../src/bytes/base64.js";
import { CREDENTIAL_POOL } from "../../../../src/contract/arbitraries/credential-pool.generated.js";
import { readCertificate } from "../../../../src/contract/model/certificate-reading.js";
import { readUpload } from "../../../../src/contract/model/upload.js";
import { createMaterial } from "../../../../src/contract/session/material.js";
import { testProvider } from "../../../setup/provider.js";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const material = createMaterial(testProvider);
const [rsa] = CREDENTIAL_POOL;
const octets = (text: string): Uint8Array => Uint8Array.from(atob(text), (it) => it.charCodeAt(0));

describe("readUpload", () => {
  it.each(CREDENTIAL_POOL)("opens the file of $subject", async ({ pfx, password, thumbprint }) => {
    const [notBefore, notAfter] = ["2026-01-01T00:00:00Z", "2029-01-01T00:00:00Z"].map((it) => Date.parse(it) / 1000);
    const upload = await readUpload({ pkcs12Value: pfx, password }, testProvider);
    expect(upload).toEqual({ verdict: "good", thumbprint, notBefore, notAfter });
  });

  it("finds the certificate of the key wherever it lies", async () => {
    const credential = await material.credential(NOW, -1, 1, true);
    const usual = await readUpload(await material.upload(credential), testProvider);
    const odd = await material.upload(credential, "p", { order: ["issuer", "key", "leaf"] });
    expect(usual.verdict).toBe("good");
    expect(await readUpload(odd, testProvider)).toEqual(usual);
  });

  it.each([
    ["a wrong password", "bad", { pkcs12Value: rsa?.pfx, password: "no" }],
    ["a missing password", "bad", { pkcs12Value: rsa?.pfx }],
    ["a certificate", "bad", { pkcs12Value: rsa?.certificate, password: "" }],
    ["no text", "bad", { pkcs12Value: 1, password: "" }],
    ["white space", "open", { pkcs12Value: `${rsa?.pfx}\n`, password: rsa?.password }],
  ])("judges %s as %s", async (_, verdict, body) => {
    expect((await readUpload(body, testProvider)).verdict).toBe(verdict);
  });

  it.each([["leaf"], ["key"]] as const)("judges a file with its %s alone as bad", async (part) => {
    const file = await material.upload(await material.credential(NOW, -1, 1), "p", { order: [part] });
    expect((await readUpload(file, testProvider)).verdict).toBe("bad");
  });
});

describe("readCertificate", () => {
  it("reads a self-signed one and verifies it", async () => {
    const reading = await readCertificate(rsa?.certificate, testProvider);
    expect(reading).toMatchObject({
      isReadable: true,
      thumbprint: rsa?.thumbprint,
      isSelfIssued: true,
      isSelfSigned: true,
    });
  });

  it("sees that one octet of the signature is wrong", async () => {
    const der = octets(rsa?.certificate ?? "");
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
    expect(await readCertificate(encodeBase64(der), testProvider)).toMatchObject({
      isSelfIssued: true,
      isSelfSigned: false,
    });
  });

  it("sees that another has issued it", async () => {
    const { certificate } = await material.credential(NOW, -1, 1, true);
    expect(await readCertificate(encodeBase64(certificate), testProvider)).toMatchObject({ isSelfIssued: false });
  });

  it.each([
    ["base64url", "MII_-A"],
    ["PEM", "-----BEGIN CERTIFICATE-----"],
    ["something else", "AAAA"],
    ["nothing", null],
  ])("does not read %s", async (_, key) => {
    expect((await readCertificate(key, testProvider)).isReadable).toBe(false);
  });

  it("refuses octets behind the certificate", async () => {
    const more = encodeBase64(Uint8Array.of(...octets(rsa?.certificate ?? ""), 0));
    expect(await readCertificate(more, testProvider)).toEqual({
      isReadable: false,
      problem: "1 octets behind the certificate",
    });
  });
});
