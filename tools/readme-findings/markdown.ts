/** Tables of Markdown, and the places in a document that they are written to. */

/** Means something in Markdown's tables and paragraphs (GFM sections 4.10 and 6). */
const SPECIAL = /[\\|*_`[\]<]/g;

/** One line of text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(SPECIAL, "\\$&");
}

/** A table; cells are Markdown already. */
export function toTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/**
 * Replaces what stands between `<!-- name -->` and `<!-- /name -->`.
 * @throws {Error} where the two are not there, once each and in this order
 */
export function replaceBlock(document: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before = "", inner, ...more] = document.split(begin);
  const [, after, ...rest] = inner?.split(end) ?? [];
  if (after === undefined || more.length > 0 || rest.length > 0 || before.includes(end)) {
    throw new Error(`the document needs ${begin} and ${end}, once each and in this order`);
  }
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}
