/** What came back of a request. */
import type { Members } from "./expected-state.js";

/** One answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** `{}` where there is no body. */
  readonly json: Members;
  /** When it was asked for, in milliseconds. */
  readonly now: number;
}
