/** Microsoft's own examples and garbage: what the published document says about them, and what the corrected one says. */
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../tools/generate-spec/corrections.js";
import { normalised, readExample, translated } from "./documents.js";
import type { Exchange } from "./judge.js";
import { createJudge } from "./judge.js";

interface Verdicts {
  readonly valid: readonly (Exchange & { readonly raw: Verdict; readonly source: string })[];
  readonly invalid: readonly (Exchange & { readonly raw: Verdict; readonly why: string })[];
}

const { valid, invalid } = readExample("verdicts.json") as unknown as Verdicts;
const before = createJudge(translated);
const after = createJudge(normalised);

describe("documented examples", () => {
  it.each(valid)("$operationId $status $file: corrected accepts, published $raw", (exchange) => {
    expect(after(exchange)).toBe("accepts");
    expect(before(exchange)).toBe(exchange.raw);
  });

  it("are rejected by the published document as long as their @odata.type or their base64 matters", () => {
    expect(valid.filter(({ raw }) => raw === "rejects").length).toBeGreaterThan(valid.length / 2);
  });
});

describe("garbage", () => {
  it.each(invalid)("$why: corrected rejects, published $raw", (exchange) => {
    expect(after(exchange)).toBe("rejects");
    expect(before(exchange)).toBe(exchange.raw);
  });
});
