/** Why there is nothing to say: not a slow program but a missing one. */

/** Something that the bench takes is not on this machine; the message says what, and what to do. */
export class CannotMeasureError extends Error {
  override readonly name = "CannotMeasureError";
}
