/** One report as a card for people: the verdict, why, the certificate, what Graph will hold, how the file is built. */
import type { CertificateReport, Report } from "../../preflight/report.js";
import { describeCertificate, describeKey, rolesInChain, validityInDays } from "./describe-certificate.js";
import { describeEncryption, describeMac } from "./describe-container.js";
import { renderCertificateList } from "./render-certificate-list.js";
import { renderFindings } from "./render-findings.js";
import { renderReaders } from "./render-readers.js";
import type { Style } from "./style.js";
import { displayWidth, field } from "./text-layout.js";

/** A label and its text. */
type Row = readonly [label: string, text: string];

/** Trust stores hold hundreds of certificates: a card shows the first ones, `--json` shows all. */
const MAX_ROWS = 20;

/**
 * Renders a report. Everything that comes from the file is free of control characters; lines are wrapped at the style's
 * width, save what has no space to wrap at.
 * @param now - the time that days left are counted from
 */
export function renderCard(report: Report, style: Style, now: Date): string {
  const leading = leadingOf(report);
  const others = report.certificates.filter((certificate) => certificate !== leading);
  const blocks = [
    renderVerdict(report, style),
    renderFindings(report.findings, style),
    leading === undefined ? "" : section(titleOf(leading), leadingRows(leading, now), style),
    section("Other certificates", otherRows(others, leading), style),
    section("Private keys", keyRows(report), style),
    renderCertificateList(report, style),
    section("Container", containerRows(report), style),
    renderReaders(report.readers, style),
  ];
  return `${blocks.filter((block) => block !== "").join("\n")}\n`;
}

function renderVerdict({ verdict, file, target, findings }: Report, { colors, width }: Style): string {
  const isAccepted = verdict === "accept";
  const label = isAccepted ? "ACCEPT" : "REJECT";
  const paint = isAccepted ? colors.green : colors.red;
  const layout = { indent: 0, labelWidth: label.length, width };
  const count = findings.length === 0 ? "no findings" : `${findings.length} finding${findings.length === 1 ? "" : "s"}`;
  return [
    field(label, file, { ...layout, paintLabel: (text) => colors.bold(paint(text)), paintText: colors.bold }),
    field("", `for ${target}, ${count}`, { ...layout, paintText: colors.dim }),
  ].join("\n");
}

/** The certificate that Graph would keep; without one, the first that has a key, or else the first. */
function leadingOf({ certificates, authenticationConfiguration }: Report): CertificateReport | undefined {
  const kept = authenticationConfiguration?.certificateList.at(-1)?.thumbprint;
  return (
    certificates.find(({ thumbprint }) => thumbprint === kept) ??
    certificates.find(({ hasPrivateKey }) => hasPrivateKey) ??
    certificates[0]
  );
}

function titleOf({ hasPrivateKey }: CertificateReport): string {
  return hasPrivateKey ? "Certificate" : "Certificate without a private key";
}

function leadingRows(certificate: CertificateReport, now: Date): readonly Row[] {
  const { subject, issuer, serialNumber, notBefore, notAfter, thumbprint, friendlyName } = certificate;
  const rows: Row[] = [];
  if (subject !== null) rows.push(["subject", subject === "" ? "(empty)" : subject]);
  if (issuer !== null) rows.push(["issuer", issuer === subject ? `${issuer} (itself)` : issuer]);
  if (serialNumber !== null) rows.push(["serial", serialNumber]);
  if (notBefore !== null && notAfter !== null) {
    rows.push(["valid", `${notBefore} to ${notAfter}, ${validityInDays(notBefore, notAfter, now)}`]);
  }
  rows.push(["key", describeKey(certificate)], ["thumbprint", thumbprint]);
  if (friendlyName !== null) rows.push(["friendlyName", friendlyName]);
  return rows;
}

function otherRows(others: readonly CertificateReport[], leading: CertificateReport | undefined): readonly Row[] {
  const roleOf = rolesInChain(leading, others);
  return others.map((other) => [roleOf(other), describeCertificate(other)]);
}

/** A single key that fits is told with its certificate already. */
function keyRows({ keys }: Report): readonly Row[] {
  if (keys.length === 1 && keys[0]?.matches === true) return [];
  return keys.map(({ algorithm, bits, thumbprints }) => {
    const owner = thumbprints.length === 0 ? "no certificate in the file" : `certificate ${thumbprints.join(", ")}`;
    return [describeKey({ keyAlgorithm: algorithm, keyBits: bits }), `belongs to ${owner}`];
  });
}

function containerRows({ container }: Report): readonly Row[] {
  if (container === null) return [];
  const { encoding, mac, encryptions } = container;
  return [
    ["encoding", encoding],
    ["MAC", describeMac(mac)],
    ...(encryptions.length === 0 ? [["encryption", "none"] as const] : []),
    ...encryptions.map((encryption): Row => [encryption.at, describeEncryption(encryption)]),
  ];
}

function section(title: string, rows: readonly Row[], { colors, width }: Style): string {
  if (rows.length === 0) return "";
  const shown = rows.slice(0, MAX_ROWS);
  const labelWidth = Math.min(Math.max(...shown.map(([label]) => displayWidth(label))), Math.floor(width / 3));
  const layout = { indent: 4, labelWidth, width, paintLabel: colors.dim };
  const rest = rows.length - shown.length;
  return [
    `  ${colors.bold(title)}`,
    ...shown.map(([label, text]) => field(label, text, layout)),
    ...(rest > 0 ? [`    and ${rest} more: --json shows them all`] : []),
  ].join("\n");
}
