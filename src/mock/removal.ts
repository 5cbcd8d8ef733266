/** removeKey and removePassword on the entries of a token signing certificate. */
import type { KeyCredential, PasswordCredential } from "../graph/model.js";
import { refuse } from "./refusal.js";
import type { StoredServicePrincipal } from "./state.js";
import type { Undocumented } from "./undocumented.js";

/**
 * Refuses what belongs to a signing key, unless told otherwise: its Sign and Verify entries and its password, which share
 * a customKeyIdentifier with a Sign entry or, the password, its keyId.
 */
export function requireRemovable(
  { keyCredentials }: StoredServicePrincipal,
  { customKeyIdentifier, keyId }: KeyCredential | PasswordCredential,
  { removalOfPair }: Undocumented,
): void {
  if (removalOfPair === "remove") return;
  const isOfPair = keyCredentials.some(
    (key) =>
      key.usage === "Sign" &&
      (key.keyId === keyId || (Boolean(customKeyIdentifier) && key.customKeyIdentifier === customKeyIdentifier)),
  );
  if (isOfPair) throw refuse(removalOfPair === "denied" ? "pairRemoval" : "pairRemovalFails");
}
