import { describe, expect, it } from "vitest";
import { pointerTo, valueAt } from "../../../../src/contract/validation/json-pointer.js";

describe("pointerTo and valueAt", () => {
  it("lead to a member or an item, whatever its name", () => {
    const json = { "a/b~c": [{ "": 7 }] };
    const pointer = pointerTo(pointerTo(pointerTo("", "a/b~c"), 0), "");
    expect(pointer).toBe("/a~1b~0c/0/");
    expect(valueAt(json, pointer)).toBe(7);
    expect(valueAt(json, "")).toBe(json);
  });

  it("lead nowhere where there is nothing, and not into prototypes", () => {
    expect([valueAt({}, "/a"), valueAt("text", "/length"), valueAt([], "/map"), valueAt(null, "/a")]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
