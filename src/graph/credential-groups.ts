/** The entries of a servicePrincipal by the identifier that they share: which of them are one certificate's. */
import { readBase64Text } from "../bytes/base64-text.js";
import { encodeHex } from "../bytes/hex.js";
import { thumbprint as sha1Hex } from "../x509/thumbprint.js";
import { readCustomKeyIdentifier } from "./custom-key-identifier.js";
import type { KeyCredential } from "./model.js";
import type { ReadServicePrincipal } from "./service-principal.js";

/** What the entries with one customKeyIdentifier have in common. */
export interface CredentialGroup {
  /** As its first entry writes it. */
  readonly customKeyIdentifier: string;
  /** For comparison, see {@link octetsOf}. */
  readonly octets: string;
  /** SHA-1 in upper-case hex over each certificate that its Verify entries show; empty on reads without `$select`. */
  readonly thumbprints: readonly string[];
}

/** The groups in the order in which they are met, keys before passwords. Entries without an identifier are in none. */
export function groupCredentials(servicePrincipal: ReadServicePrincipal): readonly CredentialGroup[] {
  const groups = new Map<string, CredentialGroup>();
  for (const entry of [...servicePrincipal.keyCredentials, ...servicePrincipal.passwordCredentials]) {
    const octets = octetsOf(entry.customKeyIdentifier);
    if (octets === undefined) continue;
    const { customKeyIdentifier, thumbprints } = groups.get(octets) ?? {
      customKeyIdentifier: entry.customKeyIdentifier ?? "",
      thumbprints: [],
    };
    const shown = "key" in entry ? shownThumbprints(entry) : [];
    groups.set(octets, { customKeyIdentifier, octets, thumbprints: [...new Set([...thumbprints, ...shown])] });
  }
  return [...groups.values()];
}

/**
 * Whether a group is this certificate's: a certificate that it shows decides; where it shows none, its identifier does, in
 * any known convention.
 * @param thumbprint - 40 hex digits, in any case
 */
export function isIdentified(group: CredentialGroup, thumbprint: string): boolean {
  if (group.thumbprints.length > 0) return group.thumbprints.includes(thumbprint.toUpperCase());
  return readCustomKeyIdentifier(group.customKeyIdentifier, thumbprint).conventions.length > 0;
}

/** A text that is equal for equal octets; what is no base64 stands for itself. `undefined` where there is no identifier. */
export function octetsOf(customKeyIdentifier: string | null | undefined): string | undefined {
  if (customKeyIdentifier === null || customKeyIdentifier === undefined || customKeyIdentifier === "") return undefined;
  const { octets } = readCustomKeyIdentifier(customKeyIdentifier);
  return octets === undefined ? `text ${customKeyIdentifier}` : encodeHex(octets);
}

function shownThumbprints({ usage, key }: KeyCredential): readonly string[] {
  if (usage !== "Verify" || !key) return [];
  const der = readBase64Text(new TextEncoder().encode(key))?.bytes;
  return der === undefined ? [] : [sha1Hex(der)];
}
