/** The facts as files: JSON for people and other tools, and the same as a constant for run time. */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CsdlModel } from "../../src/contract/drift/csdl-model.js";

const root = resolve(import.meta.dirname, "../..");

/** The facts. */
export const FACTS_FILE = resolve(root, "spec/graph.csdl-facts.json");
/** The same, compiled in. */
export const CONSTANT_FILE = resolve(root, "src/contract/drift/facts.generated.ts");

/** Where facts come from. */
export interface Provenance {
  readonly repository: string;
  readonly commit: string;
  readonly date: string;
  readonly path: string;
  readonly license: string;
  readonly note: string;
}

/** The file as a whole. */
export interface FactsFile extends CsdlModel {
  readonly provenance: Provenance;
}

/** Reads the facts. */
export function readFacts(): FactsFile {
  return JSON.parse(readFileSync(FACTS_FILE, "utf8")) as FactsFile;
}

/**
 * Takes anew what the facts speak of: the same types and actions, as `csdl` declares them.
 * @throws {Error} naming what it does not declare: whoever wants to forget a fact does so by hand
 */
export function takeFacts(before: FactsFile, csdl: CsdlModel, at: Pick<Provenance, "commit" | "date">): FactsFile {
  const types = before.types.map(({ name }) => found(name, (type) => type.name === name, csdl.types));
  const actions = before.actions.map(({ name, boundTo }) =>
    found(`${boundTo}/${name}`, (action) => action.name === name && action.boundTo === boundTo, csdl.actions),
  );
  return { provenance: { ...before.provenance, commit: at.commit, date: at.date }, types, actions };
}

function found<T>(name: string, isIt: (candidate: T) => boolean, candidates: readonly T[]): T {
  const one = candidates.find(isIt);
  if (one === undefined) throw new Error(`${name} is not declared there; the facts are left as they are`);
  return one;
}

/** The text of the file: a member in a line. */
export function toFactsText(facts: FactsFile): string {
  const text = JSON.stringify(facts, undefined, 2);
  return `${text.replace(/\{\s+("(?:name|type)":[^{}[\]]*?)\s+\}/g, (_, inside: string) => `{ ${inside.replace(/\s+/g, " ")} }`)}\n`;
}

/** The text of the module. */
export function toConstantText({ types, actions }: FactsFile): string {
  return `/** Made by tools/check-drift.ts from spec/graph.csdl-facts.json; not edited by hand. */
import type { CsdlModel } from "./csdl-model.js";

/** What Graph's metadata says of the types and actions around certificates; spec/graph.csdl-facts.json says since when. */
export const CSDL_FACTS: CsdlModel = ${JSON.stringify({ types, actions })};
`;
}

/** Writes both. */
export function writeFacts(facts: FactsFile): void {
  writeFileSync(FACTS_FILE, toFactsText(facts));
  writeFileSync(CONSTANT_FILE, toConstantText(facts));
}
