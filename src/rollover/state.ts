/** What a servicePrincipal will be as the steps of a rollover are done: each body is made of the state before it. */
import { octetsOf } from "../graph/credential-groups.js";
import type { TokenSigningCredentials } from "../graph/key-credentials.js";
import type { KeyCredential, PasswordCredential } from "../graph/model.js";
import type { ReadServicePrincipal } from "../graph/service-principal.js";

/** Graph keeps no more of a displayName (resource page of keyCredential). */
const DISPLAY_NAME_CHARACTERS = 90;

/**
 * The state after the new entries were added, as a read shows it: the Sign key of type AsymmetricX509Cert (seen by third
 * parties), no PFX, no password. A later PATCH must send the entries back as they are shown.
 */
export function withAdded(
  state: ReadServicePrincipal,
  { keyCredentials: [sign, verify], passwordCredential }: TokenSigningCredentials,
): ReadServicePrincipal {
  return {
    ...state,
    keyCredentials: [
      ...state.keyCredentials,
      { ...sign, ...shorten(sign), type: "AsymmetricX509Cert", key: null },
      { ...verify, ...shorten(verify) },
    ],
    passwordCredentials: [
      ...state.passwordCredentials,
      { ...passwordCredential, ...shorten(passwordCredential), secretText: null },
    ],
  };
}

function shorten({ displayName }: KeyCredential | PasswordCredential): Pick<KeyCredential, "displayName"> {
  return displayName === undefined ? {} : { displayName: displayName?.slice(0, DISPLAY_NAME_CHARACTERS) ?? null };
}

/** The state with another certificate, or none, to sign with. */
export function withPreferred(state: ReadServicePrincipal, thumbprint: string | null): ReadServicePrincipal {
  return { ...state, preferredTokenSigningKeyThumbprint: thumbprint };
}

/** Whether an entry has an identifier, compared by its octets. */
export function hasIdentifier(entry: KeyCredential | PasswordCredential, customKeyIdentifier: string): boolean {
  const octets = octetsOf(entry.customKeyIdentifier);
  return octets !== undefined && octets === octetsOf(customKeyIdentifier);
}

/** The state without the entries of an identifier. */
export function withoutIdentifier(state: ReadServicePrincipal, customKeyIdentifier: string): ReadServicePrincipal {
  const isKept = (entry: KeyCredential | PasswordCredential): boolean => !hasIdentifier(entry, customKeyIdentifier);
  return {
    ...state,
    keyCredentials: state.keyCredentials.filter(isKept),
    passwordCredentials: state.passwordCredentials.filter(isKept),
  };
}
