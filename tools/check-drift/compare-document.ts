/** The normalised document against the facts that were taken from the metadata: both are here, so this needs no network. */
import { compareWithService } from "../../src/contract/drift/compare.js";
import type { CsdlModel } from "../../src/contract/drift/csdl-model.js";
import { shortName } from "../../src/contract/drift/csdl-model.js";
import type { Drift } from "../../src/contract/drift/drift.js";
import { missing } from "../../src/contract/drift/drift.js";

/**
 * Compares what both have, in both directions: a type or an action of the facts that the document lacks is a difference
 * too. Of the document, what the facts do not speak of is left alone.
 * @returns differences in which "here" is the document and "the service" is the facts
 * @throws {MalformedError} `ERR_CONTRACT_CSDL_FOREIGN`
 */
export function compareDocument(document: CsdlModel, facts: CsdlModel): readonly Drift[] {
  const spoken = new Set(facts.types.map(({ name }) => name));
  const types = document.types.filter(({ name }) => spoken.has(name));
  const actions = document.actions.filter(({ name, boundTo }) => facts.actions.some(isAction(name, boundTo)));
  const lost = [
    ...facts.types
      .filter(({ name }) => !types.some((type) => type.name === name))
      .map(({ name }) => lack("type", name)),
    ...facts.actions
      .filter(({ name, boundTo }) => !actions.some(isAction(name, boundTo)))
      .map(({ name, boundTo }) => lack("action", `${boundTo}/${name}`)),
  ];
  return [...compareWithService({ types, actions }, facts), ...lost];
}

function isAction(name: string, boundTo: string): (action: { name: string; boundTo: string }) => boolean {
  return (action) => action.name === name && action.boundTo === boundTo;
}

function lack(what: "type" | "action", name: string): Drift {
  const subject = shortName(name);
  return missing(`${what}-added`, { group: subject, subject }, { ours: null, theirs: subject });
}
