/** One finding as a result of SARIF (SARIF 2.1.0 section 3.27). */
import type { ArtifactLocation, Result } from "sarif";
import type { Finding } from "../../findings/finding.js";
import { RULES } from "../../findings/rules.js";
import type { Report } from "../../preflight/report.js";
import { toMessage } from "./sarif-text.js";
import { LEVELS } from "./sarif-tool.js";
import { printable } from "./text-layout.js";

/**
 * Makes the result. Its place in the file is a logical location: a PFX has no lines. By the partial fingerprints the same
 * finding is known again in another run, also where the file was moved: the certificate it is about and the place.
 * @param location - the file, with its index among the artifacts
 */
export function toResult(finding: Finding, report: Report, location: ArtifactLocation): Result {
  const { id, severity, at, message, fix, evidence, reference } = finding;
  const ruleIndex = RULES.findIndex((rule) => rule.id === id);
  return {
    ruleId: id,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: toMessage(`${message} Fix: ${fix}`),
    locations: [
      {
        physicalLocation: { artifactLocation: location },
        logicalLocations: [{ fullyQualifiedName: printable(at) }],
      },
    ],
    partialFingerprints: fingerprintsOf(report, at),
    properties: { evidence, reference },
  };
}

/** Names end in a version, which changes with what the values are made of (section 3.5.4.2). */
function fingerprintsOf({ certificates }: Report, at: string): Record<string, string> {
  const leading = certificates.find(({ hasPrivateKey }) => hasPrivateKey) ?? certificates[0];
  return {
    "place/v1": printable(at),
    ...(leading === undefined ? {} : { "certificateSha256/v1": leading.thumbprintSha256 }),
  };
}
