/** Types and actions that are written down here against a service's own metadata. */
import { MalformedError } from "../../errors.js";
import { compareActions } from "./compare-actions.js";
import { compareMembers } from "./compare-members.js";
import type { CsdlMember, CsdlModel, CsdlType } from "./csdl-model.js";
import { shortName } from "./csdl-model.js";
import type { Drift } from "./drift.js";
import { changed, missing } from "./drift.js";

type Types = ReadonlyMap<string, CsdlType>;

/**
 * Names every difference in what `ours` has: members, types, nullability, OpenType, base types, and the parameters and
 * results of actions. Types and actions that only the service has are left alone, but for those derived from an
 * abstract complex type of ours: they are values that a member may have and nobody here knows.
 * A fact that one side cannot tell (`null`) is not compared.
 * @returns in the order of `ours`: types, then actions
 * @throws {MalformedError} `ERR_CONTRACT_CSDL_FOREIGN` where the service has none of our types at all: another service
 */
export function compareWithService(ours: CsdlModel, theirs: CsdlModel): readonly Drift[] {
  const [here, there] = [indexTypes(ours), indexTypes(theirs)];
  if (ours.types.length > 0 && !ours.types.some(({ name }) => there.has(name))) {
    throw new MalformedError("the metadata has no type that is known here: another service, or another version?", {
      code: "ERR_CONTRACT_CSDL_FOREIGN",
      at: "Schema",
    });
  }
  const drifts = ours.types.flatMap((type) => {
    const other = there.get(type.name);
    const subject = shortName(type.name);
    if (other !== undefined) return compareType(type, other, here, there);
    return missing("type-removed", { group: subject, subject }, { ours: subject, theirs: null });
  });
  return [...drifts, ...compareActions(ours.actions, theirs.actions)];
}

function indexTypes({ types }: CsdlModel): Types {
  return new Map(types.map((type) => [type.name, type]));
}

function compareType(ours: CsdlType, theirs: CsdlType, here: Types, there: Types): Drift[] {
  const group = shortName(ours.name);
  const at = { group, subject: group };
  const drifts: Drift[] = [];
  if (ours.kind !== null && theirs.kind !== null && ours.kind !== theirs.kind) {
    drifts.push(changed("type-kind", at, "is of the kind", ours.kind, theirs.kind));
  }
  if (ours.base !== theirs.base) {
    drifts.push(
      changed("base", at, "is based on", shortName(ours.base ?? "nothing"), shortName(theirs.base ?? "nothing")),
    );
  }
  if (ours.open !== null && theirs.open !== null && ours.open !== theirs.open) {
    drifts.push(changed("open-type", at, "is", ours.open ? "open" : "closed", theirs.open ? "open" : "closed"));
  }
  if (ours.abstract !== null && theirs.abstract !== null && ours.abstract !== theirs.abstract) {
    const spell = (isAbstract: boolean): string => (isAbstract ? "abstract" : "not abstract");
    drifts.push(changed("abstract", at, "is", spell(ours.abstract), spell(theirs.abstract)));
  }
  const members = compareMembers(
    { own: ours.members, inherited: inheritedOf(ours, here) },
    { own: theirs.members, inherited: inheritedOf(theirs, there) },
    { role: "member", placeOf: (name) => ({ group, subject: `${group}.${name}` }) },
  );
  return [...drifts, ...members, ...findNewDerived(ours, here, there)];
}

/** Members of the base types, nearest first. A ring of base types, which no service has, ends where it began. */
function inheritedOf(type: CsdlType, types: Types): CsdlMember[] {
  const lists: (readonly CsdlMember[])[] = [];
  const seen = new Set([type.name]);
  for (let base = lookUp(type.base, types); base !== undefined; base = lookUp(base.base, types)) {
    if (seen.has(base.name)) break;
    seen.add(base.name);
    lists.push(base.members);
  }
  return lists.flat();
}

function lookUp(name: string | null, types: Types): CsdlType | undefined {
  return name === null ? undefined : types.get(name);
}

/** Only of complex types: entities are derived from by the hundred, and none of them is a part of another. */
function findNewDerived(ours: CsdlType, here: Types, there: Types): Drift[] {
  if (ours.kind !== "complex" || ours.abstract !== true) return [];
  const added = [...there.values()].filter(({ name, base }) => base === ours.name && !here.has(name));
  return added.map(({ name }) => {
    const at = { group: shortName(ours.name), subject: shortName(name) };
    const drift = missing("derived-type-added", at, { ours: null, theirs: at.group });
    return { ...drift, message: `derived from ${at.group} in the service, not here` };
  });
}
