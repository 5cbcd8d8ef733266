/**
 * The shapes of certificates that Graph's action and the portal made, beside ours, where such certificates lie beside the
 * checkout; and what OpenSSL reads in ours.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BerNode } from "../../../src/asn1/ber.js";
import { decodeWhole } from "../../../src/asn1/ber.js";
import type { CertificateProfile } from "../../../src/graph/certificate-profile.js";
import type { CreatedCredential } from "../../../src/graph/create-token-signing-certificate.js";
import { createTokenSigningCertificate } from "../../../src/graph/create-token-signing-certificate.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { attributeText } from "../../../src/x509/name.js";
import { announce } from "../../setup/announce.js";
import { testProvider } from "../../setup/provider.js";
import type { Openssl } from "../x509/openssl.js";
import { createOpenssl, opensslVersion } from "../x509/openssl.js";

function create(profile: CertificateProfile, now: string, displayName?: string): Promise<CreatedCredential> {
  const newId = (): string => crypto.randomUUID();
  return createTokenSigningCertificate({ now: new Date(now), newId, profile, provider: testProvider, displayName });
}

/** Tags and lengths of the whole tree; the values of object identifiers, strings, booleans and NULL too. */
function shapeOf(node: BerNode): unknown {
  if (node.constructed) return [node.tagClass, node.tagNumber, node.children.map(shapeOf)];
  const isTold = node.tagClass === "universal" && [1, 5, 6, 12, 19].includes(node.tagNumber);
  const { length } = node.content;
  return [node.tagClass, node.tagNumber, length, isTold ? Array.from(node.content).join(" ") : ""];
}

const folder = resolve(import.meta.dirname, "../../../../shared/certs");
const REAL: readonly (readonly [string, CertificateProfile])[] = [
  ["a_graph_tsanton.der", "graph"],
  ["b_portal_kaltura.der", "portal"],
  ["c_portal_metadata2025.der", "portal"],
  ["d_portal_onelogin2022.der", "portal"],
];
const found = REAL.filter(([file]) => existsSync(resolve(folder, file)));
if (found.length === 0) announce("skipped: no certificates of Graph beside the checkout");

describe.runIf(found.length > 0)("the shape of a real certificate", () => {
  it.each(found)("%s is that of profile %s", async (file, profile) => {
    const der = new Uint8Array(readFileSync(resolve(folder, file)));
    const real = parseCertificate(der, file);
    const [[attribute] = []] = real.subject.rdns;
    const name = attribute && attributeText(attribute);
    const createdAt = new Date(real.notBefore.getTime() + (profile === "graph" ? 600_000 : 0));
    const ours = (await create(profile, createdAt.toISOString(), `CN=${name}`)).certificate;
    expect(ours).toHaveLength(der.length);
    expect(shapeOf(decodeWhole(ours, "ours"))).toEqual(shapeOf(decodeWhole(der, "real")));
    const read = parseCertificate(ours, "ours");
    expect(read.notBefore).toEqual(real.notBefore);
    // One of the portal's ends a second early.
    expect(Math.abs(read.notAfter.getTime() - real.notAfter.getTime())).toBeLessThanOrEqual(
      profile === "graph" ? 0 : 1000,
    );
    expect(read.serialNumber).toHaveLength(real.serialNumber.length);
    expect(read).toMatchObject({ version: real.version, signatureAlgorithm: real.signatureAlgorithm });
    expect(read.publicKey).toMatchObject({ algorithm: real.publicKey.algorithm, bits: real.publicKey.bits });
  });
});

const version = opensslVersion();

describe.runIf(version !== undefined)(`what ${version} reads`, () => {
  let openssl: Openssl;
  beforeAll(() => {
    openssl = createOpenssl();
  });
  afterAll(() => openssl.remove());

  it.each([
    ["graph", "Dec 31 23:50:00 2025 GMT"],
    ["portal", "Jan  1 00:00:00 2026 GMT"],
    ["client-auth", "Dec 31 23:50:00 2025 GMT"],
  ] as const)("in a certificate of profile %s", async (profile, notBefore) => {
    const { certificate, pfx, password, selfSignedCertificate } = await create(
      profile,
      "2026-01-01T00:00:00Z",
      "CN=api.example.org",
    );
    openssl.write("certificate.cer", certificate);
    const printed = openssl.run(
      ...["x509", "-inform", "DER", "-in", "certificate.cer", "-noout", "-serial", "-subject", "-issuer", "-dates"],
      ...["-fingerprint", "-sha1", "-nameopt", "RFC2253"],
    );
    const field = (label: string): string | undefined => new RegExp(`^${label}=\\s*(.+)$`, "im").exec(printed)?.[1];
    expect(field("serial")).toBe(parseCertificate(certificate, "c").serialNumber);
    expect([field("subject"), field("issuer")]).toEqual(["CN=api.example.org", "CN=api.example.org"]);
    expect([field("notBefore"), field("notAfter")]).toEqual([notBefore, "Jan  1 00:00:00 2029 GMT"]);
    expect(field("sha1 fingerprint")?.replaceAll(":", "")).toBe(selfSignedCertificate.thumbprint);

    openssl.run("x509", "-inform", "DER", "-in", "certificate.cer", "-out", "certificate.pem");
    const verify = ["verify", "-check_ss_sig", "-no_check_time", "-CAfile", "certificate.pem", "certificate.pem"];
    expect(openssl.run(...verify).trim()).toBe("certificate.pem: OK");

    openssl.write("credential.pfx", pfx);
    openssl.write("password", password);
    const packed = ["pkcs12", "-in", "credential.pfx", "-passin", "file:password", "-nodes"];
    openssl.run(...packed, "-out", "unpacked.pem");
    expect(openssl.run("x509", "-in", "unpacked.pem", "-pubkey", "-noout")).toBe(
      openssl.run("pkey", "-in", "unpacked.pem", "-pubout"),
    );
  });
});
