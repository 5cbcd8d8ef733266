import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { readBitString } from "../../../src/asn1/values.js";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { toOwnedBytes } from "../../../src/bytes/buffer.js";
import { encodeHex } from "../../../src/bytes/hex.js";
import type { CreateOptions } from "../../../src/graph/create-token-signing-certificate.js";
import { createTokenSigningCertificate } from "../../../src/graph/create-token-signing-certificate.js";
import { preflight } from "../../../src/preflight/preflight.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { KEY_TYPES } from "../../../src/x509/key-type.js";
import { formatName } from "../../../src/x509/name.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";
import { testProvider } from "../../setup/provider.js";
import { open } from "../credential/open-file.js";
import { RSA_2048 } from "../credential/rsa-key.js";
import { fixedKeyProvider } from "./fixed-key-provider.js";

const NOW = new Date("2026-01-01T00:00:00Z");
const IDS = ["93bc223f-7235-4b9c-beea-d66847531c49", "0c9a7e6b-51d4-4f3a-8b22-6c1d2e3f4a5b"] as const;

function givingIds(): () => string {
  const ids: string[] = [...IDS];
  return () => ids.shift() ?? "";
}

/** With a key, identifiers and octets that are always the same. */
function create(options: Partial<CreateOptions> = {}) {
  return createTokenSigningCertificate({
    now: NOW,
    newId: givingIds(),
    provider: fixedKeyProvider(),
    random: (length) => Uint8Array.from({ length }, (_, index) => index + 0x61),
    password: "x",
    ...options,
  });
}

const EXAMPLE = { displayName: "CN=customDisplayName", endDateTime: "2027-01-25T00:00:00Z" } as const;

