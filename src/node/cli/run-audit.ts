/** The work of `graph-certkit audit`: a servicePrincipal is read, judged and told about. */
import { auditServicePrincipal } from "../../audit/audit.js";
import type { AuditFinding } from "../../audit/audit-finding.js";
import type { ServicePrincipal } from "../../graph/model.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host } from "./host.js";
import { parseInstant } from "./instant.js";
import { toJsonText } from "./json-text.js";
import type { FailOn } from "./outcome.js";
import { FAIL_ON, hasFailing } from "./outcome.js";
import type { PackageManifest } from "./package-manifest.js";
import { readChoice } from "./preflight-options.js";
import { readServicePrincipalFile } from "./read-json.js";
import { refusing } from "./refusing.js";
import { renderFindings } from "./render-findings.js";
import type { Style } from "./style.js";
import { styleOf } from "./style.js";
import { field } from "./text-layout.js";

/** The options as they are typed. */
export interface AuditFlags {
  readonly at?: string;
  readonly failOn?: string;
  readonly json?: boolean;
  readonly debug?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** What was judged, and what was found. */
interface Audited {
  readonly file: string;
  readonly servicePrincipal: ServicePrincipal;
  readonly findings: readonly AuditFinding[];
  readonly failOn: FailOn;
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
  const servicePrincipal = await readServicePrincipalFile(file, host);
  const findings = refusing(file, () => auditServicePrincipal(servicePrincipal, { now }));
  const audited = { file, servicePrincipal, findings, failOn };
  host.stdout.write(
    flags.json === true
      ? toJsonText(toDocument(audited, now, manifest))
      : renderAudit(audited, styleOf(host.stdout, host, flags.color)),
  );
  return hasFailing(findings, failOn) ? EXIT_CODE.rejected : EXIT_CODE.accepted;
}

/** spec/audit-report.schema.json */
function toDocument({ servicePrincipal, findings }: Audited, now: Date, manifest: PackageManifest): object {
  const { id, appId, displayName, preferredTokenSigningKeyThumbprint } = servicePrincipal;
  const count = (wanted: AuditFinding["severity"]): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  return {
    schemaVersion: 1,
    tool: { name: manifest.name, version: manifest.version },
    servicePrincipal: {
      id: id ?? null,
      appId: appId ?? null,
      displayName: displayName ?? null,
      preferredTokenSigningKeyThumbprint: preferredTokenSigningKeyThumbprint ?? null,
    },
    now: now.toISOString(),
    findings,
    summary: { error: count("error"), warning: count("warning"), info: count("info") },
  };
}

function renderAudit({ file, servicePrincipal, findings, failOn }: Audited, style: Style): string {
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
