/** node:crypto and OpenSSL as second readers of certificates: those that OpenSSL makes here, and real ones where there are any. */
import { X509Certificate } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeHex } from "../../../src/bytes/hex.js";
import { readBasicConstraints } from "../../../src/x509/basic-constraints.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { readSubjectAltName } from "../../../src/x509/general-name.js";
import { readExtKeyUsage, readKeyUsage } from "../../../src/x509/key-usage.js";
import { formatName } from "../../../src/x509/name.js";
import { thumbprint, thumbprintSha256 } from "../../../src/x509/thumbprint.js";
import { announce } from "../../setup/announce.js";
import type { Openssl } from "./openssl.js";
import { createOpenssl, opensslVersion } from "./openssl.js";

const folder = resolve(import.meta.dirname, "../../../../shared/certs");
const realCertificates = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".der")) : [];
if (realCertificates.length === 0) announce("skipped: no certificates beside the checkout");

/** What both readers say, field by field. */
function ours(der: Uint8Array): Record<string, unknown> {
  const certificate = parseCertificate(der, "certificate");
  return {
    serialNumber: certificate.serialNumber,
    notBefore: certificate.notBefore.getTime(),
    notAfter: certificate.notAfter.getTime(),
    der: encodeHex(certificate.der),
    spki: encodeHex(certificate.publicKey.spki),
    ca: readBasicConstraints(certificate)?.value?.ca ?? false,
    extKeyUsage: readExtKeyUsage(certificate)?.value,
    subjectAltName: readSubjectAltName(certificate)
      ?.value?.filter(({ kind }) => kind === "dns" || kind === "email")
      .map(({ kind, text }) => `${kind}:${text}`),
    fingerprint: thumbprint(certificate.der),
    fingerprint256: thumbprintSha256(certificate.der),
  };
}

function nodes(der: Uint8Array): Record<string, unknown> {
  const certificate = new X509Certificate(der);
  const spki = certificate.publicKey.export({ format: "der", type: "spki" });
  return {
    serialNumber: certificate.serialNumber,
    notBefore: Date.parse(certificate.validFrom),
    notAfter: Date.parse(certificate.validTo),
    der: encodeHex(certificate.raw),
    spki: encodeHex(spki),
    ca: certificate.ca,
    extKeyUsage: certificate.keyUsage,
    subjectAltName: certificate.subjectAltName
      ?.split(", ")
      .filter((name) => /^(DNS|email):/.test(name))
      .map((name) => name.replace("DNS", "dns")),
    fingerprint: certificate.fingerprint.replaceAll(":", ""),
    fingerprint256: certificate.fingerprint256.replaceAll(":", ""),
  };
}

describe.runIf(realCertificates.length > 0)("real certificates", () => {
  it.each(realCertificates)("%s says to us what it says to Node", (file) => {
    const der = new Uint8Array(readFileSync(resolve(folder, file)));
    expect(ours(der)).toEqual(nodes(der));
  });
});

const version = opensslVersion();

describe.runIf(version !== undefined)(`certificates made by ${version}`, () => {
  let openssl: Openssl;
  beforeAll(() => {
    openssl = createOpenssl();
    openssl.run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "ec.key");
  });
  afterAll(() => openssl.remove());

  function make(...options: string[]): Uint8Array {
    openssl.run("req", "-x509", "-key", "ec.key", "-outform", "DER", "-out", "certificate.der", ...options);
    return openssl.read("certificate.der");
  }
  const cn = ["-subj", "/CN=a"];

  it.each([
    "0",
    "1",
    "127",
    "128",
    "255",
    "256",
    "-1",
    "-127",
    "-128",
    "-129",
    "-255",
    "-256",
    "0x7fffffffffffffff",
    "-0x8000",
    "0x80000000000000000000000000000000000000",
  ])("serial number %s", (serial) => {
    const der = make(...cn, "-set_serial", serial);
    expect(ours(der)).toEqual(nodes(der));
    const printed = openssl.run("x509", "-in", "certificate.der", "-noout", "-serial").trim().replace("serial=", "");
    expect(parseCertificate(der, "c").serialNumber).toBe(printed === "00" ? "0" : printed);
  });

  it.each([1, 365, 9000, 20_000, 2_000_000])("valid for %i days", (days) => {
    const der = make(...cn, "-days", String(days));
    expect(ours(der)).toEqual(nodes(der));
  });

  it.each([
    "basicConstraints=critical,CA:true,pathlen:0",
    "basicConstraints=CA:false",
    "extendedKeyUsage=clientAuth,1.2.3.4",
    "subjectAltName=DNS:a.test,DNS:b.test,email:a@b.test,IP:192.0.2.1",
  ])("extension %s", (extension) => {
    const der = make(...cn, "-addext", extension);
    expect(ours(der)).toEqual(nodes(der));
  });

  it.each([
    "digitalSignature",
    "digitalSignature,decipherOnly,keyAgreement",
    "nonRepudiation,keyEncipherment,dataEncipherment,keyCertSign,cRLSign,encipherOnly",
  ])("key usage %s", (usages) => {
    const value = readKeyUsage(parseCertificate(make(...cn, "-addext", `keyUsage=${usages}`), "c"))?.value;
    expect([...(value ?? [])].sort()).toEqual(usages.split(",").sort());
  });

  it.each(["2001:db8:0:0:1:0:0:1", "::1", "fe80::1:0:0:1", "2001:0:0:1::"])("IP address %s", (address) => {
    const der = make(...cn, "-addext", `subjectAltName=IP:${address}`);
    const [name] = readSubjectAltName(parseCertificate(der, "c"))?.value ?? [];
    expect(name?.text).toBe(new URL(`http://[${address}]/`).hostname.slice(1, -1));
  });

  it.each([
    "/C=DE/ST=Berlin/O=Example/OU=A/OU=B/CN=a.test",
    "/DC=test/DC=example/UID=u1/CN=x",
    "/CN=a+serialNumber=5+OU=z/O=b",
    '/CN= lead and trail /O=#hash#/OU=a,b;c<d>e"f=g',
    "/CN=back\\\\slash\\+plus",
    "/emailAddress=a@b.test/GN=Given/SN=Sur/title=T/street=S 1/postalCode=1",
    "/CN=Zo\u00EB \u65E5\u672C \u{1F600}",
    "/CN=a\u001B[31mb\u0007",
    "/organizationIdentifier=VATDE-1/CN=x",
  ])("name %s", (subject) => {
    const der = make("-utf8", "-multivalue-rdn", "-subj", subject);
    const certificate = parseCertificate(der, "c");
    const format = ["-nameopt", "RFC2253,-esc_msb,utf8"];
    const printed = openssl.run("x509", "-in", "certificate.der", "-noout", "-subject", ...format);
    // What RFC 4514 leaves open or differs in from RFC 2253: the order within an RDN, and how STREET is spelt.
    const expected = printed
      .replace(/^subject=/, "")
      .replace(/\n$/, "")
      .replace("street=", "STREET=");
    const inAnyOrder = (text: string): string[][] => text.split(",").map((rdn) => rdn.split("+").sort());
    expect(inAnyOrder(formatName(certificate.subject))).toEqual(inAnyOrder(expected));
  });

  it("is followed by other octets: Node's thumbprint and ours are the certificate's own", () => {
    const der = make(...cn);
    const tailed = Uint8Array.from([...der, 0, 1, 2, 3]);
    expect(ours(tailed)).toEqual(nodes(tailed));
    expect(ours(tailed)).toEqual(ours(der));
  });
});
