import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { readBitString } from "../../../src/asn1/values.js";
import { toOwnedBytes } from "../../../src/bytes/buffer.js";
import { encodeHex } from "../../../src/bytes/hex.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import type { SelfSignedFields } from "../../../src/x509/self-signed.js";
import { createSelfSigned } from "../../../src/x509/self-signed.js";
import { der, explicit, integer, nullValue, octetString, oid, sequence, set, utf8 } from "../../setup/der.js";
import { testProvider } from "../../setup/provider.js";
import { fixedSigningKey } from "./signing-keys.js";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

const FIELDS: SelfSignedFields = {
  name: { text: "customDisplayName", stringType: "UTF8String" },
  serialNumber: Uint8Array.of(0x61, 0x72, 0x6c, 0x36, 0xd2, 0xf8, 0xa1, 0x43),
  notBefore: new Date("2025-12-31T23:50:00Z"),
  notAfter: new Date("2027-01-25T00:00:00Z"),
  extensions: [],
};

async function create(fields: Partial<SelfSignedFields> = {}): Promise<Uint8Array<ArrayBuffer>> {
  return createSelfSigned(await fixedSigningKey(), { ...FIELDS, ...fields }, testProvider);
}

/** The octets that are signed, and the signature. */
function split(certificate: Uint8Array): { tbs: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> } {
  const [tbs, , signature] = decodeWhole(certificate, "certificate").children;
  return { tbs: toOwnedBytes(tbs?.bytes ?? new Uint8Array()), signature: readBitString(signature, "signature").bytes };
}

describe("createSelfSigned", () => {
  it("writes these octets and no others", async () => {
    const { spki } = await fixedSigningKey();
    const sha256WithRsa = sequence(oid("1.2.840.113549.1.1.11"), nullValue());
    const name = sequence(set(sequence(oid("2.5.4.3"), utf8("customDisplayName"))));
    const validity = sequence(der(0x17, ascii("251231235000Z")), der(0x17, ascii("270125000000Z")));
    const serialNumber = der(0x02, FIELDS.serialNumber);
    const certificate = await create();
    const { tbs, signature } = split(certificate);
    const version = explicit(0, integer(2));
    expect(encodeHex(tbs)).toBe(encodeHex(sequence(version, serialNumber, sha256WithRsa, name, validity, name, spki)));
    expect(encodeHex(certificate)).toBe(
      encodeHex(sequence(tbs, sha256WithRsa, der(0x03, Uint8Array.of(0), signature))),
    );
  });

  it("signs with the key that it is about", async () => {
    const { tbs, signature } = split(await create());
    const { spki } = await fixedSigningKey();
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const publicKey = await testProvider.subtle.importKey("spki", spki, algorithm, true, ["verify"]);
    expect(await testProvider.subtle.verify(algorithm, publicKey, signature, tbs)).toBe(true);
  });

  it("gives the same octets for the same input", async () => {
    expect(encodeHex(await create())).toBe(encodeHex(await create()));
  });

  it("begins as the published example of the action does", async () => {
    const certificate = await create();
    expect(certificate).toHaveLength(700);
    expect(encodeHex(certificate.subarray(0, 36))).toBe(
      "308202B8308201A0A003020102020861726C36D2F8A143300D06092A864886F70D01010B",
    );
  });

  it.each([
    ["1949-12-31T23:59:59Z", "0F19491231235959Z"],
    ["1950-01-01T00:00:00Z", "0D500101000000Z"],
    ["2049-12-31T23:59:59.999Z", "0D491231235959Z"],
    ["2050-01-01T00:00:00Z", "0F20500101000000Z"],
    ["9999-12-31T23:59:59Z", "0F99991231235959Z"],
  ])("writes %s as RFC 5280 section 4.1.2.5 has it, without a fraction", async (instant, written) => {
    const certificate = await create({ notAfter: new Date(instant) });
    const [tbs] = decodeWhole(certificate, "certificate").children;
    const [, notAfter] = tbs?.children[4]?.children ?? [];
    const [tag, length, ...text] = notAfter?.bytes ?? [];
    expect(tag).toBe(written.startsWith("0D") ? 0x17 : 0x18);
    expect(length).toBe(Number.parseInt(written.slice(0, 2), 16));
    expect(String.fromCharCode(...text)).toBe(written.slice(2));
  });

  it("writes a PrintableString where it is asked for", async () => {
    const { subject } = parseCertificate(await create({ name: { text: "a", stringType: "PrintableString" } }), "c");
    expect(encodeHex(subject.der)).toBe("300C310A30080603550403130161");
  });

  it("writes extensions in the order given, `critical` only where it holds", async () => {
    const extensions = [
      { oid: "1.2.3.5", critical: true, value: Uint8Array.of(5, 0) },
      { oid: "1.2.3.4", critical: false, value: Uint8Array.of(4, 1, 7) },
    ];
    const certificate = await create({ extensions });
    expect(parseCertificate(certificate, "c").extensions).toEqual(extensions);
    const written = sequence(
      sequence(oid("1.2.3.5"), der(0x01, Uint8Array.of(0xff)), octetString(Uint8Array.of(5, 0))),
      sequence(oid("1.2.3.4"), octetString(Uint8Array.of(4, 1, 7))),
    );
    expect(encodeHex(certificate)).toContain(encodeHex(explicit(3, written)));
  });
});
