/** Everything that is written down here against a service: the facts first, then what else the document has. */
import { compareWithService } from "./compare.js";
import type { CsdlModel, CsdlType } from "./csdl-model.js";
import { itemType, shortName } from "./csdl-model.js";
import type { JudgedDrift } from "./known-drift.js";
import { judgeDrift } from "./known-drift.js";

/** What was looked at, and what was found. */
export interface ServiceReport {
  readonly types: number;
  readonly actions: number;
  /** Types of the document that were left out, since the metadata is an extract that only names them. */
  readonly notCompared: readonly string[];
  readonly drifts: readonly JudgedDrift[];
}

/**
 * Compares the facts with a service, and then those types of the document that the facts do not have.
 * Where the metadata is an extract (it names types of its own namespace that it does not declare), types of the document
 * that it lacks are left out and listed; a fact that it lacks is a difference all the same.
 * @throws {MalformedError} `ERR_CONTRACT_CSDL_FOREIGN`
 */
export function checkService(facts: CsdlModel, document: CsdlModel, theirs: CsdlModel): ServiceReport {
  const known = new Set(facts.types.map(({ name }) => name));
  const declared = new Set(theirs.types.map(({ name }) => name));
  const rest = document.types.filter(({ name }) => !known.has(name));
  const isLeftOut = isExtract(theirs, declared) ? ({ name }: CsdlType) => !declared.has(name) : () => false;
  const compared = rest.filter((type) => !isLeftOut(type));
  const ofFacts = compareWithService(facts, theirs);
  // Members that a type has from a fact are found there, so the facts stand beside the rest, and are told once.
  const told = new Set(ofFacts.map(({ kind, subject }) => `${kind} ${subject}`));
  const together = { types: [...facts.types, ...compared], actions: [] };
  const ofRest = compareWithService(together, theirs).filter(({ kind, subject }) => !told.has(`${kind} ${subject}`));
  return {
    types: facts.types.length + compared.length,
    actions: facts.actions.length,
    notCompared: rest.filter(isLeftOut).map(({ name }) => shortName(name)),
    drifts: judgeDrift([...ofFacts, ...ofRest], "service"),
  };
}

function isExtract({ types }: CsdlModel, declared: ReadonlySet<string>): boolean {
  const named = types.flatMap(({ base, members }) => [base ?? "", ...members.map(({ type }) => itemType(type))]);
  return named.some((name) => name.startsWith("microsoft.graph.") && !declared.has(name));
}
