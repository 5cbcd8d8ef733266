/** Columns of text: the first to the left, numbers to the right. */

/** A cell, or one that takes the rest of its line and widens no column. */
export type Cell = string | { readonly rest: string };

const GAP = "  ";

/** The lines of a table; cells hold no line breaks, and no control characters that have a width of none. */
export function layTable(rows: readonly (readonly Cell[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      if (typeof cell === "string") widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => {
        if (typeof cell !== "string") return cell.rest;
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join(GAP)
      .trimEnd(),
  );
}
