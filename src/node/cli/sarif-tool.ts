/** What a SARIF log says of this program: its rules, and what it may notify of (SARIF 2.1.0 sections 3.19 and 3.49). */
import type { MultiformatMessageString, ReportingConfiguration, ReportingDescriptor, ToolComponent } from "sarif";
import type { Rule, Severity, Target } from "../../findings/finding.js";
import { severityFor } from "../../findings/inspect.js";
import { RULES } from "../../findings/rules.js";
import type { PackageManifest } from "./package-manifest.js";
import { toMessage } from "./sarif-text.js";

/** What is no finding in a file. */
export const NOTIFICATIONS = {
  unreadable: "A path cannot be read.",
  defect: "This program failed on a file.",
  interrupted: "The call was broken off.",
  "findings-left-out": "A file has more findings than are listed.",
} as const;

/** One of them. */
export type NotificationId = keyof typeof NOTIFICATIONS;

/** How SARIF calls severities. */
export const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** Other references are sections of standards, in words. */
const ADDRESS = /^https:\/\/\S+$/;

/** Describes the program; levels are those of the target, and rules that are silent there are disabled. */
export function describeTool({ name, version, description }: PackageManifest, target: Target): ToolComponent {
  return {
    name,
    semanticVersion: version,
    shortDescription: plain(description),
    language: "en",
    rules: RULES.map((rule) => describeRule(rule, target)),
    notifications: Object.entries(NOTIFICATIONS).map(([id, text]) => ({ id, shortDescription: plain(text) })),
  };
}

function describeRule(rule: Rule, target: Target): ReportingDescriptor {
  const { id, summary, evidence, reference } = rule;
  return {
    id,
    shortDescription: plain(summary),
    help: plain(`${summary} Evidence: ${evidence}, ${reference}.`),
    ...(ADDRESS.test(reference) ? { helpUri: reference } : {}),
    defaultConfiguration: configurationOf(severityFor(rule, target)),
    properties: { evidence, reference },
  };
}

function configurationOf(severity: Severity | null): ReportingConfiguration {
  return severity === null ? { enabled: false } : { level: LEVELS[severity] };
}

function plain(text: string): MultiformatMessageString {
  return toMessage(text);
}
