/** Prints a line into the run's output: what a reader of the log must know although nothing failed. */
export function announce(line: string): void {
  console.info(line);
}
