/** How well a statement is founded. */

/**
 * In a standard, in the documentation of whoever made the thing, in what third parties observed, or a conclusion that
 * nobody has verified.
 */
export type Evidence = "standard" | "documented" | "third-party" | "hypothesis";