describe("createTokenSigningCertificate", () => {
  it("answers as the action does, member by member", async () => {
    const { selfSignedCertificate, certificate } = await create({
      ...EXAMPLE,
      now: new Date("2026-01-01T08:09:10.12Z"),
    });
    const digest = thumbprint(certificate);
    const octets = Uint8Array.from(digest.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    expect(JSON.stringify(selfSignedCertificate)).toBe(
      JSON.stringify({
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.selfSignedCertificate",
        customKeyIdentifier: encodeBase64(octets),
        displayName: "CN=customDisplayName",
        endDateTime: "2027-01-25T00:00:00Z",
        key: encodeBase64(certificate),
        keyId: IDS[0],
        startDateTime: "2026-01-01T08:09:10.1200000Z",
        thumbprint: digest,
        type: "AsymmetricX509Cert",
        usage: "Verify",
      }),
    );
  });

  it("has a certificate of the action's template", async () => {
    const { certificate } = await create(EXAMPLE);
    expect(certificate).toHaveLength(700);
    expect(encodeHex(certificate.subarray(0, 36))).toBe(
      "308202B8308201A0A00302010202086162636465666768300D06092A864886F70D01010B",
    );
    const read = parseCertificate(certificate, "certificate");
    expect(read).toMatchObject({
      version: 3,
      serialNumber: "6162636465666768",
      notBefore: new Date("2025-12-31T23:50:00Z"),
      notAfter: new Date("2027-01-25T00:00:00Z"),
      publicKey: { algorithm: "RSA", bits: 2048 },
      extensions: [],
    });
    expect(formatName(read.subject)).toBe("CN=customDisplayName");
    expect(read.issuer.der).toEqual(read.subject.der);
  });

  it("has 666 octets and two for each octet of the name, up to 116", async () => {
    for (const octets of [1, 2, 10, 17, 29, 41, 64, 90, 115, 116]) {
      const { certificate } = await create({ displayName: `CN=${"a".repeat(octets)}` });
      expect(certificate).toHaveLength(666 + 2 * octets);
    }
    expect((await create({ displayName: "CN=Łódź" })).certificate).toHaveLength(666 + 2 * 7);
    // From here on lengths take another octet.
    expect((await create({ displayName: `CN=${"a".repeat(117)}` })).certificate.length).toBeGreaterThan(666 + 2 * 117);
  });

  it("is signed by its own key", async () => {
    const { certificate } = await create();
    const [tbs, , signature] = decodeWhole(certificate, "certificate").children;
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const key = await testProvider.subtle.importKey("spki", RSA_2048.spki, algorithm, true, ["verify"]);
    const signed = toOwnedBytes(tbs?.bytes ?? new Uint8Array());
    const { bytes } = readBitString(signature, "signature");
    expect(await testProvider.subtle.verify(algorithm, key, bytes, signed)).toBe(true);
  });

  it("has the default name for three years where nothing is asked for", async () => {
    const { selfSignedCertificate, certificate } = await create({ now: new Date("2024-02-29T10:00:00.75Z") });
    expect(selfSignedCertificate).toMatchObject({
      displayName: "CN=Microsoft Azure Federated SSO Certificate",
      startDateTime: "2024-02-29T10:00:00.7500000Z",
      endDateTime: "2027-02-28T10:00:00.7500000Z",
    });
    expect(certificate).toHaveLength(748);
    const { notBefore, notAfter } = parseCertificate(certificate, "certificate");
    expect([notBefore, notAfter]).toEqual([new Date("2024-02-29T09:50:00Z"), new Date("2027-02-28T10:00:00Z")]);
  });

  it("echoes names and dates as they were given, the latter in UTC", async () => {
    const asked = { displayName: "cn=Contoso\\2C Ltd.", endDateTime: "2027-01-25T01:00:00.1234567+01:00" };
    const { selfSignedCertificate, stored, certificate } = await create(asked);
    expect(selfSignedCertificate.displayName).toBe("cn=Contoso\\2C Ltd.");
    expect(selfSignedCertificate.endDateTime).toBe("2027-01-25T00:00:00.1234567Z");
    expect(stored.keyCredentials[0].displayName).toBe("CN=Contoso\\, Ltd.");
    expect(parseCertificate(certificate, "c").notAfter).toEqual(new Date("2027-01-25T00:00:00Z"));
  });

  it("keeps three entries that belong together", async () => {
    const { stored, selfSignedCertificate, pfx, certificate } = await create(EXAMPLE);
    const { customKeyIdentifier, startDateTime, endDateTime } = selfSignedCertificate;
    const [sign, verify] = stored.keyCredentials;
    const shared = { customKeyIdentifier, displayName: "CN=customDisplayName", startDateTime, endDateTime };
    expect(sign).toEqual({
      ...shared,
      key: encodeBase64(pfx),
      keyId: IDS[0],
      type: "X509CertAndPassword",
      usage: "Sign",
    });
    expect(verify).toEqual({
      ...shared,
      key: encodeBase64(certificate),
      keyId: IDS[1],
      type: "AsymmetricX509Cert",
      usage: "Verify",
    });
    expect(stored.passwordCredential).toEqual({ ...shared, hint: null, keyId: IDS[0], secretText: "x" });
  });

  it("packs key and certificate under the password", async () => {
    const { pfx, certificate, privateKey, password } = await create();
    expect(password).toBe("x");
    const { credentials } = await open(pfx, password);
    expect(credentials).toHaveLength(1);
    expect(encodeHex(credentials[0]?.certificate.certificate.der ?? certificate.subarray(1))).toBe(
      encodeHex(certificate),
    );
    expect(encodeHex(credentials[0]?.privateKey.pkcs8 ?? certificate)).toBe(encodeHex(privateKey));
    expect(encodeHex(privateKey)).toBe(encodeHex(RSA_2048.pkcs8));
  });

  it("makes the same of the same, and asks for octets in a fixed order", async () => {
    const asked: number[] = [];
    const random = (length: number): Uint8Array => {
      asked.push(length);
      return new Uint8Array(length).fill(asked.length);
    };
    const first = await create({ random, password: undefined });
    expect(asked.slice(0, 2)).toEqual([26, 8]);
    expect(first.password).toBe("B".repeat(26));
    const { length } = asked;
    asked.length = 0;
    const second = await create({ random, password: undefined });
    expect(asked).toHaveLength(length);
    expect(second).toEqual(first);
  });

  it("gives another key, number and password each time where nothing is fixed", async () => {
    const options = { now: NOW, newId: () => crypto.randomUUID(), key: "ec-p256" } as const;
    const [first, second] = [
      await createTokenSigningCertificate(options),
      await createTokenSigningCertificate(options),
    ];
    expect(first.password).toMatch(/^[A-HJ-NP-Z2-9]{26}$/);
    expect(second.password).not.toBe(first.password);
    const serialNumbers = [first, second].map(({ certificate }) => parseCertificate(certificate, "c").serialNumber);
    expect(new Set(serialNumbers).size).toBe(2);
    expect(encodeHex(first.privateKey)).not.toBe(encodeHex(second.privateKey));
  });
});

describe("profiles and keys", () => {
  it("portal: a PrintableString, sixteen octets of serial number, exactly three years", async () => {
    const { certificate } = await create({ profile: "portal" });
    expect(certificate).toHaveLength(756);
    expect(parseCertificate(certificate, "c")).toMatchObject({
      serialNumber: "6162636465666768696A6B6C6D6E6F70",
      notBefore: NOW,
      notAfter: new Date("2029-01-01T00:00:00Z"),
      extensions: [],
    });
  });

  it.each(["CN=connector.example.org", "CN=Connector of Contoso"])(
    "client-auth: %s has nothing that preflight finds but that it is its own issuer",
    async (displayName) => {
      const { pfx, password } = await create({ profile: "client-auth", displayName, password: "a-long-password" });
      const options = { file: "credential.pfx", password, now: NOW, provider: testProvider };
      const report = await preflight(pfx, { ...options, target: "api-connector" });
      expect(report.findings.map(({ id, severity }) => [id, severity])).toEqual([["self-signed", "info"]]);
      expect(report.verdict).toBe("accept");
    },
  );

  it("graph: preflight for token signing finds nothing", async () => {
    const { pfx, password } = await create({ password: "a-long-password" });
    const options = { file: "credential.pfx", password, now: NOW, provider: testProvider };
    expect((await preflight(pfx, { ...options, target: "token-signing" })).findings).toEqual([]);
  });

  // RSA beyond 2048 bits takes its time and is tested where keys are made.
  it.each(KEY_TYPES.filter((type) => type.startsWith("ec")))("%s makes a credential that opens", async (key) => {
    const { pfx, certificate } = await create({ key, provider: testProvider, profile: "client-auth" });
    const [credential] = (await open(pfx, "x")).credentials;
    expect(credential?.certificate.thumbprint).toBe(thumbprint(certificate));
  });

  it.each(["graph", "modern", "pbmac1"] as const)("%s protects the file", async (protection) => {
    const { pfx } = await create({ protection, iterations: 1000 });
    const { pkcs12 } = await open(pfx, "x");
    expect(pkcs12?.mac?.kind).toBe(protection === "pbmac1" ? "pbmac1" : "hmac");
    expect(pkcs12?.mac?.iterations).toBe(1000);
  });
});

describe("what is refused", () => {
  it.each([
    [{ displayName: "customDisplayName" }, "ERR_GRAPH_DISPLAY_NAME_PREFIX", "displayName"],
    [{ displayName: "CN=" }, "ERR_GRAPH_DISPLAY_NAME_EMPTY", "displayName"],
    [{ displayName: "CN=a,O=b" }, "ERR_GRAPH_DISPLAY_NAME_RDNS", "displayName"],
    [{ displayName: "CN=a, b" }, "ERR_X509_NAME", "displayName[5]"],
    [{ endDateTime: "2027-01-25" }, "ERR_GRAPH_DATE_TIME", "endDateTime"],
    [{ endDateTime: "2026-01-01T00:00:00Z" }, "ERR_GRAPH_END_DATE_TIME_PAST", "endDateTime"],
    [{ endDateTime: "2029-01-01T00:00:01Z" }, "ERR_GRAPH_END_DATE_TIME_LIFETIME", "endDateTime"],
    [{ password: "" }, "ERR_GRAPH_PASSWORD_EMPTY", "password"],
  ])("%j", async (options, code, at) => {
    await expect(create(options)).rejects.toMatchObject({ code, at });
  });

  it.each([
    ["profile", "entra"],
    ["key", "rsa-1024"],
    ["protection", "aes"],
    ["iterations", 0],
    ["iterations", 1.5],
    ["iterations", 2 ** 31],
    ["now", new Date(Number.NaN)],
    ["now", new Date("1969-12-31T23:59:59Z")],
    ["now", new Date("9997-01-01T00:00:00Z")],
    ["now", "2026-01-01"],
  ])("%s: %s, by the name of the argument", async (name, value) => {
    const options = { [name]: value } as Partial<CreateOptions>;
    const error: unknown = await create(options).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RangeError);
    expect((error as RangeError).message).toMatch(`"${name}" expected`);
  });

  it.each([
    [{ iterations: 0 }, RangeError],
    [{ protection: "aes" as "graph" }, RangeError],
    [{ password: "\ud800" }, TypeError],
    [{ password: 1 as unknown as string }, TypeError],
  ])("%j, before a key is made", async (options, type) => {
    const asked: PropertyKey[] = [];
    const provider = fixedKeyProvider((member) => asked.push(member));
    await expect(create({ ...options, provider })).rejects.toThrow(type);
    expect(asked).toEqual([]);
  });

  it("a source of identifiers that gives one twice", async () => {
    await expect(create({ newId: () => IDS[0] })).rejects.toThrow(RangeError);
  });

  it("to go on where the caller has given up", async () => {
    const reason = new Error("enough");
    await expect(create({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const provider = fixedKeyProvider((member) => {
      if (member === "generateKey") controller.abort(reason);
    });
    await expect(create({ provider, signal: controller.signal })).rejects.toBe(reason);
  });
});
