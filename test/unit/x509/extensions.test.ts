/** The readers of single extensions, each over one certificate that has them all and over hand-made values. */
import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.js";
import { readBasicConstraints } from "../../../src/x509/basic-constraints.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import type { Extension } from "../../../src/x509/extension.js";
import { readSubjectAltName } from "../../../src/x509/general-name.js";
import { readAuthorityKeyIdentifier, readSubjectKeyIdentifier } from "../../../src/x509/key-identifiers.js";
import { readExtKeyUsage, readKeyUsage } from "../../../src/x509/key-usage.js";
import { FULL_CERTIFICATE, fromBase64, fromHex, V1_CERTIFICATE } from "./fixtures.js";

const full = parseCertificate(fromBase64(FULL_CERTIFICATE), "full");
const bare = parseCertificate(fromBase64(V1_CERTIFICATE), "v1");
const having = (oid: string, hex: string): { readonly extensions: readonly Extension[] } => ({
  extensions: [{ oid, critical: false, value: fromHex(hex) }],
});

describe("keyUsage", () => {
  it("is read from a certificate", () => {
    expect(readKeyUsage(full)).toEqual({
      critical: true,
      value: ["digitalSignature", "keyEncipherment"],
      error: undefined,
    });
    expect(readKeyUsage(bare)).toBeUndefined();
  });

  it.each([
    ["0301 00", []],
    ["0302 0780", ["digitalSignature"]],
    ["0303 070080", ["decipherOnly"]],
    [
      "0303 07FF80",
      [
        "digitalSignature",
        "nonRepudiation",
        "keyEncipherment",
        "dataEncipherment",
        "keyAgreement",
        "keyCertSign",
        "cRLSign",
        "encipherOnly",
        "decipherOnly",
      ],
    ],
    // Bits beyond those of RFC 5280.
    ["0303 00807F", ["digitalSignature"]],
  ])("reads the bits of %s", (hex, usages) => {
    expect(readKeyUsage(having(OID.keyUsage, hex))?.value).toEqual(usages);
  });

  it("is broken as an INTEGER", () => {
    expect(readKeyUsage(having(OID.keyUsage, "020105"))?.error).toMatchObject({ code: "ERR_ASN1_UNEXPECTED" });
  });
});

describe("extKeyUsage", () => {
  it("is read from a certificate in file order", () => {
    expect(readExtKeyUsage(full)?.value).toEqual(["1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1", "1.3.6.1.4.1.311.10.3.12"]);
    expect(readExtKeyUsage(bare)).toBeUndefined();
  });

  it("is broken with something else than identifiers", () => {
    expect(readExtKeyUsage(having(OID.extKeyUsage, "3003020105"))?.error).toBeDefined();
  });
});

describe("basicConstraints", () => {
  it("is read from a certificate", () => {
    expect(readBasicConstraints(full)).toEqual({
      critical: true,
      value: { ca: true, pathLength: 3 },
      error: undefined,
    });
    expect(readBasicConstraints(bare)).toBeUndefined();
  });

  it.each([
    ["3000", { ca: false, pathLength: undefined }],
    ["3003 0101FF", { ca: true, pathLength: undefined }],
    ["3003 010100", { ca: false, pathLength: undefined }],
    ["3003 020102", { ca: false, pathLength: 2 }],
  ])("reads %s", (hex, value) => {
    expect(readBasicConstraints(having(OID.basicConstraints, hex))?.value).toEqual(value);
  });

  it.each(["3003 0201FF", "0101FF", "3003 040101"])("is broken as %s", (hex) => {
    expect(readBasicConstraints(having(OID.basicConstraints, hex))?.error).toBeDefined();
  });
});

describe("key identifiers", () => {
  it("are read from a certificate", () => {
    expect(readSubjectKeyIdentifier(full)?.value).toMatch(/^[0-9A-F]{40}$/);
    expect(readAuthorityKeyIdentifier(full)?.value).toEqual({
      keyIdentifier: undefined,
      serialNumber: "1234567890ABCDEF",
    });
    expect(readSubjectKeyIdentifier(bare)).toBeUndefined();
    expect(readAuthorityKeyIdentifier(bare)).toBeUndefined();
  });

  it.each([
    ["3000", { keyIdentifier: undefined, serialNumber: undefined }],
    ["3004 8002ABCD", { keyIdentifier: "ABCD", serialNumber: undefined }],
    ["3007 8002ABCD 8201FF", { keyIdentifier: "ABCD", serialNumber: "-01" }],
  ])("reads the authority's %s", (hex, value) => {
    expect(readAuthorityKeyIdentifier(having(OID.authorityKeyIdentifier, hex))?.value).toEqual(value);
  });

  it("are broken as something else", () => {
    expect(readSubjectKeyIdentifier(having(OID.subjectKeyIdentifier, "020101"))?.error).toBeDefined();
    expect(readAuthorityKeyIdentifier(having(OID.authorityKeyIdentifier, "0400"))?.error).toBeDefined();
  });
});

describe("subjectAltName", () => {
  it("is read from a certificate", () => {
    expect(readSubjectAltName(full)?.value?.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "dns example.test",
      "email a@example.test",
      "uri https://example.test/x",
      "ip 192.0.2.7",
      "ip 2001:db8::1",
      "registeredId 1.2.3.4",
      "directory CN=Name,O=Dir",
      "other msUPN (1.3.6.1.4.1.311.20.2.3)",
    ]);
    expect(readSubjectAltName(bare)).toBeUndefined();
  });

  it("lets no control character through", () => {
    expect(readSubjectAltName(having(OID.subjectAltName, "3006 8204 1B5B316D"))?.value?.[0]).toEqual({
      kind: "dns",
      text: "\\1B[1m",
      der: fromHex("82041B5B316D"),
    });
  });

  it("keeps names that have no text as octets", () => {
    const reading = readSubjectAltName(having(OID.subjectAltName, "3009 A302 0500 A503 810141"));
    expect(reading?.value?.map(({ kind, text }) => [kind, text])).toEqual([
      ["x400", "0500"],
      ["ediParty", "810141"],
    ]);
  });

  it.each(["3003 020101", "3002 8900", "3002 A400", "3002 A000", "0500"])("is broken as %s", (hex) => {
    expect(readSubjectAltName(having(OID.subjectAltName, hex))?.error).toMatchObject({ code: "ERR_ASN1_UNEXPECTED" });
  });
});
