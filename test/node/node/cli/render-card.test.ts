/** The card, part by part. */
import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { renderCard } from "../../../../src/node/cli/render-card.js";
import { displayWidth } from "../../../../src/node/cli/text-layout.js";
import type { Report } from "../../../../src/preflight/report.js";
import { sampleCertificate, sampleReport } from "./sample-report.js";

const now = new Date("2026-12-01T00:00:00Z");
const render = (report: Report, width = 80): string =>
  renderCard(report, { colors: pc.createColors(false), width }, now);
const FINDING = {
  id: "sample-rule",
  severity: "warning",
  at: "authSafe[0].safeBag[0]",
  message: "Something that is worth saying in a sentence that is longer than a line of a narrow terminal.",
  fix: "Do it otherwise.",
  evidence: "documented",
  reference: "Somewhere",
} as const;

describe("renderCard", () => {
  it("is this for a good file", () => {
    expect(render(sampleReport())).toBe(`ACCEPT  connector.pfx
        for api-connector, no findings
  Certificate
    subject       CN=connector.example.com,O=Example
    issuer        CN=Issuing CA,O=Example
    serial        01AB
    valid         2026-01-01T00:00:00Z to 2026-12-31T23:59:59Z, 30 days left
    key           RSA 2048
    thumbprint    ${"A".repeat(40)}
    friendlyName  connector
  Graph will hold in certificateList
    {
      "thumbprint": "${"A".repeat(40)}",
      "notAfter": 1798761599,  // 2026-12-31T23:59:59Z
      "notBefore": 1767225600,  // 2026-01-01T00:00:00Z
      "isActive": true
    }
  Container
    encoding     DER
    MAC          HMAC with SHA-256, 2048 iterations
    authSafe[0]  AES-256-CBC, PBKDF2-HMAC-SHA-256, 2048 iterations
`);
  });

  it("tells findings first, each with place, fix and evidence", () => {
    const card = render(sampleReport({ verdict: "reject", findings: [FINDING] }));
    expect(card).toMatch(/^REJECT {2}connector\.pfx\n {8}for api-connector, 1 finding\n {2}Findings\n/);
    expect(card).toContain("    warning   sample-rule at authSafe[0].safeBag[0]\n              Something that is");
    expect(card).toContain("\n    fix       Do it otherwise.\n    evidence  documented: Somewhere\n");
    expect(card).toContain("  Graph would hold in certificateList\n");
  });

  it("wraps at the width", () => {
    for (const width of [40, 60, 100]) {
      const lines = render(sampleReport({ findings: [FINDING], authenticationConfiguration: null }), width).split("\n");
      const tooLong = lines.filter((line) => displayWidth(line) > width && / \S+ \S+$/.test(line.trim()));
      expect(tooLong).toEqual([]);
    }
  });

  it("says what the other certificates are to the leading one", () => {
    const issuing = sampleCertificate({
      thumbprint: "1",
      subject: "CN=Issuing CA,O=Example",
      issuer: "CN=Root",
      hasPrivateKey: false,
    });
    const root = sampleCertificate({ thumbprint: "2", subject: "CN=Root", issuer: "CN=Root", hasPrivateKey: false });
    const stranger = sampleCertificate({ thumbprint: "3", subject: "CN=Stranger", hasPrivateKey: false });
    const second = sampleCertificate({ thumbprint: "4", subject: "CN=Second" });
    const broken = sampleCertificate({
      thumbprint: "5",
      subject: null,
      notBefore: null,
      notAfter: null,
      friendlyName: null,
    });
    const card = render(sampleReport({ certificates: [root, stranger, sampleCertificate(), issuing, second, broken] }));
    expect(card).toMatch(/^ {4}subject +CN=connector/m);
    expect(card).toMatch(/^ {4}issuer +CN=Issuing CA,O=Example, 2026-01-01 to 2026-12-31, 1$/m);
    expect(card).toMatch(/^ {4}root +CN=Root, /m);
    expect(card).toMatch(/^ {4}unrelated +CN=Stranger, /m);
    expect(card).toMatch(/^ {4}with a key +CN=Second, /m);
    expect(card).toMatch(/^ {4}unreadable +not readable, 5$/m);
  });

  it("does not run in circles where certificates name each other as issuer", () => {
    const certificates = [
      sampleCertificate({ subject: "CN=a", issuer: "CN=b" }),
      sampleCertificate({ subject: "CN=b", issuer: "CN=c", hasPrivateKey: false }),
      sampleCertificate({ subject: "CN=c", issuer: "CN=b", hasPrivateKey: false }),
    ];
    expect(render(sampleReport({ certificates }))).toMatch(/issuer +CN=b[\s\S]+issuer +CN=c/);
  });

  it("shows the first of many certificates", () => {
    const certificates = Array.from({ length: 131 }, (_, index) => sampleCertificate({ subject: `CN=${index}` }));
    const card = render(sampleReport({ certificates }));
    expect(card.match(/with a key/g)).toHaveLength(20);
    expect(card).toContain("and 110 more: --json shows them all");
  });

  it("tells keys without a certificate, and certificates without a key", () => {
    const keys = [{ algorithm: "EC P-256", bits: 256, matches: false, thumbprints: [] }];
    const certificates = [sampleCertificate({ hasPrivateKey: false })];
    const card = render(sampleReport({ keys, certificates, authenticationConfiguration: null }));
    expect(card).toContain("  Certificate without a private key\n");
    expect(card).toContain("    EC P-256  belongs to no certificate in the file\n");
    expect(card).not.toContain("certificateList");
  });

  it("leaves out what is not known", () => {
    const card = render(
      sampleReport({ container: null, certificates: [], keys: [], authenticationConfiguration: null }),
    );
    expect(card).toBe("ACCEPT  connector.pfx\n        for api-connector, no findings\n");
  });

  it("tells a file without MAC and without encryption", () => {
    const card = render(sampleReport({ container: { encoding: "BER", mac: null, encryptions: [] } }));
    expect(card).toContain(
      "    encoding    BER\n    MAC         none: nothing shows whether the file was altered\n    encryption  none\n",
    );
  });

  it.each(["file", "friendlyName", "subject", "message"])("lets no control character through: %s", (place) => {
    const hostile = "x\u001b[2J\u0007\u009b\u202e\u2028\r";
    const report = sampleReport({
      ...(place === "file" ? { file: hostile } : {}),
      ...(place === "message" ? { findings: [{ ...FINDING, message: hostile }] } : {}),
      certificates: [sampleCertificate(place === "friendlyName" || place === "subject" ? { [place]: hostile } : {})],
    });
    expect(render(report)).toContain("x\\1B[2J\\07\\C2\\9B\\E2\\80\\AE\\E2\\80\\A8\\0D");
    expect(render(report)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}](?<!\n)/u);
  });
});
