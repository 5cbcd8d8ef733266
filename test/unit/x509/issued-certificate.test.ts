import { beforeAll, describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { readBitString, readSequence } from "../../../src/asn1/values.js";
import { toOwnedBytes } from "../../../src/bytes/buffer.js";
import { encodeHex } from "../../../src/bytes/hex.js";
import { readBasicConstraints } from "../../../src/x509/basic-constraints.js";
import type { Certificate } from "../../../src/x509/certificate.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { readSubjectAltName } from "../../../src/x509/general-name.js";
import type { SigningKey } from "../../../src/x509/generate-key.js";
import { generateSigningKey } from "../../../src/x509/generate-key.js";
import { createIssued } from "../../../src/x509/issued-certificate.js";
import { readAuthorityKeyIdentifier, readSubjectKeyIdentifier } from "../../../src/x509/key-identifiers.js";
import { readExtKeyUsage, readKeyUsage } from "../../../src/x509/key-usage.js";
import { formatName } from "../../../src/x509/name.js";
import { caExtensions, serverAuthExtensions } from "../../../src/x509/server-auth-extensions.js";
import { testProvider } from "../../setup/provider.js";
import { fixedSigningKey } from "./signing-keys.js";

const NAMES = [
  { kind: "dns", name: "localhost" },
  { kind: "ip", octets: Uint8Array.of(127, 0, 0, 1) },
  { kind: "ip", octets: Uint8Array.from({ length: 16 }, (_, index) => (index === 15 ? 1 : 0)) },
] as const;

let ca: SigningKey;
let server: SigningKey;
let der: Uint8Array<ArrayBuffer>;
let certificate: Certificate;

beforeAll(async () => {
  ca = await fixedSigningKey();
  server = await generateSigningKey("ec-p256", testProvider);
  der = await createIssued(
    ca,
    {
      issuer: { text: "CA", stringType: "UTF8String" },
      subject: { text: "server", stringType: "PrintableString" },
      spki: server.spki,
      serialNumber: Uint8Array.of(0x41, 2, 3),
      notBefore: new Date("2026-01-01T00:00:00.900Z"),
      notAfter: new Date("2050-01-01T00:00:00Z"),
      extensions: serverAuthExtensions(NAMES, server.spki, ca.spki),
    },
    testProvider,
  );
  certificate = parseCertificate(der, "certificate");
});

describe("createIssued", () => {
  it("writes what it is given, about the subject's key", () => {
    expect(formatName(certificate.issuer)).toBe("CN=CA");
    expect(formatName(certificate.subject)).toBe("CN=server");
    expect(certificate.notBefore).toEqual(new Date("2026-01-01T00:00:00Z"));
    expect(certificate.notAfter).toEqual(new Date("2050-01-01T00:00:00Z"));
    expect(encodeHex(certificate.publicKey.spki)).toBe(encodeHex(server.spki));
  });

  it("is signed by the issuer's key", async () => {
    const [tbs, , signature] = readSequence(decodeWhole(der, "certificate"), "certificate");
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const key = await testProvider.subtle.importKey("spki", toOwnedBytes(ca.spki), algorithm, true, ["verify"]);
    const octets = readBitString(signature, "signature").bytes;
    const signed = toOwnedBytes(tbs?.bytes ?? new Uint8Array());
    expect(await testProvider.subtle.verify(algorithm.name, key, octets, signed)).toBe(true);
    signed[signed.length - 1] = (signed.at(-1) ?? 0) ^ 1;
    expect(await testProvider.subtle.verify(algorithm.name, key, octets, signed)).toBe(false);
  });
});

describe("serverAuthExtensions", () => {
  it("say that it is a server's, under these names, and who issued it", () => {
    expect(readBasicConstraints(certificate)).toMatchObject({ critical: true, value: { ca: false } });
    expect(readKeyUsage(certificate)).toMatchObject({ critical: true, value: ["digitalSignature"] });
    expect(readExtKeyUsage(certificate)?.value).toEqual(["1.3.6.1.5.5.7.3.1"]);
    expect(readSubjectAltName(certificate)?.value?.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "dns localhost",
      "ip 127.0.0.1",
      "ip ::1",
    ]);
    const own = readSubjectKeyIdentifier(certificate)?.value;
    const issuer = readSubjectKeyIdentifier({ extensions: caExtensions(ca.spki) })?.value;
    expect(own).toMatch(/^[0-9A-F]{40}$/);
    expect(issuer).not.toBe(own);
    expect(readAuthorityKeyIdentifier(certificate)?.value?.keyIdentifier).toBe(issuer);
  });
});

describe("caExtensions", () => {
  it("say that it issues certificates, but no CAs", () => {
    const extensions = caExtensions(ca.spki);
    expect(readBasicConstraints({ extensions })).toMatchObject({ critical: true, value: { ca: true, pathLength: 0 } });
    expect(readKeyUsage({ extensions })).toMatchObject({ critical: true, value: ["keyCertSign"] });
  });
});
