/** What one request and the whole mock may hold. All are the mock's own choices: Graph documents none of them. */
import { refuse } from "./refusal.js";

/** Upper bounds. */
export interface MockLimits {
  /** Bytes of a request's body; beyond: 413. */
  readonly bodyBytes: number;
  /** Bytes of names and values of a request's headers; beyond: 431. */
  readonly headerBytes: number;
  /** Entities in all; one more: 403. */
  readonly objects: number;
}

/** 4 MiB hold any PFX, 32 KiB any token, a million entities any test. */
export const DEFAULT_MOCK_LIMITS: MockLimits = {
  bodyBytes: 4 * 1024 * 1024,
  headerBytes: 32 * 1024,
  objects: 1_000_000,
};

/**
 * Member of a request in which a server that has its headers as they came says how long they are at most: going through
 * `Headers` makes them of what came, which is a tenth of an answer's time behind a port.
 */
export const COUNTED_HEADER_BYTES: unique symbol = Symbol("counted header bytes");

/** A request that may have been counted. */
export type CountedRequest = Request & { [COUNTED_HEADER_BYTES]?: number };

/** Refuses headers beyond the limit. */
export function requireHeaderSize(request: CountedRequest, most: number): void {
  const counted = request[COUNTED_HEADER_BYTES];
  if (counted !== undefined && counted <= most) return;
  let size = 0;
  for (const [name, value] of request.headers) size += name.length + value.length;
  if (size > most) throw refuse("headersTooLarge", [String(most)]);
}
