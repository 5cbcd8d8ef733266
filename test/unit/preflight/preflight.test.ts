import { describe, expect, it } from "vitest";
import type { PreflightOptions } from "../../../src/preflight/preflight.js";
import { preflight, toReport } from "../../../src/preflight/preflight.js";
import type { Report } from "../../../src/preflight/report.js";
import { ownVector } from "../../setup/own-vectors.js";
import { testProvider } from "../../setup/provider.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { NOW, open } from "../credential/open-file.js";
import { certBag, keyBag, plainPfx } from "../credential/pfx-writer.js";

const options: PreflightOptions = { file: "it.pfx", now: NOW, provider: testProvider };
const check = (bytes: Uint8Array, changes: Partial<PreflightOptions> = {}): Promise<Report> =>
  preflight(bytes, { ...options, ...changes });

function checkVector(id: string, changes: Partial<PreflightOptions> = {}): Promise<Report> {
  const { bytes, entry } = ownVector(id);
  return check(bytes, { password: entry.password, ...changes });
}

const pair = (dates: { readonly notBefore?: string; readonly notAfter?: string } = {}): Uint8Array =>
  plainPfx(certBag(writeCertificate({ key: KEYS.first, subject: "leaf", ...dates })), keyBag(KEYS.first.pkcs8));

/** What differs from file to file, in short. */
const outline = (report: Report): unknown => ({
  verdict: report.verdict,
  kind: report.kind,
  errors: report.findings.filter(({ severity }) => severity === "error").map(({ id }) => id),
  container: report.container !== null,
  certificates: report.certificates.map(({ hasPrivateKey }) => hasPrivateKey),
  keys: report.keys.map(({ matches }) => matches),
  active: report.authenticationConfiguration?.certificateList.map(({ isActive }) => isActive) ?? null,
});

