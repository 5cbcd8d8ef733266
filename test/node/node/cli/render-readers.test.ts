/** The block of the card on readers. */
import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { renderReaders } from "../../../../src/node/cli/render-readers.js";
import { displayWidth } from "../../../../src/node/cli/text-layout.js";
import type { ReaderVerdict } from "../../../../src/readers/reader.js";

const verdict = (name: string, changes: Partial<ReaderVerdict> = {}): ReaderVerdict => ({
  id: "java-17",
  name,
  evidence: "measured",
  reference: "Somewhere",
  opens: true,
  refusals: [],
  ...changes,
});
const refusal = (name: string, ...messages: readonly string[]): ReaderVerdict =>
  verdict(name, { opens: false, refusals: messages.map((message) => ({ at: "macData", message })) });
const render = (readers: readonly ReaderVerdict[], width = 80): string =>
  renderReaders(readers, { colors: pc.createColors(false), width });

describe("renderReaders", () => {
  it("lists who opens the file, then who does not and why, each with its evidence", () => {
    const readers = [
      verdict("Java 17"),
      verdict("Windows", { evidence: "documented" }),
      verdict("Java 25"),
      refusal("OpenSSL 3.0", "It is so."),
    ];
    expect(render(readers)).toBe(`  Where else it opens
    yes  Java 17, Java 25 (measured); Windows (documented)
    no   OpenSSL 3.0 (measured): macData: It is so.`);
  });

  it("puts readers with the same reasons together", () => {
    const readers = [refusal("a", "One."), refusal("b", "Two."), refusal("c", "One.")];
    expect(render(readers)).toBe(`  Where else it opens
    no   a, c (measured): macData: One.
         b (measured): macData: Two.`);
  });

  it("gives the first reasons", () => {
    expect(render([refusal("a", "One.", "Two.", "Three.", "Four.")])).toMatch(
      /macData: One\. macData: Two\. And 2 more\.$/,
    );
  });

  it("says nothing where nobody can say", () => {
    expect(render([verdict("a", { opens: null })])).toBe("");
    expect(render([])).toBe("");
  });

  it("wraps at the width, and lets no control character through", () => {
    const block = render(
      [verdict("a\u001b[2J"), refusal("b", "This is a sentence that is longer than forty columns.")],
      40,
    );
    expect(block.split("\n").every((line) => displayWidth(line) <= 40)).toBe(true);
    expect(block).not.toContain("\u001b");
  });

  it("paints the answers", () => {
    const colored = renderReaders([verdict("a"), refusal("b", "One.")], { colors: pc.createColors(true), width: 80 });
    expect(colored).toContain("\u001b[32myes\u001b[39m");
    expect(colored).toContain("\u001b[31mno\u001b[39m");
  });
});
