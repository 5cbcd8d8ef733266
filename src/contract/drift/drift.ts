/** One difference between what is written down here and what a service says of itself. */

/** What differs. `…-added`: in the service, not here. `…-removed`: here, not in the service. */
export type DriftKind =
  | "type-added"
  | "type-removed"
  | "type-kind"
  | "base"
  | "open-type"
  | "abstract"
  | "derived-type-added"
  | "member-added"
  | "member-removed"
  | "member-type"
  | "member-nullability"
  | "action-added"
  | "action-removed"
  | "binding-nullability"
  | "parameter-added"
  | "parameter-removed"
  | "parameter-type"
  | "parameter-nullability"
  | "return-type"
  | "return-nullability";

/** A difference, named so that it fits in a line: `${subject}: ${message}`. */
export interface Drift {
  readonly kind: DriftKind;
  /** The type or the action, as people write it: `servicePrincipal`, `servicePrincipal/addKey`. */
  readonly group: string;
  /** What differs: `servicePrincipal.isDisabled`, `servicePrincipal/addKey(proof)`. */
  readonly subject: string;
  /** What it is here and there; `null` where it is not there. */
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly message: string;
}

/** Makes the {@link Drift} of a thing that both sides have, and that is something else there. */
export function changed(kind: DriftKind, at: Place, what: string, ours: string, theirs: string): Drift {
  return { kind, ...at, ours, theirs, message: `${what} ${theirs} in the service, ${ours} here` };
}

/** Makes the {@link Drift} of a thing that only one side has. */
export function missing(kind: DriftKind, at: Place, sides: Pick<Drift, "ours" | "theirs">): Drift {
  return {
    kind,
    ...at,
    ...sides,
    message: sides.ours === null ? "in the service, not here" : "here, not in the service",
  };
}

/** Where a difference is. */
export type Place = Pick<Drift, "group" | "subject">;
