/** What a handler is given and what it gives back. */

import type { CryptoProvider } from "../crypto/provider.js";
import type { RandomSource } from "../crypto/random.js";
import type { CloudId } from "../graph/clouds.js";
import type { FaultSet } from "./fault-set.js";
import type { Members } from "./members.js";
import type { Answer, RequestContext } from "./pipeline.js";
import type { Key } from "./router.js";
import type { ReadView, Store } from "./store.js";
import type { Undocumented } from "./undocumented.js";

/** What does not change from request to request. */
export interface Surroundings {
  readonly now: () => Date;
  readonly newId: () => string;
  readonly random: RandomSource;
  readonly provider: CryptoProvider;
  readonly cloud: CloudId;
  readonly undocumented: Undocumented;
  readonly faults: FaultSet;
  readonly objects: number;
}

/** One request on its way to its handler. */
export interface Call extends RequestContext, Omit<Surroundings, "now"> {
  readonly key: Key | undefined;
  /** The service root of the request's own host, such as `https://graph.microsoft.com/v1.0`. */
  readonly root: string;
  /** The state that this read sees. A write looks at the store that its step is given. */
  readonly view: ReadView;
  /** The body as an object; `{}` where there is none. */
  readonly body: Members;
}

/** The synchronous end of a request: reads the newest state, changes it, and says so. A thrown refusal changes nothing. */
export type Step = (store: Store) => Answer;

/**
 * Does what takes time (opening files, making keys) and returns the step that does the rest at once: between the step's
 * first and last line no other request runs.
 */
export type Handler = (call: Call) => Step | Promise<Step>;
