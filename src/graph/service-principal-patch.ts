/**
 * Bodies of `PATCH /servicePrincipals/{id}` that add, activate and remove a token signing certificate.
 *
 * The request replaces each collection that it names, so every entry that is to stay is sent back. Graph takes such an
 * entry only unchanged, to the digits of its dates, with `key` and `secretText` null; otherwise "Update to existing
 * credential with KeyId … is not allowed" (seen by third parties).
 */
import { MalformedError } from "../errors.js";
import type { CredentialGroup } from "./credential-groups.js";
import { groupCredentials, isIdentified, octetsOf } from "./credential-groups.js";
import { readCustomKeyIdentifier } from "./custom-key-identifier.js";
import type { TokenSigningCredentials } from "./key-credentials.js";
import type { KeyCredential, PasswordCredential, ServicePrincipal } from "./model.js";
import type { ReadServicePrincipal } from "./service-principal.js";
import { READ_SERVICE_PRINCIPAL, readServicePrincipal } from "./service-principal.js";
import { requireThumbprint } from "./thumbprint-text.js";

/** The body of one PATCH; a member that is absent stays as it is. */
export interface ServicePrincipalPatch {
  readonly keyCredentials?: readonly KeyCredential[];
  readonly passwordCredentials?: readonly PasswordCredential[];
  readonly preferredTokenSigningKeyThumbprint?: string | null;
}

/** Which certificate: by the identifier that its entries share, or by SHA-1 in hex (any case, colons and spaces allowed). */
export type CredentialSelector = { readonly customKeyIdentifier: string } | { readonly thumbprint: string };

/**
 * The body that adds a certificate: everything that is there, unchanged and in order, then the new entries. It does not
 * activate the certificate: see {@link activationPatch}. The same certificate under another identifier is not noticed.
 * @param servicePrincipal - as read; not modified
 * @throws {MalformedError} `ERR_GRAPH_CREDENTIAL_EXISTS` for a keyId or customKeyIdentifier that is there (`at` is the
 * pointer to it), `ERR_GRAPH_SERVICE_PRINCIPAL`
 */
export function addToPatch(servicePrincipal: ServicePrincipal, added: TokenSigningCredentials): ServicePrincipalPatch {
  const existing = readServicePrincipal(servicePrincipal);
  const { keyCredentials, passwordCredential } = added;
  requireAbsent(existing, [...keyCredentials, passwordCredential]);
  return {
    keyCredentials: [...existing.keyCredentials.map(withoutKey), ...keyCredentials],
    passwordCredentials: [...existing.passwordCredentials.map(withoutSecret), passwordCredential],
  };
}

/**
 * The bodies that remove a certificate, in the order of sending: first the one that clears
 * preferredTokenSigningKeyThumbprint where it points there (then Graph chooses among what is left), then the one that
 * leaves its entries out.
 *
 * A certificate is all entries with one customKeyIdentifier, compared by octets. By thumbprint it is found by a Verify
 * entry's `key` where that is there, else by its identifier in any known convention; under several identifiers, all go. An
 * entry without an identifier is never removed, not even one with the keyId of an entry that is: it may be a client secret,
 * and an audit is the place to report it.
 * @param servicePrincipal - as read; not modified
 * @throws {MalformedError} `ERR_GRAPH_CREDENTIAL_NOT_FOUND`, with the identifiers that are there; and
 * `ERR_GRAPH_SERVICE_PRINCIPAL`, also where nobody can tell whether the certificate is the active one
 * @throws {TypeError} @throws {RangeError} naming the argument
 */
export function removeFromPatch(
  servicePrincipal: ServicePrincipal,
  which: CredentialSelector,
): readonly ServicePrincipalPatch[] {
  const existing = readServicePrincipal(servicePrincipal);
  const groups = groupCredentials(existing);
  const removed = groups.filter(selects(which));
  if (removed.length === 0) throw notFound(which, groups);
  const octets = new Set(removed.map((group) => group.octets));
  const isKept = ({ customKeyIdentifier }: KeyCredential | PasswordCredential): boolean =>
    !octets.has(octetsOf(customKeyIdentifier) ?? "");
  const removal = {
    keyCredentials: existing.keyCredentials.filter(isKept).map(withoutKey),
    passwordCredentials: existing.passwordCredentials.filter(isKept).map(withoutSecret),
  };
  return pointsAt(existing, removed, groups) ? [{ preferredTokenSigningKeyThumbprint: null }, removal] : [removal];
}

