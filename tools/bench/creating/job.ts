/** What the bench and the process that measures creations tell each other. */
import type { Row } from "../row.js";

/** Which creations: beside the peers, without the key, or many of them. */
export type Creation = "one" | "without-key" | "many";

/** The one argument of the measuring process, as JSON. */
export interface CreatingJob {
  /** Entry of the built library. */
  readonly entry: string;
  readonly creation: Creation;
  /** Measurements of each contender; absent: as many as steady the medians. */
  readonly rounds?: number;
}

/** What it prints as JSON. */
export type CreatingResult = readonly Row[];
