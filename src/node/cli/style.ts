/** How text for people looks: the width of its lines and whether there are colours. */
import pc from "picocolors";
import type { Host, Output } from "./host.js";

/** Colours that do nothing where there are none, and the width. */
export interface Style {
  readonly colors: ReturnType<typeof pc.createColors>;
  /** Characters in a line. */
  readonly width: number;
}

/** Narrower terminals wrap by themselves: the labels alone need half of this. */
const MIN_WIDTH = 40;

/** The style of an output: no colours with `--no-color`, NO_COLOR (no-color.org), or where there is no terminal. */
export function styleOf(
  output: Pick<Output, "isTerminal" | "columns">,
  { environment }: Pick<Host, "environment">,
  isColorWanted: boolean,
): Style {
  const isColored = isColorWanted && chooseColors(environment, output.isTerminal);
  return { colors: pc.createColors(isColored), width: Math.max(output.columns, MIN_WIDTH) };
}

/** picocolors itself would also colour under CI and on Windows, where the output may be a file. */
function chooseColors(environment: Host["environment"], isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}
