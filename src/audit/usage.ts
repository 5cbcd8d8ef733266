/** Which of a servicePrincipal's certificates signs. */
import type { ReadServicePrincipal } from "../graph/service-principal.js";
import type { AuditSubject } from "./audit-finding.js";
import type { CredentialSets, Placed, SigningSet } from "./credential-sets.js";
import { isOfThumbprint } from "./credential-sets.js";
import { THUMBPRINT } from "./identifier.js";

/** The thumbprint that the servicePrincipal prefers; `undefined` where it prefers none, or the member was not read. */
export function preferredThumbprint(servicePrincipal: ReadServicePrincipal): string | undefined {
  return servicePrincipal.preferredTokenSigningKeyThumbprint || undefined;
}

/** The set that the servicePrincipal prefers, as far as what was read can tell. */
export function findPreferredSet(
  servicePrincipal: ReadServicePrincipal,
  { signing }: CredentialSets,
): SigningSet | undefined {
  const preferred = preferredThumbprint(servicePrincipal);
  if (preferred === undefined || !THUMBPRINT.test(preferred)) return undefined;
  return signing.find((set) => isOfThumbprint(set, preferred) === true);
}

/** Validity includes both its ends (RFC 5280 section 4.1.2.5); a date that was not read bounds nothing. */
export function isValid<Credential>({ start, end }: Placed<Credential>, now: Date): boolean {
  return (start === undefined || start <= now) && (end === undefined || now <= end);
}

/**
 * Whether sign-in hangs on a set: it is the preferred one, or none is known to be preferred and no other is valid for
 * longer.
 */
export function isInUse(set: SigningSet, subject: AuditSubject): boolean {
  const { preferred, sets, now } = subject;
  if (preferred !== undefined) return preferred === set;
  return !sets.signing.some(
    (other) => other !== set && isValid(other.sign, now) && (other.sign.end ?? now) > (set.sign.end ?? now),
  );
}
