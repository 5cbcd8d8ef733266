/** Differences that are known, each with its reason. One that is not in this list fails whoever looks for drift. */
import type { Drift, DriftKind } from "./drift.js";

/** What is compared: the normalised document with the facts taken from the metadata, or either with a service. */
export type Comparison = "document" | "service";

/** A difference that is meant, or that cannot be helped. */
export interface KnownDrift {
  readonly comparison: Comparison;
  readonly kind: DriftKind;
  readonly subject: string;
  readonly reason: string;
}

/** A difference, and why it is no news; `null` where it is. */
export interface JudgedDrift extends Drift {
  readonly known: string | null;
}

const STREAM = "a stream has no JSON of its own; the published OpenAPI document makes it base64";
const UNION = "the document names the three types that are derived from the abstract one, so that it narrows";
const BASE64 = "the metadata has a plain string; what Microsoft documents it to hold is base64";
const REQUIRED = "the metadata lets every parameter be null; Microsoft documents this one as required";
const ANSWER = "the metadata lets the answer be null; Microsoft documents 200 with the connector";
const NO_OPERATION = "of applications, the document has only create, get and delete";
const NO_SCHEMA = "it has navigation properties only, which the document leaves out";

/** Sorted by what is compared, then by subject. An entry that nothing needs any more fails `npm run check`. */
export const KNOWN_DRIFT: readonly KnownDrift[] = [
  ...["addKey", "addPassword", "removeKey", "removePassword"].map(
    (action) =>
      ({
        comparison: "document",
        kind: "action-added",
        subject: `application/${action}`,
        reason: NO_OPERATION,
      }) as const,
  ),
  { comparison: "document", kind: "member-type", subject: "application.logo", reason: STREAM },
  {
    comparison: "document",
    kind: "member-type",
    subject: "identityApiConnector.authenticationConfiguration",
    reason: UNION,
  },
  ...["password", "pkcs12Value"].map(
    (name) =>
      ({
        comparison: "document",
        kind: "parameter-nullability",
        subject: `identityApiConnector/uploadClientCertificate(${name})`,
        reason: REQUIRED,
      }) as const,
  ),
  {
    comparison: "document",
    kind: "parameter-type",
    subject: "identityApiConnector/uploadClientCertificate(pkcs12Value)",
    reason: BASE64,
  },
  {
    comparison: "document",
    kind: "return-nullability",
    subject: "identityApiConnector/uploadClientCertificate",
    reason: ANSWER,
  },
  { comparison: "document", kind: "type-added", subject: "identityContainer", reason: NO_SCHEMA },
  { comparison: "document", kind: "member-type", subject: "pkcs12Certificate.pkcs12Value", reason: BASE64 },
];

/** Looks each difference up in the list. */
export function judgeDrift(
  drifts: readonly Drift[],
  comparison: Comparison,
  known: readonly KnownDrift[] = KNOWN_DRIFT,
): readonly JudgedDrift[] {
  return drifts.map((drift) => ({ ...drift, known: find(drift, comparison, known)?.reason ?? null }));
}

/** Entries of the list that no difference needs any more: each hides the next one of its name. */
export function findStale(
  drifts: readonly Drift[],
  comparison: Comparison,
  known: readonly KnownDrift[] = KNOWN_DRIFT,
): readonly KnownDrift[] {
  const used = new Set(drifts.map((drift) => find(drift, comparison, known)));
  return known.filter((entry) => entry.comparison === comparison && !used.has(entry));
}

function find(drift: Drift, comparison: Comparison, known: readonly KnownDrift[]): KnownDrift | undefined {
  return known.find(
    (entry) => entry.comparison === comparison && entry.kind === drift.kind && entry.subject === drift.subject,
  );
}
