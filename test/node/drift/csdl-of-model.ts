/** A model written as metadata: what a service would publish that agrees with it. */
import type { CsdlAction, CsdlMember, CsdlModel, CsdlType } from "../../../src/contract/drift/csdl-model.js";

/** CSDL 4.0 in one Schema; types that are named and not declared make it an extract. */
export function toCsdlText({ types, actions }: CsdlModel): string {
  const inside = [...types.map(writeType), ...actions.map(writeAction)].join("\n");
  return `<Edmx Version="4.0"><DataServices><Schema Namespace="microsoft.graph" Alias="graph">${inside}</Schema></DataServices></Edmx>`;
}

function writeType({ name, kind, base, open, abstract, members }: CsdlType): string {
  const element = kind === "entity" ? "EntityType" : "ComplexType";
  const flags = `${base === null ? "" : ` BaseType="${base}"`}${open === true ? ' OpenType="true"' : ""}${abstract === true ? ' Abstract="true"' : ""}`;
  const properties = members.map((member) => write("Property", member)).join("");
  return `<${element} Name="${name.replace("microsoft.graph.", "")}"${flags}>${properties}</${element}>`;
}

function writeAction({ name, boundTo, boundNullable, parameters, returns }: CsdlAction): string {
  const binding = { name: "bindingParameter", type: boundTo, nullable: boundNullable ?? true };
  const all = [binding, ...parameters].map((parameter) => write("Parameter", parameter)).join("");
  const result = returns === null ? "" : `<ReturnType Type="${returns.type}" Nullable="${returns.nullable}"/>`;
  return `<Action Name="${name}" IsBound="true">${all}${result}</Action>`;
}

function write(element: string, { name, type, nullable }: CsdlMember): string {
  return `<${element} Name="${name}" Type="${type}" Nullable="${nullable}"/>`;
}
