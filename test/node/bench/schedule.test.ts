/** Who is measured when. */
import { describe, expect, it } from "vitest";
import { planRounds, roundsWithin } from "../../../tools/bench/schedule.js";

const budget = { ms: 2_000, min: 3, max: 60 };

describe("roundsWithin", () => {
  it.each([
    ["what fits", 100, 20],
    ["no more than the most", 1, 60],
    ["the most for what takes no time at all", 0, 60],
    ["no fewer than the fewest", 8_000, 3],
  ])("gives %s", (_, estimate, rounds) => {
    expect(roundsWithin(estimate, budget)).toBe(rounds);
  });
});

describe("planRounds", () => {
  it("takes turns", () => {
    const rounds = planRounds(
      new Map([
        ["a", 2],
        ["b", 2],
        ["c", 2],
      ]),
    );
    expect(rounds.map((round) => round.join(""))).toEqual(["abc", "abc"]);
  });

  it("spreads those with fewer measurements over the whole time", () => {
    const rounds = planRounds(
      new Map([
        ["fast", 9],
        ["slow", 3],
      ]),
    );
    expect(rounds.map((round) => round.includes("slow"))).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it.each([
    [1, 60],
    [7, 60],
    [47, 60],
    [60, 60],
  ])("gives each as many as it should have: %i beside %i", (few, many) => {
    const all = planRounds(
      new Map([
        ["few", few],
        ["many", many],
      ]),
    ).flat();
    expect(all.filter((name) => name === "few")).toHaveLength(few);
    expect(all.filter((name) => name === "many")).toHaveLength(many);
  });

  it("plans nothing for nobody", () => {
    expect(planRounds(new Map())).toEqual([]);
  });
});