describe("a report", () => {
  it("of an accepted file says all that there is, in this shape", async () => {
    const [thumbprint, thumbprintSha256] = [
      expect.stringMatching(/^[0-9A-F]{40}$/),
      expect.stringMatching(/^[0-9A-F]{64}$/),
    ];
    const dates = { notBefore: "2020-01-01T00:00:00Z", notAfter: "2055-01-01T00:00:00Z" };
    const subject = { subject: "CN=ec.example.com,O=Example,C=GR", issuer: "CN=Example Root CA,O=Example,C=GR" };
    const root = { subject: "CN=Example Root CA,O=Example,C=GR", issuer: "CN=Example Root CA,O=Example,C=GR" };
    const shared = {
      thumbprint,
      thumbprintSha256,
      serialNumber: expect.stringMatching(/^[0-9A-F]{2,}$/),
      ...dates,
      keyAlgorithm: "EC P-256",
      keyBits: 256,
    };
    const encryption = { scheme: "PBES2", cipher: "AES-256-CBC", kdf: "PBKDF2", prf: "HMAC-SHA-256", iterations: 2048 };
    const leafThumbprint = ownVector("made-ca-first").entry.leafThumbprint;
    expect(await checkVector("made-ca-first")).toEqual({
      file: "it.pfx",
      target: "api-connector",
      verdict: "accept",
      kind: "pfx",
      layers: [],
      findings: expect.arrayContaining([expect.objectContaining({ id: "aes-protection", severity: "warning" })]),
      readers: expect.any(Array),
      container: {
        encoding: "DER",
        mac: { kind: "hmac", digest: "SHA-256", iterations: 2048 },
        encryptions: [
          { at: "authSafe[0]", ...encryption },
          { at: "authSafe[1].safeBag[0]", ...encryption },
        ],
      },
      certificates: [
        { ...shared, ...root, hasPrivateKey: false, friendlyName: "root" },
        { ...shared, ...subject, thumbprint: leafThumbprint, hasPrivateKey: true, friendlyName: "leaf" },
      ],
      keys: [{ algorithm: "EC P-256", bits: 256, matches: true, thumbprints: [leafThumbprint] }],
      authenticationConfiguration: {
        "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
        certificateList: [{ thumbprint: leafThumbprint, notAfter: 2682374400, notBefore: 1577836800, isActive: true }],
      },
    });
  });

  it("predicts a certificateList for API connectors only", async () => {
    expect((await check(pair())).authenticationConfiguration).not.toBeNull();
    expect((await check(pair(), { target: "token-signing" })).authenticationConfiguration).toBeNull();
    expect((await check(pair(), { target: "java-17" })).authenticationConfiguration).toBeNull();
  });

  it("names the file and the target as the caller does", async () => {
    expect(await check(pair(), { file: "a b/ü.pfx", target: "api-connector" })).toMatchObject({
      file: "a b/ü.pfx",
      target: "api-connector",
    });
  });

  it("does not modify the file", async () => {
    const bytes = pair();
    const before = bytes.slice();
    await check(bytes);
    expect(bytes).toEqual(before);
  });

  it("is what toReport says of the opened file", async () => {
    const bytes = pair();
    expect(toReport(await open(bytes), options)).toEqual(await check(bytes));
  });

  it("rejects with the reason of an abort", async () => {
    const reason = new Error("stopped");
    await expect(check(pair(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe("the verdict", () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const nothing = { container: false, certificates: [], keys: [], active: null };
  const sound = { container: true, certificates: [true], keys: [true] };

  it.each<[string, () => Promise<Report>, unknown]>([
    ["a sound file", () => check(pair()), { verdict: "accept", kind: "pfx", errors: [], ...sound, active: [true] }],
    [
      "a wrong password",
      () => checkVector("openssl-aes-128", { password: "wrong" }),
      { ...nothing, verdict: "reject", kind: "pfx", errors: ["wrong-password"], container: true },
    ],
    [
      "a wrong password where the certificate lies open",
      () => checkVector("made-plain", { password: "wrong" }),
      {
        ...nothing,
        verdict: "reject",
        kind: "pfx",
        errors: ["wrong-password"],
        container: true,
        certificates: [false],
      },
    ],
    [
      "a wrong password where the key lies open too: nothing of it is authenticated",
      () => checkVector("made-key-bag", { password: "wrong" }),
      { ...sound, verdict: "reject", kind: "pfx", errors: ["wrong-password"], active: null },
    ],
    [
      "no PFX",
      () => check(text("-----BEGIN CERTIFICATE-----")),
      { ...nothing, verdict: "reject", kind: "pem-certificate", errors: ["not-pkcs12"] },
    ],
    [
      "nothing",
      () => check(new Uint8Array(0)),
      { ...nothing, verdict: "reject", kind: "empty", errors: ["not-pkcs12"] },
    ],
    [
      "a file cut off",
      () => check(pair().subarray(0, 100)),
      { ...nothing, verdict: "reject", kind: "pfx", errors: ["truncated"] },
    ],
    [
      "an unsupported cipher",
      () => checkVector("openssl-camellia-256"),
      { ...nothing, verdict: "reject", kind: "pfx", errors: ["unsupported", "unsupported"], container: true },
    ],
    [
      "certificates alone",
      () => checkVector("openssl-certificates-only"),
      {
        ...nothing,
        verdict: "reject",
        kind: "pfx",
        errors: ["no-private-key"],
        container: true,
        certificates: [false, false],
      },
    ],
    [
      "a key alone",
      () => checkVector("openssl-key-only"),
      { ...nothing, verdict: "reject", kind: "pfx", errors: ["no-certificate"], container: true, keys: [false] },
    ],
    [
      "another's key",
      () => checkVector("made-key-mismatch"),
      {
        ...nothing,
        verdict: "reject",
        kind: "pfx",
        errors: ["key-mismatch"],
        container: true,
        certificates: [false],
        keys: [false],
      },
    ],
    [
      "an expired certificate",
      () => checkVector("openssl-expired"),
      { verdict: "reject", kind: "pfx", errors: ["expired"], ...sound, active: [false] },
    ],
    [
      "a certificate not valid yet",
      () => check(pair({ notBefore: "20270101000000Z" })),
      { verdict: "reject", kind: "pfx", errors: ["not-yet-valid"], ...sound, active: [false] },
    ],
  ])("on %s", async (_, report, expected) => {
    expect(outline(await report())).toEqual(expected);
  });

  it("is not touched by a warning, which is listed all the same", async () => {
    const report = await check(Uint8Array.of(...pair(), 10));
    const warnings = report.findings.filter(({ severity }) => severity === "warning").map(({ id }) => id);
    expect(report.verdict).toBe("accept");
    expect(warnings).toContain("trailing-data");
  });

  it.each([
    ["a second before", "2019-12-31T23:59:59Z", "reject", false],
    ["in the first second", "2020-01-01T00:00:00Z", "accept", true],
    ["in the last second", "2030-01-01T00:00:00Z", "accept", true],
    ["a second after", "2030-01-01T00:00:01Z", "reject", false],
  ])("agrees with isActive at both ends of the validity: %s", async (_, now, verdict, isActive) => {
    const report = await check(pair(), { now: new Date(now) });
    expect([report.verdict, report.authenticationConfiguration?.certificateList[0]?.isActive]).toEqual([
      verdict,
      isActive,
    ]);
  });
});
