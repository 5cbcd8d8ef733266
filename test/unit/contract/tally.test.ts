import { describe, expect, it } from "vitest";
import { openDeviations } from "../../../src/contract/deviations.js";
import { equals, supposed } from "../../../src/contract/judge.js";
import type { RuleResult } from "../../../src/contract/rule.js";
import { location } from "../../../src/contract/rules/e11-location.js";
import type { Mode } from "../../../src/contract/scenario.js";
import { createTally } from "../../../src/contract/tally.js";

const tallyOf = (mode?: Mode) => createTally([location], openDeviations([], 0), mode);
const statuses = (result: RuleResult, mode?: Mode) =>
  [...tallyOf(mode).add("", [{ rule: location, result }])].map(({ status }) => status);

describe("createTally", () => {
  const guess = supposed(false, [], "header:location", "an address", null);

  it("fails a mock for what is only supposed, and notes it of anybody else", () => {
    expect(statuses(guess, "mock")).toEqual(["fail"]);
    expect([statuses(guess, "live"), statuses(guess, "read-only"), statuses(guess)].flat()).toEqual([
      "observation",
      "observation",
      "observation",
    ]);
    expect(tallyOf("mock").isNews(location, guess)).toBe(true);
    expect(tallyOf("live").isNews(location, guess)).toBe(false);
  });

  it("fails anybody for what is documented", () => {
    const documented = equals([], "status", 201, 200);
    expect([statuses(documented, "mock"), statuses(documented, "live")].flat()).toEqual(["fail", "fail"]);
  });

  it("tells a finding once, whichever entry of a list has it", () => {
    const tally = tallyOf("mock");
    const at = (pointer: string) => ({ rule: location, result: equals([], pointer, 1, 2) });
    expect([...tally.add("", [at("/value/0/id"), at("/value/7/id"), at("/value/0/name")])]).toHaveLength(2);
    expect([...tally.finish(undefined)]).toEqual([]);
  });
});
