/** Seeded misfortune: answers that get lost, and servers that fail before or after they did what was asked for. */
import { seededNumbers } from "./seeded.js";

/** How often what goes wrong: shares of all requests, from 0 to 1, together at most 1; each 0 by default. */
export interface ChaosOptions {
  /** Decides which requests are hit; default 1. */
  readonly seed?: number | undefined;
  /** The request is carried out and its answer never arrives. */
  readonly lostResponse?: number | undefined;
  /** A 5xx answer, and nothing is carried out. */
  readonly errorBefore?: number | undefined;
  /** A 5xx answer, although the request is carried out. */
  readonly errorAfter?: number | undefined;
}

/** The statuses of failing servers for which the table of errors has a body. */
export type ChaosStatus = 500 | 503;

/** What becomes of one request. */
export type Misfortune =
  | { readonly kind: "none" }
  | { readonly kind: "lost-response" }
  | { readonly kind: "error-before" | "error-after"; readonly status: ChaosStatus };

/** The answer was lost on its way: what a `fetch` rejects with. A server closes the connection instead of answering. */
export class LostResponseError extends TypeError {
  override readonly name = "LostResponseError";

  constructor() {
    super("the connection broke before an answer came");
  }
}

/**
 * The fate of one request after the other: the nth is the same for the same options.
 * @throws {RangeError} naming the rate
 */
export function createChaos(options: ChaosOptions = {}): () => Misfortune {
  const { seed = 1, lostResponse = 0, errorBefore = 0, errorAfter = 0 } = options;
  for (const [name, rate] of Object.entries({ lostResponse, errorBefore, errorAfter })) {
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`"chaos.${name}" expected a number from 0 to 1, got ${rate}`);
  }
  const total = lostResponse + errorBefore + errorAfter;
  if (total > 1) throw new RangeError(`"chaos" expected rates of at most 1 together, got ${total}`);
  const fates = seededNumbers(seed, "chaos");
  return () => {
    // Both are drawn every time, so that a rate more or less does not shift what follows.
    const fate = fates();
    const status = fates() < 0.5 ? 500 : 503;
    if (fate < lostResponse) return { kind: "lost-response" };
    if (fate < lostResponse + errorBefore) return { kind: "error-before", status };
    return fate < total ? { kind: "error-after", status } : { kind: "none" };
  };
}
