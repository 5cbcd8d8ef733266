/** One row of the table of behaviours. */
import type { Evidence } from "../../readers/evidence.js";
import type { ErrorId } from "../errors.js";
import type { Undocumented } from "../undocumented.js";

/** What a behaviour is about. */
export type BehaviourArea =
  | "requests"
  | "queries"
  | "connectors"
  | "token signing"
  | "credentials"
  | "directory"
  | "conditions";

/** One behaviour, as the table says it. */
export interface Behaviour {
  /** Kebab-case, stable. */
  readonly id: string;
  readonly area: BehaviourArea;
  /** What the mock does. */
  readonly what: string;
  /** What it rests on; `hypothesis` where the mock had to choose. */
  readonly evidence: Evidence;
  readonly source: string;
  /** How Graph does otherwise, or may. */
  readonly difference?: string;
  /** The choice of `undocumented` that changes it. */
  readonly option?: keyof Undocumented;
  /** The rows of `ERRORS` that it answers with. */
  readonly errors?: readonly ErrorId[];
}

/** The rows of one area. */
export function inArea(area: BehaviourArea, rows: readonly Omit<Behaviour, "area">[]): readonly Behaviour[] {
  return rows.map((row) => ({ ...row, area }));
}
