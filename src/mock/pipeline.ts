/**
 * What can stand between a request and its handler: throttling, chaos, replicas that lag. Each is a {@link Stage} and knows
 * no handler; no handler knows a stage.
 */
import type { OperationId, Workload } from "./operations.js";
import type { RequestUrl } from "./request-url.js";
import type { Change, ReadView, Store } from "./store.js";

/** A request that has found its operation and may be carried out. */
export interface RequestContext {
  readonly request: Request;
  readonly url: RequestUrl;
  readonly operation: OperationId;
  /** Which of Graph's services answers: limits are counted for each apart. */
  readonly workload: Workload;
  /** Whether the operation changes anything. */
  readonly isWrite: boolean;
  /** The mock's clock at the arrival. */
  readonly now: Date;
  readonly requestId: string;
  /** The bearer token, not verified; `""` where none was asked for. */
  readonly token: string;
  /** True for a request out of a `$batch`. */
  readonly isInner: boolean;
}

/** An answer before it becomes a Response; `json` and `text` are never both there. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
}

/** In the place of an answer: the connection breaks and nobody sees one. */
export const LOST: unique symbol = Symbol("lost");

/** One thing in the way; the stages are asked in their order. All members may be missing. */
export interface Stage {
  /** Ends the request before its handler, the state untouched. A thrown refusal does so too. */
  readonly before?: (context: RequestContext) => Answer | typeof LOST | undefined;
  /** What this read sees instead of the store; the first stage that gives a view is taken. */
  readonly view?: (context: RequestContext, store: Store) => ReadView | undefined;
  /** Told of what a request has changed, after it is done and before it is answered; `now` is when it was done. */
  readonly committed?: (changes: readonly Change[], context: RequestContext) => void;
  /** Puts another answer in the place of the handler's, whose changes stay. */
  readonly after?: (context: RequestContext, answer: Answer) => Answer | typeof LOST | undefined;
  /** State of its own that `restore` invalidates. */
  readonly reset?: () => void;
}
