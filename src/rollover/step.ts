/** The steps of a rollover: requests to send, times to wait, things to tell. */
import type { AuditFinding } from "../audit/audit-finding.js";
import type { CloudId } from "../graph/clouds.js";
import type { ServicePrincipalPatch } from "../graph/service-principal-patch.js";
import type { Evidence } from "../readers/evidence.js";

/** Steps between which somebody has to decide: the certificate is added, then activated, then the old one removed. */
export type RolloverPhase = "add" | "activate" | "remove";

/** What every step says of itself. */
export interface StepFacts {
  /** Unique in a plan, kebab-case, stable from release to release. */
  readonly id: string;
  readonly phase: RolloverPhase;
  readonly title: string;
  readonly why: string;
  /** How well the reason is founded. */
  readonly evidence: Evidence;
  readonly reference: string;
}

/** One call of Graph. */
export interface RolloverRequest {
  readonly method: "GET" | "PATCH";
  readonly url: string;
  /** `null` for GET. */
  readonly body: ServicePrincipalPatch | null;
  /** True where the body holds a private key and its password. */
  readonly isSecret: boolean;
}

/** What a read must show: no entry less, none more. */
export interface Expectation {
  /** The keyIds of all keyCredentials, in order; `null` for an entry without one. */
  readonly keyCredentials: readonly (string | null)[];
  readonly passwordCredentials: readonly (string | null)[];
  /** `undefined` where it was not read and is not to be compared. */
  readonly preferredTokenSigningKeyThumbprint: string | null | undefined;
}

/** A PATCH: Graph answers 204. */
export interface ChangeStep extends StepFacts {
  readonly kind: "change";
  readonly request: RolloverRequest;
}

/** A GET, and what its answer must show. */
export interface ReadStep extends StepFacts {
  readonly kind: "read";
  readonly request: RolloverRequest;
  readonly expect: Expectation;
}

/** A GET that is repeated until its answer has shown what it must several times in a row. */
export interface PollStep extends StepFacts {
  readonly kind: "poll";
  readonly request: RolloverRequest;
  readonly expect: Expectation;
  readonly hitsInARow: number;
  readonly everySeconds: number;
  readonly mostTries: number;
}

/** A time in which nothing is done. */
export interface WaitStep extends StepFacts {
  readonly kind: "wait";
  readonly days: number;
}

/** What the applications that trust the tokens have to know. */
export interface NewCertificate {
  readonly subject: string;
  /** SHA-1 over the DER, 40 upper-case hex digits. */
  readonly thumbprint: string;
  /** SHA-256 over the DER, 64 upper-case hex digits. */
  readonly thumbprintSha256: string;
  /** ISO 8601 in UTC, whole seconds. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** The DER in base64 without line breaks: what stands in `X509Certificate` of SAML metadata. */
  readonly base64: string;
  readonly pem: string;
  /** The KeyDescriptor of SAML metadata (section 2.4.1.1), in one line. */
  readonly keyDescriptor: string;
}

/** Somebody has to be told; no request does it. */
export interface TellStep extends StepFacts {
  readonly kind: "tell";
  readonly certificate: NewCertificate;
  /** Federation metadata of the application; holds `{tenant}` where no tenant was named, `null` without appId. */
  readonly metadataUrl: string | null;
}

/** One step of a rollover. */
export type RolloverStep = ChangeStep | ReadStep | PollStep | WaitStep | TellStep;

/** The three entries of the new certificate, by what names them. Not secret. */
export interface AddedEntries {
  readonly thumbprint: string;
  readonly customKeyIdentifier: string;
  readonly signKeyId: string;
  readonly verifyKeyId: string;
}

/** The entries of a certificate that goes. */
export interface RemovedEntries {
  readonly customKeyIdentifier: string;
  /** `null` where neither a `key` nor the identifier tells it. */
  readonly thumbprint: string | null;
  /** The keyIds of all entries with the identifier. */
  readonly keyIds: readonly string[];
}

/** A whole rollover. Secret: the body of its step `add` holds the private key and its password. */
export interface RolloverPlan {
  readonly servicePrincipal: {
    readonly id: string | null;
    readonly appId: string | null;
    readonly displayName: string | null;
  };
  readonly cloud: CloudId;
  /** The time of planning, ISO 8601 in UTC. */
  readonly now: string;
  readonly adding: AddedEntries;
  readonly removing: readonly RemovedEntries[];
  readonly steps: readonly RolloverStep[];
  /** What could not be planned, in sentences. */
  readonly notes: readonly string[];
  /** What an audit says now, and what it will say of the result. */
  readonly findings: { readonly before: readonly AuditFinding[]; readonly after: readonly AuditFinding[] };
}
