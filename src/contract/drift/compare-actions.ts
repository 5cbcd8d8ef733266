/** Bound actions against those of the service. */
import { compareMembers, spellNullable } from "./compare-members.js";
import type { CsdlAction } from "./csdl-model.js";
import { shortName } from "./csdl-model.js";
import type { Drift } from "./drift.js";
import { changed, missing } from "./drift.js";

/**
 * Compares each action of ours with the overload of its name that is bound to the same type. Actions that only the
 * service has are no difference: it has hundreds, and what is here was chosen.
 */
export function compareActions(ours: readonly CsdlAction[], theirs: readonly CsdlAction[]): Drift[] {
  return ours.flatMap((action) => {
    const overloads = theirs.filter(({ name }) => name === action.name);
    const same = overloads.find(({ boundTo }) => boundTo === action.boundTo);
    if (same !== undefined) return compareAction(action, same);
    const group = groupOf(action);
    const bindings = overloads.map(({ boundTo }) => shortName(boundTo)).join(", ");
    const lost = missing(
      "action-removed",
      { group, subject: group },
      { ours: shortName(action.boundTo), theirs: null },
    );
    return bindings === "" ? lost : { ...lost, theirs: bindings, message: `bound to ${bindings} in the service` };
  });
}

function groupOf({ boundTo, name }: CsdlAction): string {
  return `${shortName(boundTo)}/${name}`;
}

function compareAction(ours: CsdlAction, theirs: CsdlAction): Drift[] {
  const group = groupOf(ours);
  const drifts: Drift[] = [];
  const { boundNullable } = ours;
  if (boundNullable !== null && theirs.boundNullable !== null && boundNullable !== theirs.boundNullable) {
    const [here, there] = [spellNullable(boundNullable), spellNullable(theirs.boundNullable)];
    drifts.push(changed("binding-nullability", { group, subject: group }, "its binding parameter is", here, there));
  }
  const parameters = compareMembers(
    { own: ours.parameters, inherited: [] },
    { own: theirs.parameters, inherited: [] },
    { role: "parameter", placeOf: (name) => ({ group, subject: `${group}(${name})` }) },
  );
  return [...drifts, ...parameters, ...compareReturns(ours, theirs)];
}

function compareReturns(ours: CsdlAction, theirs: CsdlAction): Drift[] {
  const group = groupOf(ours);
  const at = { group, subject: group };
  const [here, there] = [ours.returns, theirs.returns];
  const [ourType, theirType] = [here?.type ?? "nothing", there?.type ?? "nothing"];
  const drifts: Drift[] = [];
  if (ourType !== theirType)
    drifts.push(changed("return-type", at, "returns", shortName(ourType), shortName(theirType)));
  if (here !== null && there !== null && here.nullable !== there.nullable) {
    const spelt = [spellNullable(here.nullable), spellNullable(there.nullable)] as const;
    drifts.push(changed("return-nullability", at, "what it returns is", ...spelt));
  }
  return drifts;
}
