/** What the bench is made of: a case measures a few things in one unit, and bounds say what must hold of them. */
import type { Bound } from "./bounds.js";
import type { Row, Unit } from "./row.js";
import type { Workbench } from "./workbench.js";

/** One case of the bench. */
export interface Case {
  /** For `--only` and the JSON document. */
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  /** Name of the row that the others are told as multiples of. */
  readonly reference: string;
  readonly bounds: readonly Bound[];
  /** @throws {CannotMeasureError} where something that it takes is not there */
  readonly measure: (bench: Workbench) => Promise<readonly Row[]>;
}
