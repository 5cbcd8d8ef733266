import { describe, expect, it } from "vitest";
import { requireGuid } from "../../../src/graph/guid.js";

describe("requireGuid", () => {
  it.each(["93bc223f-7235-4b1d-beea-d66847531c49", "93BC223F-7235-4B1D-BEEA-D66847531C49"])("passes %s on", (guid) => {
    expect(requireGuid("id", guid)).toBe(guid);
  });

  it.each(["", "93bc223f72354b1dbeead66847531c49", "{93bc223f-7235-4b1d-beea-d66847531c49}", undefined, 7])(
    "refuses %j",
    (value) => {
      expect(() => requireGuid("id", value as string)).toThrow(TypeError);
      expect(() => requireGuid("id", value as string)).toThrow(/^"id" expected a GUID/);
    },
  );
});
