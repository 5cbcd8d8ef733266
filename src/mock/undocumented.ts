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

/** The choices of those that are one of a few. */
const CHOICES: Partial<Record<keyof Undocumented, readonly string[]>> = {
  samePfxTwice: ["append", "ignore", "conflict"],
  uploadOverBasic: ["replace", "refuse"],
  aes256Files: ["accept", "wrong-password"],
  whiteSpaceInPkcs12Value: ["accept", "refuse"],
  removalOfPair: ["denied", "server-error", "remove"],
  datesOutsideCertificate: ["refuse", "accept"],
  unknownAppId: ["refuse", "create"],
  unknownMembers: ["ignore", "refuse"],
};

/**
 * The defaults with these in their place.
 * @throws {RangeError} naming the choice that there is not
 */
export function resolveUndocumented(choices: Partial<Undocumented> = {}): Undocumented {
  const resolved = { ...UNDOCUMENTED, ...choices };
  for (const [name, value] of Object.entries(resolved)) {
    if (!Object.hasOwn(UNDOCUMENTED, name)) throw new RangeError(`"undocumented.${name}" is no choice`);
    const allowed = CHOICES[name as keyof Undocumented];
    if (allowed === undefined || allowed.includes(String(value))) continue;
    throw new RangeError(`"undocumented.${name}" expected ${allowed.join(", ")}, got ${String(value)}`);
  }
  const { maxCredentialLifetimeDays: days } = resolved;
  if (days !== null && !(Number.isSafeInteger(days) && days >= 0)) {
    throw new RangeError(`"undocumented.maxCredentialLifetimeDays" expected whole days or null, got ${String(days)}`);
  }
  return resolved;
}
