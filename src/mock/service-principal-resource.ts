/** A servicePrincipal as Graph shows it: what is secret never, certificates only where one object's are asked for. */
import type { KeyCredential, PasswordCredential } from "../graph/model.js";
import type { Resource } from "./answers.js";
import type { Query } from "./query.js";

/** Its name in the metadata. */
export const PRINCIPAL_TYPE = "microsoft.graph.servicePrincipal";

/** The collection; its type is open, so `$select` may name anything. */
export const PRINCIPALS: Resource<"servicePrincipals"> = {
  collection: "servicePrincipals",
  path: "servicePrincipals",
  type: PRINCIPAL_TYPE,
  members: undefined,
  show: (principal, _now, query, isSingle) => {
    const { id, appId, displayName, keyCredentials, passwordCredentials, properties } = principal;
    const withKeys = isSingle && asksForKeys(query);
    return {
      id,
      deletedDateTime: null,
      appId,
      displayName,
      ...properties,
      keyCredentials: keyCredentials.map((credential) => showKey(credential, withKeys)),
      passwordCredentials: passwordCredentials.map(showPassword),
    };
  },
};

/** Documented: `key` comes back for one object and when keyCredentials are selected. */
function asksForKeys({ select }: Query): boolean {
  return select?.some((name) => name.toLowerCase() === "keycredentials") ?? false;
}

/** The private key is never shown, and its entry has the type of a certificate (third-party evidence). */
export function showKey(credential: KeyCredential, withKey: boolean): KeyCredential {
  const isVerify = credential.usage === "Verify";
  return {
    ...credential,
    key: withKey && isVerify ? (credential.key ?? null) : null,
    type: "AsymmetricX509Cert",
  };
}

/** Without the password, for good. */
export function showPassword(credential: PasswordCredential): PasswordCredential {
  return { ...credential, secretText: null };
}
