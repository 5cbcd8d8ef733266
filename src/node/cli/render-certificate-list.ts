/** The entry of `certificateList` that an upload leads to, as JSON with the dates beside the numbers. */
import type { Pkcs12CertificateInformation } from "../../graph/model.js";
import type { Report } from "../../preflight/report.js";
import type { Style } from "./style.js";

/** A block of the card; empty where the file gives Graph nothing to hold. */
export function renderCertificateList(report: Report, { colors }: Style): string {
  const { authenticationConfiguration, verdict } = report;
  if (authenticationConfiguration === null) return "";
  const verb = verdict === "accept" ? "will" : "would";
  const entries = authenticationConfiguration.certificateList.flatMap((entry) => renderEntry(entry, colors));
  return [`  ${colors.bold(`Graph ${verb} hold in certificateList`)}`, ...entries].join("\n");
}

function renderEntry(entry: Pkcs12CertificateInformation, colors: Style["colors"]): readonly string[] {
  const { thumbprint, notAfter, notBefore, isActive } = entry;
  const date = (seconds: number): string =>
    colors.dim(`  // ${new Date(seconds * 1000).toISOString().replace(".000", "")}`);
  const seconds = (value: number): string => `${value},${date(value)}`;
  return [
    "    {",
    `      "thumbprint": "${thumbprint}",`,
    `      "notAfter": ${seconds(notAfter)}`,
    `      "notBefore": ${seconds(notBefore)}`,
    `      "isActive": ${isActive}`,
    "    }",
  ];
}
