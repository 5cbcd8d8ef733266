/** One entry for each identifier: what is wrong with an identifier is said once, not for each of the three that share it. */
import { octetsOf } from "../graph/credential-groups.js";
import type { KeyCredential, PasswordCredential } from "../graph/model.js";
import type { CredentialSets, Placed } from "./credential-sets.js";

/** The key credentials and then the passwords, each identifier where it stands first. */
export function firstOfEachIdentifier({
  keys,
  passwords,
}: CredentialSets): readonly Placed<KeyCredential | PasswordCredential>[] {
  const seen = new Set<string>();
  return [...keys, ...passwords].filter(({ credential }) => {
    const identifier = octetsOf(credential.customKeyIdentifier);
    if (identifier === undefined || seen.has(identifier)) return false;
    seen.add(identifier);
    return true;
  });
}
