/** What the bench and the process that measures tell each other. */
import type { Row } from "../row.js";

/** The one argument of the measuring process, as JSON. The password is in its environment. */
export interface Job {
  /** Entry of the built library. */
  readonly entry: string;
  readonly path: string;
  /** What everybody must find in the file. */
  readonly thumbprint: string;
  /** Measurements of each contender; absent: as many as fit a budget of time. */
  readonly rounds?: number;
}

/** What it prints as JSON. */
export type JobResult = readonly Row[];
