/** Bounds that are met, missed, and not to be told. */
import { describe, expect, it } from "vitest";
import { judgeBound } from "../../../tools/bench/bounds.js";
import { EXIT_CODE, exitCodeOf } from "../../../tools/bench/exit-codes.js";
import { metBound, missedBound, openBound, rows } from "./sample-rows.js";

const judge = (bound: Parameters<typeof judgeBound>[0], cores = 2) => judgeBound(bound, rows, cores);

describe("judgeBound", () => {
  it("lets a ratio above the least pass", () => {
    expect(judge(metBound)).toMatchObject({ result: "met", value: 4.5 });
  });

  it("catches a ratio below the least, and says by how much", () => {
    const verdict = judge({ ...metBound, limit: { atLeast: 6 } });
    expect(verdict).toMatchObject({ result: "missed", value: 4.5, by: 0.25 });
  });

  it("lets a ratio below the most pass, and catches one above it", () => {
    const ratio = 2 / 1.5;
    expect(judge({ ...missedBound, limit: { atMost: 1.5 } })).toMatchObject({ result: "met", value: ratio });
    expect(judge(missedBound)).toMatchObject({ result: "missed", value: ratio, by: ratio - 1 });
  });

  it("counts the limit itself as met", () => {
    expect(judge({ ...metBound, limit: { atLeast: 4.5 } }).result).toBe("met");
    expect(judge({ quantity: { of: "ours" }, limit: { atMost: 2 } }).result).toBe("met");
  });

  it("judges a value alone, and how much one is above another", () => {
    expect(judge({ quantity: { of: "ours" }, limit: { atMost: 1.9 } })).toMatchObject({ result: "missed", value: 2 });
    const above = { quantity: { of: "ours", above: "native" } } as const;
    expect(judge({ ...above, limit: { atMost: 0.5 } })).toMatchObject({ result: "met", value: 0.5 });
    expect(judge({ ...above, limit: { atMost: 0.4 } })).toMatchObject({ result: "missed", value: 0.5 });
  });

  it("cannot tell of a row that could not be measured, or is not there", () => {
    expect(judge(openBound)).toMatchObject({
      result: "not measurable",
      reason: "other: cannot open it: unknown cipher",
    });
    const absent = { ...metBound, quantity: { of: "nobody", over: "ours" } };
    expect(judge(absent)).toMatchObject({ result: "not measurable", reason: "nobody was not measured" });
  });

  it("cannot tell on a machine with too few processors, whatever was measured there", () => {
    const bound = { ...metBound, cores: 2 };
    expect(judge(bound, 1)).toMatchObject({
      result: "not measurable",
      reason: "takes 2 processors, this machine has 1",
    });
    expect(judge(bound, 2).result).toBe("met");
  });
});

describe("exitCodeOf", () => {
  const [met, missed, open] = [judge(metBound), judge(missedBound), judge(openBound)];

  it.each([
    ["all are met", [met, met], EXIT_CODE.measured],
    ["there are none", [], EXIT_CODE.measured],
    ["one is missed", [met, missed], EXIT_CODE.missed],
    ["one is missed and one not measurable", [open, missed], EXIT_CODE.missed],
    ["one is not measurable: that is no pass", [met, open], EXIT_CODE.cannotMeasure],
  ])("with --check, where %s", (_, verdicts, code) => {
    expect(exitCodeOf(verdicts, true)).toBe(code);
  });

  it("without --check is 0 whatever was found", () => {
    expect(exitCodeOf([missed, open], false)).toBe(0);
  });
});
