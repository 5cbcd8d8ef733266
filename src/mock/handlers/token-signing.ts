/** `addTokenSigningCertificate`: mints a certificate and leaves its three entries on the servicePrincipal. */
import { MalformedError } from "../../errors.js";
import { createTokenSigningCertificate } from "../../graph/create-token-signing-certificate.js";
import { parseDateTime, toTicks } from "../../graph/date-time.js";
import type { Handler } from "../call.js";
import { spoilMinted, spoilRequest } from "../faults/spoil-minted.js";
import { spoilChange } from "../faults/spoil-principal.js";
import { requireLifetime } from "../lifetime.js";
import { readText } from "../members.js";
import { refuse } from "../refusal.js";
import { findPrincipal } from "./service-principals.js";

const ACTION = "addTokenSigningCertificate";
/** Nobody is ever shown the PFX of a Sign entry: it need not be hard to open, and takes most of the time. */
const ITERATIONS = 1;

/**
 * The key is made before the step, so that requests side by side all find their entries kept. Nothing is activated
 * (documented); members of the body that the action does not have are passed over.
 */
export const addTokenSigningCertificate: Handler = async (call) => {
  findPrincipal(call.view, call);
  const displayName = readText(call.body, "displayName", ACTION) ?? undefined;
  const endDateTime = readText(call.body, "endDateTime", ACTION) ?? undefined;
  const { now, newId, provider, random } = call;
  const shared = { now, newId, provider, random, iterations: ITERATIONS };
  const asked = { displayName: spoilRequest(displayName, call.faults), endDateTime, ...shared };
  const created = await createTokenSigningCertificate(asked).catch(async (error: unknown) => {
    if (call.faults.has("accepts-anything")) return await createTokenSigningCertificate(shared);
    throw error instanceof MalformedError ? toRefusal(error) : error;
  });
  const { selfSignedCertificate } = created;
  const minted = spoilMinted(
    {
      answer: selfSignedCertificate,
      keyCredentials: created.stored.keyCredentials,
      passwordCredentials: [created.stored.passwordCredential],
    },
    { displayName, endDateTime, now, newId },
    call.faults,
  );
  requireLifetime(toTicks(now), parseDateTime(selfSignedCertificate.endDateTime, "end").ticks, call.undocumented);
  return (store) => {
    const principal = findPrincipal(store, call);
    const signed = {
      ...principal,
      keyCredentials: [...principal.keyCredentials, ...minted.keyCredentials],
      passwordCredentials: [...principal.passwordCredentials, ...minted.passwordCredentials],
    };
    store.put("servicePrincipals", spoilChange(principal, signed, false, call.faults));
    const context = `${call.root}/$metadata#microsoft.graph.selfSignedCertificate`;
    return { status: 200, json: { ...minted.answer, "@odata.context": context } };
  };
};

function toRefusal({ code }: MalformedError): Error {
  if (code === "ERR_GRAPH_DATE_TIME") return refuse("dateTime", ["endDateTime"]);
  return refuse(code.startsWith("ERR_GRAPH_END_DATE_TIME") ? "endDateTime" : "displayNamePrefix");
}
