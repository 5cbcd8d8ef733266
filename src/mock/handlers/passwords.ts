/** `addPassword` and `removePassword`: client secrets, shown once. */
import { formatDateTime, parseDateTime, toTicks } from "../../graph/date-time.js";
import { generatePassword } from "../../graph/generated-password.js";
import { addYears } from "../../x509/calendar.js";
import { NO_CONTENT } from "../answers.js";
import type { Handler } from "../call.js";
import { requireLifetime } from "../lifetime.js";
import { isMembers, readGuid } from "../members.js";
import { shorten } from "../new-key.js";
import { refuse } from "../refusal.js";
import { requireRemovable } from "../removal.js";
import { readSentPassword } from "../sent-credentials.js";
import { findPrincipal } from "./service-principals.js";

/** Documented: two years. */
const DEFAULT_YEARS = 2;

/** Documented: the hint is the first three characters. */
const HINT_CHARACTERS = 3;

/** POST addPassword: 200 with the secret, which no other answer has. A secret that the body brings is passed over. */
export const addPassword: Handler = (call) => {
  const entry = call.body["passwordCredential"] ?? {};
  if (!isMembers(entry)) throw refuse("badMember", ["passwordCredential", "addPassword"]);
  const { displayName, startDateTime, endDateTime } = readSentPassword(entry);
  const start = startDateTime?.text ?? formatDateTime(call.now);
  const end = endDateTime?.text ?? formatDateTime(addYears(call.now, DEFAULT_YEARS));
  const endTicks = parseDateTime(end, "end").ticks;
  if (endTicks <= toTicks(call.now) || endTicks <= parseDateTime(start, "start").ticks) throw refuse("keyEndDate");
  requireLifetime(parseDateTime(start, "start").ticks, endTicks, call.undocumented);
  return (store) => {
    const principal = findPrincipal(store, call);
    const secretText = generatePassword(call.random);
    const credential = {
      customKeyIdentifier: null,
      displayName: typeof displayName === "string" ? shorten(displayName) : null,
      endDateTime: end,
      hint: secretText.slice(0, HINT_CHARACTERS),
      keyId: call.newId(),
      secretText,
      startDateTime: start,
    };
    const passwordCredentials = [...principal.passwordCredentials, credential];
    store.put("servicePrincipals", { ...principal, passwordCredentials });
    const context = `${call.root}/$metadata#microsoft.graph.passwordCredential`;
    return { status: 200, json: { "@odata.context": context, ...credential } };
  };
};

/** POST removePassword: 204. */
export const removePassword: Handler = (call) => {
  const keyId = readGuid(call.body, "keyId", "removePassword");
  if (keyId === undefined || keyId === null) throw refuse("missingMember", ["keyId", "removePassword"]);
  return (store) => {
    const principal = findPrincipal(store, call);
    const credential = principal.passwordCredentials.find((entry) => entry.keyId?.toLowerCase() === keyId);
    if (credential === undefined) throw refuse("noCredential");
    requireRemovable(principal, credential, call.undocumented);
    const passwordCredentials = principal.passwordCredentials.filter((entry) => entry !== credential);
    store.put("servicePrincipals", { ...principal, passwordCredentials });
    return NO_CONTENT;
  };
};
