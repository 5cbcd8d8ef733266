/** The result of measuring one thing. */
import type { Spread } from "./statistics.js";

/** A thing measured, or why it could not be, in one line. */
export type Row =
  | { readonly name: string; readonly spread: Spread }
  | { readonly name: string; readonly failure: string };

/** What the numbers of a row are. */
export type Unit = "ms" | "bytes";
