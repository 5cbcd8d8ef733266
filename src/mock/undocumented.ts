/** What nobody has documented: each choice is an option, with the default that the mock takes. */

/** Behaviours to choose; what they rest on stands beside each. */
export interface Undocumented {
  /** The same certificate uploaded twice: one more entry, the list as it was, or 409. Nothing is known. */
  readonly samePfxTwice: "append" | "ignore" | "conflict";
  /** An upload to a connector with basicAuthentication: a list of its own, or 400. Nothing is known. */
  readonly uploadOverBasic: "replace" | "refuse";
  /** Files under AES-256: opened, or answered as a wrong password, which a sister API was seen to do. */
  readonly aes256Files: "accept" | "wrong-password";
  /** White space in pkcs12Value: skipped as .NET does, or 400. */
  readonly whiteSpaceInPkcs12Value: "accept" | "refuse";
  /**
   * removeKey and removePassword on what PATCH or addTokenSigningCertificate left: 403 and 500 were both published; or it
   * just works.
   */
  readonly removalOfPair: "denied" | "server-error" | "remove";
  /** Dates of a new key outside those of its certificate: 400, as the predecessor of Graph did, or taken. */
  readonly datesOutsideCertificate: "refuse" | "accept";
  /** A servicePrincipal of an appId that no application here has: 400 as observed, or made, as for apps of other tenants. */
  readonly unknownAppId: "refuse" | "create";
  /** Members that the type does not have: skipped, or 400. */
  readonly unknownMembers: "ignore" | "refuse";
  /** An app management policy: credentials may live this many days at most; null for no policy. */
  readonly maxCredentialLifetimeDays: number | null;
  /** The id of that policy. */
  readonly policyId: string;
}

/** The defaults. */
export const UNDOCUMENTED: Undocumented = {
  samePfxTwice: "append",
  uploadOverBasic: "replace",
  aes256Files: "accept",
  whiteSpaceInPkcs12Value: "accept",
  removalOfPair: "denied",
  datesOutsideCertificate: "refuse",
  unknownAppId: "refuse",
  unknownMembers: "ignore",
  maxCredentialLifetimeDays: null,
  policyId: "00000000-0000-4000-8000-000000000001",
};
