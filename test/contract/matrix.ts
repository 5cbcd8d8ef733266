/** The kill matrix as text: a line a fault, its rules behind it. */

/** Prints faults with the rules that found them, and how many faults each rule found. */
export function printMatrix(caught: ReadonlyMap<string, readonly string[]>, rules: readonly string[]): void {
  const width = Math.max(...[...caught.keys()].map((name) => name.length), 0);
  const lines = [...caught].map(([fault, found]) => {
    const named = rules.filter((rule) => found.includes(rule));
    return `${fault.padEnd(width)}  ${named.length === 0 ? "SURVIVED" : named.join(" ")}`;
  });
  const counts = rules.map((rule) => `${rule}:${[...caught.values()].filter((found) => found.includes(rule)).length}`);
  const killed = [...caught.values()].filter((found) => found.length > 0).length;
  process.stdout.write(
    `${lines.join("\n")}\n\nfaults found by each rule: ${counts.join(" ")}\n${killed} of ${caught.size} killed\n`,
  );
}
