/** The way in which handlers say no: thrown, so that nothing that comes later happens. */
import type { ErrorRow } from "./error-row.js";
import type { ErrorId } from "./errors.js";
import { ERRORS } from "./errors.js";

/** More than a row of the table says. */
export interface RefusalDetails {
  readonly headers?: Readonly<Record<string, string>>;
  /** Members beside code, message and innerError, such as `details`. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Members of innerError beside its three. */
  readonly inner?: Readonly<Record<string, unknown>>;
}

/** A row of the table of errors, filled in; becomes the answer. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly id: ErrorId;
  readonly row: ErrorRow;
  readonly details: RefusalDetails;

  constructor(id: ErrorId, words: readonly string[], details: RefusalDetails) {
    super(fill(ERRORS[id].message, words));
    this.id = id;
    this.row = ERRORS[id];
    this.details = details;
  }
}

/**
 * A refusal to throw.
 * @param words - what stands for `{0}` and `{1}`; cut to 200 characters each. Never a secret.
 */
export function refuse(id: ErrorId, words: readonly string[] = [], details: RefusalDetails = {}): Refusal {
  return new Refusal(id, words, details);
}

function fill(message: string, words: readonly string[]): string {
  return message.replace(/\{(\d)\}/g, (_, index: string) => (words[Number(index)] ?? "").slice(0, 200));
}
