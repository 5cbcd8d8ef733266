/** What the guard of a run throws instead of sending. */
import { RunEndError } from "../session/run-end.js";

/** A request was about to touch something that is not this run's own. It has not been sent. */
export class ForeignWriteError extends RunEndError {
  override readonly name = "ForeignWriteError";
  readonly method: string;
  /** Without a query. */
  readonly url: string;

  /** @param reason - what is foreign about it */
  constructor(method: string, url: string, reason: string) {
    const address = url.replace(/[?#].*$/, "");
    super(`${method} ${address} was not sent: ${reason}`);
    this.method = method;
    this.url = address;
  }
}

/** The journal could not be written, so nothing may be made. */
export class JournalError extends RunEndError {
  override readonly name = "JournalError";

  constructor(cause: unknown) {
    super("the journal could not be written, so nothing more is made");
    this.cause = cause;
  }
}
