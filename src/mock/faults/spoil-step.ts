/** Defects of changes: that they do not last, that a refused one leaves something, that one undoes another. */
import type { Call, Step } from "../call.js";
import type { FaultSet } from "../fault-set.js";
import { OPERATIONS } from "../operations.js";
import type { Answer } from "../pipeline.js";
import type { CollectionName, Entities } from "../state.js";
import { COLLECTIONS } from "../state.js";
import type { ReadView, Store } from "../store.js";
import { toDraft } from "./spoil-answer.js";
import { emptyCertificate, spoilConnector } from "./spoil-connector.js";
import { spoilPrincipal } from "./spoil-principal.js";

/** The step, or one whose change is forgotten although it is answered as done. */
export function spoilStep(step: Step, { operation, faults }: Call): Step {
  const { method } = OPERATIONS[operation];
  const isForgotten = faults.has(method === "PATCH" ? "lost-update" : "zombie");
  return isForgotten && (method === "PATCH" || method === "DELETE") ? forgotten(step) : step;
}

function forgotten(step: Step): Step {
  return (store) => {
    let answer: Answer = { status: 204 };
    const undo = new Error("undo");
    try {
      store.transact(() => {
        answer = step(store);
        throw undo;
      });
    } catch (error) {
      if (error !== undo) throw error;
    }
    return answer;
  };
}

/** What a refused request leaves on the object that it was about. */
export function leavePart(store: Store, { key, now }: Call): void {
  const id = key?.value ?? "";
  const connector = store.get("apiConnectors", id);
  if (connector !== undefined) {
    const certificates = connector.authentication?.kind === "certificates" ? connector.authentication.certificates : [];
    const authentication = { kind: "certificates", certificates: [...certificates, emptyCertificate(now)] } as const;
    store.put("apiConnectors", { ...connector, authentication });
  }
  const principal = store.get("servicePrincipals", id) ?? store.findByAppId("servicePrincipals", id);
  if (principal !== undefined) {
    const properties = { ...principal.properties, description: "left by a request that was refused" };
    store.put("servicePrincipals", { ...principal, properties });
  }
}

/** A store whose entities stay what they were when the request came: requests side by side get lost. */
export function staleStore(store: Store, key: Call["key"]): Store {
  const seen = new Map<string, Entities[CollectionName] | undefined>();
  const get: ReadView["get"] = <C extends CollectionName>(collection: C, id: string) => {
    const key = `${collection}/${id.toLowerCase()}`;
    if (!seen.has(key)) seen.set(key, store.get(collection, id));
    return seen.get(key) as Entities[C] | undefined;
  };
  const findByAppId: ReadView["findByAppId"] = <C extends CollectionName>(collection: C, appId: string) => {
    const found = store.findByAppId(collection, appId);
    return found === undefined ? undefined : get(collection, found.id);
  };
  for (const collection of COLLECTIONS) {
    get(collection, key?.value ?? "");
    findByAppId(collection, key?.value ?? "");
  }
  return { ...store, get, findByAppId };
}

/** The answer with the defects of what it shows. */
export function spoilShown(answer: Answer, call: Call, store: Store, faults: FaultSet): Answer {
  if (answer.json === undefined || answer.status >= 300) return answer;
  const json = toDraft(answer.json);
  const entities = Array.isArray(json["value"]) ? (json["value"] as (typeof json)[]) : [json];
  for (const entity of entities) {
    const id = String(entity["id"] ?? call.key?.value ?? "");
    if (call.workload === "cpim") spoilConnector(entity, store.get("apiConnectors", id), call.now, faults);
    else
      spoilPrincipal(entity, store.get("servicePrincipals", id) ?? store.findByAppId("servicePrincipals", id), faults);
  }
  return { ...answer, json };
}
