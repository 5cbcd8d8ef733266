import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.js";
import { inspectPkcs12 } from "../../../src/pkcs12/inspect.js";
import { indefinite, integer, join, octetString, sequence } from "../../setup/der.js";
import { ownVector } from "../../setup/own-vectors.js";
import {
  algorithm,
  certBag,
  dataInfo,
  encryptedContent,
  macDataOf,
  pfx,
  plainContent,
  safeBag,
  shroudedKeyBag,
} from "../../setup/pfx.js";

const octets = Uint8Array.of(1, 2, 3);
const scheme = (iterations: number) =>
  algorithm("1.2.840.113549.1.12.1.3", sequence(octetString(octets), integer(iterations)));
const macData = macDataOf(algorithm("2.16.840.1.101.3.4.2.1"), octets, octetString(octets), integer(1000));

describe("inspectPkcs12", () => {
  it("says all that lies open: MAC, encryptions, bags, and what opening will cost", () => {
    const bytes = pfx(
      [
        encryptedContent(scheme(20), octets),
        plainContent(shroudedKeyBag(scheme(300), octets), certBag(octets), safeBag(OID.keyBag, sequence())),
        plainContent(integer(1)),
      ],
      macData,
    );
    const tripleDes = { scheme: "pbeWithSHAAnd3-KeyTripleDES-CBC", cipher: "DES-EDE3-CBC", kdf: "PKCS12-KDF" };
    expect(inspectPkcs12(bytes)).toMatchObject({
      encoding: "DER",
      trailingBytes: 0,
      mac: { at: "macData", kind: "hmac", digest: "SHA-256", iterations: 1000, saltBytes: 3 },
      encryptions: [
        { at: "authSafe[0]", ...tripleDes, iterations: 20 },
        { at: "authSafe[1].safeBag[0]", ...tripleDes, iterations: 300 },
      ],
      bags: [{ kind: "pkcs8ShroudedKeyBag" }, { kind: "certBag", certValue: octets }, { kind: "keyBag" }],
      workload: { derivations: 3, iterations: 2 * 1000 + 3 * 20 + 3 * 300, scryptBytes: 0 },
      unreadable: [{ at: "authSafe[2].safeBag[0]", error: { code: "ERR_PKCS12_STRUCTURE" } }],
    });
  });

  it("says that there is no MAC, bytes behind the file, and BER", () => {
    const bytes = join(indefinite(0x30, integer(3), dataInfo(sequence())), octets);
    expect(inspectPkcs12(bytes)).toEqual({
      encoding: "BER",
      trailingBytes: 3,
      mac: undefined,
      encryptions: [],
      bags: [],
      workload: { derivations: 0, iterations: 0, scryptBytes: 0 },
      unreadable: [],
    });
  });

  it("describes what costs too much instead of refusing it: that is for the opening", () => {
    const most = macDataOf(algorithm("2.16.840.1.101.3.4.2.1"), octets, octetString(octets), integer(2 ** 40));
    const { mac, workload } = inspectPkcs12(pfx([], most), { limits: { iterations: 1 } });
    expect(mac?.iterations).toBe(2 ** 40);
    expect(workload.iterations).toBe(2 * 2 ** 40);
    expect(inspectPkcs12(ownVector("broken-scrypt-memory").bytes).workload.scryptBytes).toBeGreaterThan(2 ** 26);
  });

  it("describes what is not supported", () => {
    const bytes = pfx([encryptedContent(algorithm("1.2.3.4"), octets)], macDataOf(algorithm("1.2.3.5"), octets));
    expect(inspectPkcs12(bytes)).toMatchObject({
      mac: { digest: "1.2.3.5", unsupportedOid: "1.2.3.5" },
      encryptions: [{ scheme: "1.2.3.4", unsupportedOid: "1.2.3.4" }],
      workload: { derivations: 0, iterations: 0, scryptBytes: 0 },
      unreadable: [],
    });
  });

  it("applies the limits that bound its own work", () => {
    const bytes = pfx([plainContent(certBag(octets), certBag(octets))]);
    const refusal = (code: string, limit: string): unknown => expect.objectContaining({ code, limit });
    expect(() => inspectPkcs12(bytes, { limits: { fileBytes: 10 } })).toThrow(
      refusal("ERR_PKCS12_FILE_BYTES", "fileBytes"),
    );
    expect(() => inspectPkcs12(bytes, { limits: { bags: 1 } })).toThrow(refusal("ERR_PKCS12_BAGS", "bags"));
    expect(() => inspectPkcs12(bytes, { limits: { contents: 0 } })).toThrow(refusal("ERR_PKCS12_CONTENTS", "contents"));
    expect(() => inspectPkcs12(bytes, { limits: { nodes: 3 } })).toThrow(refusal("ERR_ASN1_LIMIT", "nodes"));
    expect(() => inspectPkcs12(bytes, { limits: { depth: 3 } })).toThrow(refusal("ERR_ASN1_LIMIT", "depth"));
    expect(() => inspectPkcs12(bytes, { limits: { bags: Number.NaN } })).toThrow(RangeError);
    expect(inspectPkcs12(bytes, { limits: { bags: 2, contents: 1 } }).bags).toHaveLength(2);
  });

  it("does not modify the file, and what it hands out does not follow it", () => {
    const { bytes } = ownVector("made-plain");
    const before = Uint8Array.from(bytes);
    const { bags } = inspectPkcs12(bytes);
    expect(bytes).toEqual(before);
    const copies = structuredClone(bags);
    bytes.fill(0);
    expect(bags).toEqual(copies);
  });
});

describe("files of real tools", () => {
  it.each([
    [
      "openssl-default",
      { kind: "hmac", digest: "SHA-256", iterations: 2048 },
      "PBES2 AES-256-CBC PBKDF2 HMAC-SHA-256 2048",
    ],
    [
      "openssl-legacy",
      { kind: "hmac", digest: "SHA-1", iterations: 2048 },
      "pbeWithSHAAnd40BitRC2-CBC RC2-40-CBC PKCS12-KDF SHA-1 2048",
    ],
    [
      "go-modern-2026",
      { kind: "pbmac1", digest: "SHA-256", iterations: 2048 },
      "PBES2 AES-256-CBC PBKDF2 HMAC-SHA-256 2048",
    ],
    [
      "nss-default",
      { kind: "hmac", digest: "SHA-256", iterations: 600_000 },
      "PBES2 AES-128-CBC PBKDF2 HMAC-SHA-256 600000",
    ],
  ])("%s", (id, mac, first) => {
    const inspection = inspectPkcs12(ownVector(id).bytes);
    expect(inspection.mac).toMatchObject(mac);
    const encryption = inspection.encryptions.find(({ at }) => !at.includes("safeBag"));
    expect(
      [encryption?.scheme, encryption?.cipher, encryption?.kdf, encryption?.prf, encryption?.iterations].join(" "),
    ).toBe(first);
  });
});
