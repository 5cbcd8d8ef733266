/** Which certificates a rollover removes: the one that signed before, and others only where that is asked for. */
import type { SigningSet } from "../audit/credential-sets.js";
import { isOfThumbprint, sortCredentials, thumbprintOf } from "../audit/credential-sets.js";
import { THUMBPRINT } from "../audit/identifier.js";
import { MalformedError } from "../errors.js";
import type { ReadServicePrincipal } from "../graph/service-principal.js";
import { READ_SERVICE_PRINCIPAL } from "../graph/service-principal.js";
import { hasIdentifier } from "./state.js";
import type { RemovedEntries } from "./step.js";

/**
 * `previous`: the certificate that signed before. `expired`: that one, and every signing certificate that has ended.
 * `none`: nothing. Client secrets and certificates of clients are never removed.
 */
export type RemovalChoice = "previous" | "expired" | "none";

/** @see RemovalChoice */
export const REMOVAL_CHOICES: readonly RemovalChoice[] = ["previous", "expired", "none"];

/** What goes, and what could not be chosen. */
export interface Removals {
  readonly removing: readonly RemovedEntries[];
  readonly notes: readonly string[];
}

/**
 * Chooses among the certificates that are there before the rollover.
 * @throws {MalformedError} `ERR_GRAPH_SERVICE_PRINCIPAL` where preferredTokenSigningKeyThumbprint was not read, so that
 * nobody can tell which certificate signs
 */
export function chooseRemovals(state: ReadServicePrincipal, choice: RemovalChoice, now: Date): Removals {
  if (choice === "none") return { removing: [], notes: [] };
  const { signing } = sortCredentials(state);
  const { previous, note } = findPrevious(state, signing, now);
  const expired = choice === "expired" ? signing.filter(({ sign }) => hasEnded(sign, now)) : [];
  const chosen = signing.filter((set) => set === previous || expired.includes(set));
  const notes = note === undefined ? [] : [note];
  const removing: RemovedEntries[] = [];
  for (const set of chosen) {
    const { customKeyIdentifier } = set.sign.credential;
    if (!customKeyIdentifier) {
      notes.push(`${set.sign.at} has no customKeyIdentifier, by which certificates are removed: it stays.`);
      continue;
    }
    const isShared = signing.some(
      (other) => other !== set && hasIdentifier(other.sign.credential, customKeyIdentifier),
    );
    if (isShared) {
      notes.push(`Another Sign key has the customKeyIdentifier of ${set.sign.at}, and both would go: it stays.`);
      continue;
    }
    const entries = [...state.keyCredentials, ...state.passwordCredentials];
    const ofSet = entries.filter((entry) => hasIdentifier(entry, customKeyIdentifier));
    const keyIds = [...new Set(ofSet.flatMap(({ keyId }) => keyId ?? []))];
    removing.push({ customKeyIdentifier, thumbprint: thumbprintOf(set) ?? null, keyIds });
  }
  return { removing, notes };
}

function hasEnded({ end }: { readonly end: Date | undefined }, now: Date): boolean {
  return end !== undefined && end < now;
}

/** The certificate that signs now: the preferred one; where none is preferred, the only one that can. */
function findPrevious(
  { preferredTokenSigningKeyThumbprint: preferred }: ReadServicePrincipal,
  signing: readonly SigningSet[],
  now: Date,
): { readonly previous?: SigningSet | undefined; readonly note?: string } {
  if (preferred === undefined) {
    const at = "/preferredTokenSigningKeyThumbprint";
    throw new MalformedError(`${at}: missing; read with: ${READ_SERVICE_PRINCIPAL}`, {
      code: "ERR_GRAPH_SERVICE_PRINCIPAL",
      at,
    });
  }
  if (preferred) {
    const previous = THUMBPRINT.test(preferred)
      ? signing.find((set) => isOfThumbprint(set, preferred) === true)
      : undefined;
    if (previous !== undefined) return { previous };
    return {
      note: `No Sign key is known to be that of preferredTokenSigningKeyThumbprint, so no previous certificate is removed. Read with ${READ_SERVICE_PRINCIPAL} to see the certificates.`,
    };
  }
  const valid = signing.filter(({ sign }) => !hasEnded(sign, now) && (sign.start === undefined || sign.start <= now));
  const candidates = valid.length > 0 ? valid : signing;
  if (candidates.length <= 1) return { previous: candidates[0] };
  return {
    note: `No certificate is preferred and ${candidates.length} could have signed: which one Graph chose is not known, so none is removed as the previous one.`,
  };
}
