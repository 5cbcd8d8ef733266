import { expect, it } from "vitest";
import { countCharacters } from "../../../../src/contract/validation/characters.js";

it("counts characters, of which some are two UTF-16 units", () => {
  expect(["", "abc", "😀", "é", "a\u{1F511}b"].map(countCharacters)).toEqual([0, 3, 1, 1, 3]);
});
