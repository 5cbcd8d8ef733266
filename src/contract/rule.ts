/** A rule of the contract: what it says, what it rests on, and how exchanges are held against it. */
import type { Exchange } from "./exchange.js";
import type { Expected } from "./model/expected.js";

/**
 * How a rule is known. `csdl`: the published metadata. `doc-text`, `doc-example`: the documentation. `odata`: the
 * standard. `crypto`: what the bytes say. `third-party`: seen by others on the wire. `design`: what a careful client needs.
 * `observation`: nobody has documented it. `hypothesis`: part of it is likely
 * and not verified; only a mock fails for that part.
 */
export type Evidence =
  | "csdl"
  | "doc-text"
  | "doc-example"
  | "odata"
  | "crypto"
  | "third-party"
  | "design"
  | "observation"
  | "hypothesis";

/** What a rule finds of one thing that it looked at. */
export interface RuleResult {
  readonly status: "pass" | "fail" | "observation";
  /** Of the contract; `other` for requests that it does not know. */
  readonly operation: string;
  /** JSON pointer (RFC 6901) into the answer's body, or `header:` and a name. */
  readonly pointer: string;
  /** Plain JSON, never a secret. */
  readonly expected: unknown;
  /** As `expected`. */
  readonly actual: unknown;
  /** What it was found in, the exchange at fault last. */
  readonly exchanges: readonly Exchange[];
  /** What it states rests on a hypothesis: a mock is held to it, of others it is noted. */
  readonly isSupposed?: boolean | undefined;
}

/** One rule. */
export interface Rule {
  /** A letter for the group and a number: `S6`. */
  readonly id: string;
  readonly title: string;
  readonly evidence: readonly Evidence[];
  /** Where to read it. */
  readonly source: string;
  /** The operations that it looks at; empty for all. */
  readonly operations: readonly string[];
  /** Judges traffic in the order in which it was sent. Pure: the same for the same exchanges. */
  readonly check: (exchanges: readonly Exchange[], expected: Expected) => readonly RuleResult[];
}
