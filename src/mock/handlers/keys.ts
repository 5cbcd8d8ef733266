/** `addKey` and `removeKey`: one key at a time, by whoever proves to have another. */

import { NO_CONTENT } from "../answers.js";
import type { Handler } from "../call.js";
import { isMembers, readGuid, readText } from "../members.js";
import { prepareKey } from "../new-key.js";
import { requireProof } from "../proof.js";
import { refuse } from "../refusal.js";
import { requireRemovable } from "../removal.js";
import { readSentKey } from "../sent-credentials.js";
import { showKey } from "../service-principal-resource.js";
import { findPrincipal } from "./service-principals.js";

/** POST addKey: 200 with the entry, whose keyId is made here where none is given. */
export const addKey: Handler = async (call) => {
  const { id } = findPrincipal(call.view, call);
  await requireProof(findPrincipal(call.view, call), call);
  const entry = call.body["keyCredential"];
  if (!isMembers(entry)) throw refuse("missingMember", ["keyCredential", "addKey"]);
  const password = call.body["passwordCredential"] ?? null;
  if (password !== null && !isMembers(password)) throw refuse("badMember", ["passwordCredential", "addKey"]);
  const sent = readSentKey(entry);
  const secretText =
    password === null ? undefined : (readText(password, "secretText", "passwordCredential") ?? undefined);
  const { stored, refusal } = await prepareKey(sent, secretText, call);
  if (stored === undefined) throw refusal ?? refuse("usage");
  return (store) => {
    const principal = findPrincipal(store, call);
    if (principal.id !== id) throw refuse("notFound", [id]);
    const keyId = stored.keyId ?? "";
    if (principal.keyCredentials.some((key) => key.keyId === keyId)) throw refuse("retained", [keyId]);
    const { customKeyIdentifier = null, displayName = null, endDateTime = null, startDateTime = null } = stored;
    const shared = { customKeyIdentifier, displayName, endDateTime, startDateTime };
    const isSign = stored.usage === "Sign" && secretText !== undefined;
    store.put("servicePrincipals", {
      ...principal,
      keyCredentials: [...principal.keyCredentials, stored],
      passwordCredentials: isSign
        ? [...principal.passwordCredentials, { ...shared, hint: null, keyId, secretText }]
        : principal.passwordCredentials,
    });
    const context = `${call.root}/$metadata#microsoft.graph.keyCredential`;
    return { status: 200, json: { "@odata.context": context, ...showKey(stored, false) } };
  };
};

/** POST removeKey: 204. The password of a Sign key goes with it. */
export const removeKey: Handler = async (call) => {
  const { id } = findPrincipal(call.view, call);
  const keyId = readGuid(call.body, "keyId", "removeKey");
  if (keyId === undefined || keyId === null) throw refuse("missingMember", ["keyId", "removeKey"]);
  await requireProof(findPrincipal(call.view, call), call);
  return (store) => {
    const principal = findPrincipal(store, call);
    const key = principal.keyCredentials.find((entry) => entry.keyId?.toLowerCase() === keyId);
    if (principal.id !== id || key === undefined) throw refuse("noCredential");
    requireRemovable(principal, key, call.undocumented);
    store.put("servicePrincipals", {
      ...principal,
      keyCredentials: principal.keyCredentials.filter((entry) => entry !== key),
      passwordCredentials: principal.passwordCredentials.filter((entry) => entry.keyId?.toLowerCase() !== keyId),
    });
    return NO_CONTENT;
  };
};
