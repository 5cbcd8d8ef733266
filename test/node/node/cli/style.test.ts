/** Where there are colours. */
import { describe, expect, it } from "vitest";
import { styleOf } from "../../../../src/node/cli/style.js";

const output = (isTerminal: boolean, columns = 80) => ({ isTerminal, columns, write: () => {} });

describe("styleOf", () => {
  it.each([
    ["a terminal", true, {}, true, true],
    ["no terminal", false, {}, true, false],
    ["--no-color", true, { FORCE_COLOR: "1" }, false, false],
    ["NO_COLOR", true, { NO_COLOR: "1" }, true, false],
    ["an empty NO_COLOR", true, { NO_COLOR: "" }, true, true],
    ["NO_COLOR and FORCE_COLOR", true, { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    ["FORCE_COLOR", false, { FORCE_COLOR: "1" }, true, true],
    ["FORCE_COLOR=0", true, { FORCE_COLOR: "0" }, true, false],
    ["a terminal that knows none", true, { TERM: "dumb" }, true, false],
    ["CI without a terminal", false, { CI: "true" }, true, false],
  ])("%s", (_, isTerminal, environment, isWanted, isColored) => {
    const { colors } = styleOf(output(isTerminal), { environment }, isWanted);
    expect(colors.red("x") !== "x").toBe(isColored);
  });

  it("takes the width of the terminal, but not less than labels need", () => {
    expect(styleOf(output(true, 132), { environment: {} }, true).width).toBe(132);
    expect(styleOf(output(true, 10), { environment: {} }, true).width).toBe(40);
  });
});
