/** The work of `graph-certkit audit`: a servicePrincipal is read, judged and told about. */
import { MOST_EXPIRES_WITHIN_DAYS } from "../../audit/audit.js";
import type { AuditReport } from "../../audit/report.js";
import { createAuditReport } from "../../audit/report.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host } from "./host.js";
import { parseInstant } from "./instant.js";
import { toJsonText } from "./json-text.js";
import type { FailOn } from "./outcome.js";
import { FAIL_ON, hasFailing } from "./outcome.js";
import type { PackageManifest } from "./package-manifest.js";
import { readChoice } from "./preflight-options.js";
import { readDays } from "./read-days.js";
import { readJson } from "./read-json.js";
import { refusing } from "./refusing.js";
import { renderFindings } from "./render-findings.js";
import type { Style } from "./style.js";
import { styleOf } from "./style.js";
import { field } from "./text-layout.js";

/** The options as they are typed. */
export interface AuditFlags {
  readonly at?: string;
  readonly expiresWithin?: string;
  readonly failOn?: string;
  readonly json?: boolean;
  readonly debug?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} before the file is read
 * @throws {RefusedError} where it holds no servicePrincipal
 * @throws {PathError} where it cannot be read
 */
export async function runAudit(
  file: string,
  flags: AuditFlags,
  host: Host,
  manifest: PackageManifest,
): Promise<number> {
  const failOn = readChoice(flags.failOn, "--fail-on", FAIL_ON) ?? "error";
  const now = flags.at === undefined ? host.now() : parseInstant(flags.at);
  const expiresWithinDays = readDays(flags.expiresWithin, "--expires-within", MOST_EXPIRES_WITHIN_DAYS);
  const json = await readJson(file, host);
  const report = refusing(file, () => createAuditReport(json, { now, expiresWithinDays }));
  host.stdout.write(
    flags.json === true
      ? toJsonText(toDocument(report, manifest))
      : renderAudit(report, file, failOn, styleOf(host.stdout, host, flags.color)),
  );
  return hasFailing(report.findings, failOn) ? EXIT_CODE.rejected : EXIT_CODE.accepted;
}

/** spec/audit-report.schema.json */
function toDocument(report: AuditReport, { name, version }: PackageManifest): object {
  return { schemaVersion: 1, tool: { name, version }, ...report };
}

function renderAudit({ servicePrincipal, findings }: AuditReport, file: string, failOn: FailOn, style: Style): string {
  const { colors, width } = style;
  const isFailing = hasFailing(findings, failOn);
  const label = isFailing ? "FAIL" : "PASS";
  const paint = isFailing ? colors.red : colors.green;
  const layout = { indent: 0, labelWidth: label.length, width };
  const count = findings.length === 0 ? "no findings" : `${findings.length} finding${findings.length === 1 ? "" : "s"}`;
  const blocks = [
    field(label, servicePrincipal.displayName ?? servicePrincipal.id ?? file, {
      ...layout,
      paintLabel: (text) => colors.bold(paint(text)),
      paintText: colors.bold,
    }),
    field("", `token signing certificates, ${count}`, { ...layout, paintText: colors.dim }),
    renderFindings(findings, style, findings.length),
  ];
  return `${blocks.filter((block) => block !== "").join("\n")}\n`;
}
