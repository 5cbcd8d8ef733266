/** OpenSSL and node:crypto as second readers of the certificates that are signed here. */
import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { clientAuthExtensions } from "../../../src/x509/client-auth-extensions.js";
import type { SigningKey } from "../../../src/x509/generate-key.js";
import { generateSigningKey } from "../../../src/x509/generate-key.js";
import type { KeyType } from "../../../src/x509/key-type.js";
import type { SelfSignedFields } from "../../../src/x509/self-signed.js";
import { createSelfSigned } from "../../../src/x509/self-signed.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";
import { testProvider } from "../../setup/provider.js";
import type { Openssl } from "./openssl.js";
import { createOpenssl, opensslVersion } from "./openssl.js";

const version = opensslVersion();

const FIELDS: SelfSignedFields = {
  name: { text: "connector.example.org", stringType: "UTF8String" },
  serialNumber: Uint8Array.of(0x14, 0x2c, 0x69, 0x2a, 0xd9, 0xd0, 0x04, 0x71),
  notBefore: new Date("2026-01-01T00:00:00.999Z"),
  notAfter: new Date("2052-02-29T12:34:56Z"),
  extensions: [],
};

/** What `openssl x509 -text` calls the key and the signature. */
const PRINTED: readonly (readonly [KeyType, key: RegExp, signature: string])[] = [
  ["rsa-2048", /Public-Key: \(2048 bit\)[\s\S]*Exponent: 65537 /, "sha256WithRSAEncryption"],
  ["rsa-3072", /Public-Key: \(3072 bit\)[\s\S]*Exponent: 65537 /, "sha256WithRSAEncryption"],
  ["ec-p256", /Public-Key: \(256 bit\)[\s\S]*NIST CURVE: P-256/, "ecdsa-with-SHA256"],
  ["ec-p384", /Public-Key: \(384 bit\)[\s\S]*NIST CURVE: P-384/, "ecdsa-with-SHA384"],
];

const toPem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${encodeBase64(der).replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`;

describe.each(PRINTED)("a certificate over %s", (type, printedKey, printedSignature) => {
  let key: SigningKey;
  let openssl: Openssl;
  beforeAll(async () => {
    openssl = createOpenssl();
    key = await generateSigningKey(type, testProvider);
  });
  afterAll(() => openssl.remove());

  it("is for node:crypto what was asked for, signed by its own key", async () => {
    const extensions = clientAuthExtensions(FIELDS.name, key.spki);
    const certificate = new X509Certificate(await createSelfSigned(key, { ...FIELDS, extensions }, testProvider));
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate).toMatchObject({
      subject: "CN=connector.example.org",
      issuer: "CN=connector.example.org",
      subjectAltName: "DNS:connector.example.org",
      serialNumber: "142C692AD9D00471",
      validFrom: "Jan  1 00:00:00 2026 GMT",
      validTo: "Feb 29 12:34:56 2052 GMT",
      keyUsage: ["1.3.6.1.5.5.7.3.2"],
      ca: false,
    });
  });

  describe.runIf(version !== undefined)(`read by ${version}`, () => {
    it.each([false, true])("agrees on every field; extensions: %s", async (hasExtensions) => {
      const extensions = hasExtensions ? clientAuthExtensions(FIELDS.name, key.spki) : [];
      const der = await createSelfSigned(key, { ...FIELDS, extensions }, testProvider);
      openssl.write("certificate.pem", toPem(der));
      const text = openssl.run("x509", "-in", "certificate.pem", "-noout", "-text", "-fingerprint", "-sha1");
      expect(text).toMatch(/Version: 3 \(0x2\)/);
      expect(text).toContain("0x142c692ad9d00471");
      expect(text.match(/Signature Algorithm: (.+)/g)).toEqual([
        `Signature Algorithm: ${printedSignature}`,
        `Signature Algorithm: ${printedSignature}`,
      ]);
      expect(text).toMatch(/Issuer: CN ?= ?connector\.example\.org\n/);
      expect(text).toMatch(/Subject: CN ?= ?connector\.example\.org\n/);
      expect(text).toMatch(/Not Before: Jan {2}1 00:00:00 2026 GMT\n\s+Not After : Feb 29 12:34:56 2052 GMT/);
      expect(text).toMatch(printedKey);
      expect(text.toUpperCase().replaceAll(":", "")).toContain(`FINGERPRINT=${thumbprint(der)}`);
      const names = [...text.matchAll(/X509v3 (.+): (critical)?\n\s+(.+)\n/g)].map(([, name, , value]) => [
        name,
        value,
      ]);
      expect(names.filter(([name]) => name !== "Subject Key Identifier")).toEqual(
        hasExtensions
          ? [
              ["Basic Constraints", "CA:FALSE"],
              ["Key Usage", "Digital Signature"],
              ["Extended Key Usage", "TLS Web Client Authentication"],
              ["Subject Alternative Name", "DNS:connector.example.org"],
            ]
          : [],
      );
    });

    it("has a signature that verifies, for TLS clients too", async () => {
      const extensions = clientAuthExtensions(FIELDS.name, key.spki);
      openssl.write("plain.pem", toPem(await createSelfSigned(key, FIELDS, testProvider)));
      openssl.write("client.pem", toPem(await createSelfSigned(key, { ...FIELDS, extensions }, testProvider)));
      const verify = (file: string, ...options: string[]): string =>
        openssl.run("verify", "-check_ss_sig", "-no_check_time", ...options, "-CAfile", file, file).trim();
      expect(verify("plain.pem")).toBe("plain.pem: OK");
      expect(verify("client.pem", "-purpose", "sslclient", "-x509_strict")).toBe("client.pem: OK");
    });
  });
});
