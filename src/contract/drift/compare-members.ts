/** Properties of a type, or parameters of an action, against those of the service: names, types, nullability. */
import type { CsdlMember } from "./csdl-model.js";
import { shortName } from "./csdl-model.js";
import type { Drift, Place } from "./drift.js";
import { changed, missing } from "./drift.js";

/** What the differences are called, and where they are. */
export interface MemberNames {
  readonly role: "member" | "parameter";
  readonly placeOf: (member: string) => Place;
}

/** Members of the type itself, and those that it has from its base types. */
export interface MemberLists {
  readonly own: readonly CsdlMember[];
  readonly inherited: readonly CsdlMember[];
}

/** Order does not count. A member that only moved between a type and its base is no difference. */
export function compareMembers(ours: MemberLists, theirs: MemberLists, { role, placeOf }: MemberNames): Drift[] {
  const drifts: Drift[] = [];
  for (const member of ours.own) {
    const at = placeOf(member.name);
    const there = find(theirs, member.name);
    if (there === undefined) drifts.push(missing(`${role}-removed`, at, { ours: spell(member), theirs: null }));
    else drifts.push(...compareMember(member, there, role, at));
  }
  for (const member of theirs.own) {
    if (find(ours, member.name) !== undefined) continue;
    drifts.push(missing(`${role}-added`, placeOf(member.name), { ours: null, theirs: spell(member) }));
  }
  return drifts;
}

function find({ own, inherited }: MemberLists, name: string): CsdlMember | undefined {
  return own.find((member) => member.name === name) ?? inherited.find((member) => member.name === name);
}

function compareMember(ours: CsdlMember, theirs: CsdlMember, role: MemberNames["role"], at: Place): Drift[] {
  const drifts: Drift[] = [];
  if (ours.type !== theirs.type) {
    drifts.push(changed(`${role}-type`, at, "is", shortName(ours.type), shortName(theirs.type)));
  }
  if (ours.nullable !== theirs.nullable) {
    drifts.push(changed(`${role}-nullability`, at, "is", spellNullable(ours.nullable), spellNullable(theirs.nullable)));
  }
  return drifts;
}

/** `nullable` or `not nullable`. */
export function spellNullable(nullable: boolean): string {
  return nullable ? "nullable" : "not nullable";
}

function spell({ type, nullable }: CsdlMember): string {
  return `${shortName(type)}, ${spellNullable(nullable)}`;
}
