/** How well a statement is founded. */

/**
 * In a standard, in the documentation of whoever made the thing, seen when the thing itself was given this project's test
 * files, in what third parties observed, or a conclusion that nobody has verified.
 */
export type Evidence = "standard" | "documented" | "measured" | "third-party" | "hypothesis";
