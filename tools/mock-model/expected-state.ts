/** What the model believes that Graph holds: plain and mutable, written apart from the mock's own state. */

/** A JSON object. */
export type Members = Readonly<Record<string, unknown>>;

/** What a keyCredential and a passwordCredential have in common. */
export interface Credential {
  readonly keyId: string;
  readonly customKeyIdentifier: string | null;
  readonly displayName: string | null;
  readonly startDateTime: string;
  readonly endDateTime: string;
}

/** A keyCredential; `key` is what was sent or minted, `null` for a private key that never left the service. */
export interface Key extends Credential {
  readonly usage: "Sign" | "Verify";
  readonly key: string | null;
}

/** A passwordCredential. */
export interface Password extends Credential {
  readonly hint: string | null;
}

/** A servicePrincipal. */
export interface Principal {
  readonly id: string;
  readonly appId: string;
  displayName: string | null;
  properties: Record<string, unknown>;
  keys: readonly Key[];
  passwords: readonly Password[];
}

/** An application. */
export interface Application {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly createdDateTime: string;
  /** Members that the model has no rule for, as they were first seen. */
  readonly others: Members;
}

/** A certificate of a connector; dates in seconds since 1970. */
export interface Uploaded {
  readonly thumbprint: string;
  readonly notBefore: number;
  readonly notAfter: number;
}

/** How a connector authenticates. */
export type Authentication =
  | null
  | { readonly kind: "basic"; readonly username: string | null }
  | { readonly kind: "list"; readonly certificates: readonly Uploaded[] };

/** An identityApiConnector. */
export interface Connector {
  readonly id: string;
  displayName: string | null;
  targetUrl: string | null;
  authentication: Authentication;
}

/** Everything, in order of creation. */
export interface ExpectedState {
  /** Milliseconds since 1970. */
  now: number;
  readonly applications: Application[];
  readonly principals: Principal[];
  readonly connectors: Connector[];
  /** Every GUID that was given out: none comes twice. */
  readonly ids: Set<string>;
}

/** Nothing yet. */
export function emptyState(now: number): ExpectedState {
  return { now, applications: [], principals: [], connectors: [], ids: new Set() };
}