/**
 * The body that makes Graph sign with a certificate. Graph does not check that the servicePrincipal has it.
 * @throws {TypeError} @throws {RangeError} naming `thumbprint`
 */
export function activationPatch(thumbprint: string): ServicePrincipalPatch {
  return { preferredTokenSigningKeyThumbprint: requireThumbprint(thumbprint) };
}

function withoutKey(entry: KeyCredential): KeyCredential {
  return { ...entry, key: null };
}

function withoutSecret(entry: PasswordCredential): PasswordCredential {
  return { ...entry, secretText: null };
}

function requireAbsent(existing: ReadServicePrincipal, added: readonly (KeyCredential | PasswordCredential)[]): void {
  const keyIds = new Set(added.flatMap(({ keyId }) => keyId?.toLowerCase() ?? []));
  const identifiers = new Set(added.flatMap(({ customKeyIdentifier }) => octetsOf(customKeyIdentifier) ?? []));
  for (const collection of ["keyCredentials", "passwordCredentials"] as const) {
    for (const [index, { keyId, customKeyIdentifier }] of existing[collection].entries()) {
      const at = `/${collection}/${index}`;
      if (keyId && keyIds.has(keyId.toLowerCase())) throw exists(`${at}/keyId`, keyId);
      if (customKeyIdentifier && identifiers.has(octetsOf(customKeyIdentifier) ?? "")) {
        throw exists(`${at}/customKeyIdentifier`, customKeyIdentifier);
      }
    }
  }
}

function exists(at: string, value: string): MalformedError {
  return new MalformedError(`${at} has ${value} already`, { code: "ERR_GRAPH_CREDENTIAL_EXISTS", at });
}

function selects(which: CredentialSelector): (group: CredentialGroup) => boolean {
  if ("thumbprint" in which) {
    const thumbprint = requireThumbprint(which.thumbprint);
    return (group) => isIdentified(group, thumbprint);
  }
  if (typeof which.customKeyIdentifier !== "string") throw new TypeError('"customKeyIdentifier" expected a string');
  const octets = octetsOf(which.customKeyIdentifier);
  if (octets === undefined) throw new RangeError('"customKeyIdentifier" expected base64, got nothing');
  return (group) => group.octets === octets;
}

/** Whether the active certificate is among these. */
function pointsAt(
  { preferredTokenSigningKeyThumbprint: preferred }: ServicePrincipal,
  removed: readonly CredentialGroup[],
  groups: readonly CredentialGroup[],
): boolean {
  if (preferred === undefined) throw untold(`missing; read with: ${READ_SERVICE_PRINCIPAL}`);
  // Graph takes any text; one that is no SHA-1 points nowhere.
  if (preferred === null || !/^[0-9a-f]{40}$/i.test(preferred)) return false;
  if (removed.some((group) => isIdentified(group, preferred))) return true;
  // A removed group of an unknown convention, its certificate not shown, may be the active one; unless another is.
  const isUntold = removed.some((group) => group.thumbprints.length === 0 && !isNamed(group));
  if (isUntold && !groups.some((group) => isIdentified(group, preferred))) {
    throw untold(
      `nobody can tell whether it points at what is removed; read the certificates too: ${READ_SERVICE_PRINCIPAL}`,
    );
  }
  return false;
}

/** Whether the identifier alone says which certificate it is: 20 octets are a SHA-1, and so is hex text. */
function isNamed({ customKeyIdentifier }: CredentialGroup): boolean {
  const { octets, hexText } = readCustomKeyIdentifier(customKeyIdentifier);
  return hexText !== undefined || octets?.length === 20;
}

function untold(message: string): MalformedError {
  const at = "/preferredTokenSigningKeyThumbprint";
  return new MalformedError(`${at}: ${message}`, { code: "ERR_GRAPH_SERVICE_PRINCIPAL", at });
}

function notFound(which: CredentialSelector, groups: readonly CredentialGroup[]): MalformedError {
  const asked = "thumbprint" in which ? `thumbprint ${which.thumbprint}` : which.customKeyIdentifier;
  const there = groups.map(({ customKeyIdentifier, thumbprints }) =>
    [customKeyIdentifier, ...thumbprints.map((it) => `(${it})`)].join(" "),
  );
  const list = there.length === 0 ? "no entry has an identifier" : `there are ${there.join(", ")}`;
  return new MalformedError(`no credential is identified by ${asked}; ${list}`, {
    code: "ERR_GRAPH_CREDENTIAL_NOT_FOUND",
    at: "/keyCredentials",
  });
}
