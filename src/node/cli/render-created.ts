/** What was created, for people: the certificate in a few lines, and what each file is for. */
import { parseCertificate } from "../../x509/certificate.js";
import type { Created } from "./created-document.js";
import { toIsoSeconds } from "./created-document.js";
import { CREATED_FILES, FILE_MEANINGS } from "./created-files.js";
import { validityInDays } from "./describe-certificate.js";
import type { Style } from "./style.js";
import { field, printable } from "./text-layout.js";

/** Renders it, without anything secret. */
export function renderCreated({ created, options, folder, files }: Created, { colors, width }: Style): string {
  const { selfSignedCertificate, certificate } = created;
  const { displayName, thumbprint, customKeyIdentifier, keyId } = selfSignedCertificate;
  const certificateDates = parseCertificate(certificate, "certificate");
  const [notBefore, notAfter] = [toIsoSeconds(certificateDates.notBefore), toIsoSeconds(certificateDates.notAfter)];
  const head = { indent: 0, labelWidth: "CREATED".length, width };
  const rows = [
    ["thumbprint", thumbprint],
    ["customKeyIdentifier", customKeyIdentifier],
    ["keyId", `${keyId} (of the Sign key)`],
    ["valid", `${notBefore} to ${notAfter}, ${validityInDays(notBefore, notAfter, options.now)}`],
  ] as const;
  const layout = { indent: 4, width, paintLabel: colors.dim };
  const rowWidth = Math.max(...rows.map(([label]) => label.length));
  const fileWidth = Math.max(...files.map((file) => CREATED_FILES[file].length));
  const lines = [
    field("CREATED", displayName, {
      ...head,
      paintLabel: (text) => colors.bold(colors.green(text)),
      paintText: colors.bold,
    }),
    field("", `${options.profile} profile, ${options.key}, ${options.protection} protection`, {
      ...head,
      paintText: colors.dim,
    }),
    `  ${colors.bold("Certificate")}`,
    ...rows.map(([label, text]) => field(label, text, { ...layout, labelWidth: rowWidth })),
    `  ${colors.bold("Files in")} ${printable(folder)}`,
    ...files.map((file) => field(CREATED_FILES[file], FILE_MEANINGS[file], { ...layout, labelWidth: fileWidth })),
  ];
  return `${lines.join("\n")}\n`;
}
