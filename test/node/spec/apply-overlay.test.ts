/** Overlay 1.0 semantics of our own implementation, action by action. */
import { describe, expect, it } from "vitest";
import type { OverlayAction } from "../../../tools/generate-spec/apply-overlay.js";
import { applyOverlay } from "../../../tools/generate-spec/apply-overlay.js";
import type { JsonObject } from "../../../tools/slice-openapi/json.js";

const document: JsonObject = { a: { list: [1, 2, 1], deep: { x: 1 } }, b: { deep: { x: 2, y: [true] } } };

const applied = (...actions: OverlayAction[]): JsonObject => applyOverlay(document, actions).document;

describe("applyOverlay", () => {
  it("merges members of objects, appends to arrays, replaces the rest", () => {
    const update = { x: "new", y: [false], z: {} };
    expect(applied({ target: "$.*.deep", update })).toEqual({
      a: { list: [1, 2, 1], deep: { x: "new", y: [false], z: {} } },
      b: { deep: { x: "new", y: [true, false], z: {} } },
    });
  });

  it("removes members, and all of several elements of an array", () => {
    expect(applied({ target: "$.b", remove: true }, { target: "$.a.list[?(@ == 1)]", remove: true })).toEqual({
      a: { list: [2], deep: { x: 1 } },
    });
  });

  it("applies an action to what the ones before it have left", () => {
    const update = { c: { x: 3 } };
    expect(applied({ target: "$", update }, { target: "$..[?(@.x == 3)].x", remove: true })["c"]).toEqual({});
  });

  it("leaves the document itself alone", () => {
    const before = JSON.stringify(document);
    applied({ target: "$.a", remove: true });
    expect(JSON.stringify(document)).toBe(before);
  });

  it("gives every match a copy of the update", () => {
    const shared = applied({ target: "$.*.deep", update: { s: { n: 1 } } }, { target: "$.a.deep.s", update: { n: 2 } });
    expect(shared).toMatchObject({ a: { deep: { s: { n: 2 } } }, b: { deep: { s: { n: 1 } } } });
  });

  it("says what each action met", () => {
    const { effects } = applyOverlay(document, [
      { target: "$.nobody", remove: true },
      { target: "$.*.deep", update: {} },
      { target: "$.a.deep", update: { x: 5 } },
    ]);
    expect(effects).toEqual([
      { matches: 0, hasChanged: false },
      { matches: 2, hasChanged: false },
      { matches: 1, hasChanged: true },
    ]);
  });

  it("refuses a target that is no JSONPath, and to update what is no object", () => {
    expect(() => applied({ target: "a.b", remove: true })).toThrow();
    expect(() => applied({ target: "$.a.list", update: {} })).toThrow("selects what is no object");
  });
});
