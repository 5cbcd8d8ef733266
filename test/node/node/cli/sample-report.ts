/** A report that tests change in one place. */
import type { CertificateReport, Report } from "../../../../src/preflight/report.js";

/** A certificate valid through 2026, with its key. */
export function sampleCertificate(changes: Partial<CertificateReport> = {}): CertificateReport {
  return {
    thumbprint: "A".repeat(40),
    thumbprintSha256: "B".repeat(64),
    subject: "CN=connector.example.com,O=Example",
    issuer: "CN=Issuing CA,O=Example",
    serialNumber: "01AB",
    notBefore: "2026-01-01T00:00:00Z",
    notAfter: "2026-12-31T23:59:59Z",
    keyAlgorithm: "RSA",
    keyBits: 2048,
    hasPrivateKey: true,
    friendlyName: "connector",
    ...changes,
  };
}

/** An accepted file with that certificate. */
export function sampleReport(changes: Partial<Report> = {}): Report {
  return {
    file: "connector.pfx",
    target: "api-connector",
    verdict: "accept",
    kind: "pfx",
    layers: [],
    findings: [],
    container: {
      encoding: "DER",
      mac: { kind: "hmac", digest: "SHA-256", iterations: 2048 },
      encryptions: [
        {
          at: "authSafe[0]",
          scheme: "PBES2",
          cipher: "AES-256-CBC",
          kdf: "PBKDF2",
          prf: "HMAC-SHA-256",
          iterations: 2048,
        },
      ],
    },
    certificates: [sampleCertificate()],
    keys: [{ algorithm: "RSA", bits: 2048, matches: true, thumbprints: ["A".repeat(40)] }],
    authenticationConfiguration: {
      "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
      certificateList: [{ thumbprint: "A".repeat(40), notAfter: 1798761599, notBefore: 1767225600, isActive: true }],
    },
    readers: [],
    ...changes,
  };
}
