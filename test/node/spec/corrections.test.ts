/** Every correction is proved by its example, and none is without effect. */
import { describe, expect, it } from "vitest";
import { applyOverlay } from "../../../tools/generate-spec/apply-overlay.js";
import { listCorrections, parseCorrections, uselessActions } from "../../../tools/generate-spec/corrections.js";
import { normalise } from "../../../tools/generate-spec/pipeline.js";
import { complaints, normalised, overlay, slice, translated } from "./documents.js";
import { createJudge, resolvePointer } from "./judge.js";

const actions = parseCorrections(overlay);
const corrections = listCorrections(actions);

/** The document with all corrections but one. */
function without(id: string): ReturnType<typeof applyOverlay>["document"] {
  return applyOverlay(
    translated,
    actions.filter(({ "x-correction": correction }) => correction.id !== id),
  ).document;
}

describe("corrections.overlay.yaml", () => {
  it("has nothing that matches nothing or is no longer needed", () => {
    expect(complaints).toEqual([]);
  });

  const judged = corrections.filter(({ example }) => example.pointer === undefined);
  it.each(judged)("$id: the example is judged wrongly before, rightly after", ({ example }) => {
    const { raw } = example;
    expect(raw).toMatch(/^(?:accepts|rejects)$/);
    expect(createJudge(translated)(example)).toBe(raw);
    expect(createJudge(normalised)(example)).toBe(raw === "accepts" ? "rejects" : "accepts");
  });

  it.each(judged)("$id: with all others but not this one the example is judged wrongly", ({ id, example }) => {
    expect(createJudge(without(id))(example)).toBe(example.raw);
  });

  const marks = corrections.filter(({ example }) => example.pointer !== undefined);
  it.each(marks)("$id: changes what stands at its pointer", ({ id, example }) => {
    const before = resolvePointer(without(id), example.pointer ?? "");
    const after = resolvePointer(normalised, example.pointer ?? "");
    expect([before === undefined, after === undefined].toSorted()).toEqual([false, true]);
  });
});

describe("the check of the overlay", () => {
  const action = (target: string, more: string): string =>
    `overlay: 1.0.0\nactions:\n  - target: ${target}\n    ${more}\n    x-correction: { id: a, reason: b, evidence: standard, source: c, example: { pointer: /x } }\n`;

  it("names an action whose target matches nothing", () => {
    const { complaints: found } = normalise(slice, action("$.components.schemas.nobody", "remove: true"));
    expect(found).toContain("a: nothing matches $.components.schemas.nobody");
  });

  it("names an action that changes nothing", () => {
    const { complaints: found } = normalise(slice, action("$.info", 'update: { version: "1.0.1" }'));
    expect(found).toContain("a: no longer needed, $.info is so already");
  });

  it("leaves an action alone that changes something", () => {
    const [one] = parseCorrections(action("$.info", 'update: { version: "2" }'));
    if (one === undefined) throw new Error("no action");
    expect(uselessActions([one], applyOverlay(normalised, [one]).effects)).toEqual([]);
  });

  it("names keywords that nobody downstream understands", () => {
    const text = action("$.components.schemas['microsoft.graph.addIn'].properties.type", "update: { not: {} }");
    expect(normalise(slice, text).complaints.join("\n")).toContain(
      "microsoft.graph.addIn.type: keyword not is not one of those that are understood",
    );
  });

  it.each([
    ["another version", "overlay: 1.1.0\nactions: []", "version 1.0.0"],
    ["no target", "overlay: 1.0.0\nactions: [{ remove: true, x-correction: { id: a } }]", "no target"],
    ["both", "overlay: 1.0.0\nactions: [{ target: $, remove: true, update: {}, x-correction: { id: a } }]", "or both"],
    [
      "no evidence",
      "overlay: 1.0.0\nactions: [{ target: $, remove: true, x-correction: { id: a, reason: b } }]",
      "lacks",
    ],
  ])("refuses %s", (_, text, message) => {
    expect(() => parseCorrections(text)).toThrow(message);
  });
});
