import { describe, expect, it } from "vitest";
import { addYears } from "../../../src/x509/calendar.js";

describe("addYears", () => {
  it.each([
    ["2026-01-01T12:00:00.500Z", 3, "2029-01-01T12:00:00.500Z"],
    ["2024-02-29T06:00:00.000Z", 3, "2027-02-28T06:00:00.000Z"],
    ["2096-02-29T06:00:00.000Z", 4, "2100-02-28T06:00:00.000Z"],
    ["2024-02-29T23:59:59.999Z", 4, "2028-02-29T23:59:59.999Z"],
    ["2025-02-28T00:00:00.000Z", 3, "2028-02-28T00:00:00.000Z"],
    ["2025-12-31T23:59:59.999Z", 1, "2026-12-31T23:59:59.999Z"],
    ["2024-02-29T00:00:00.000Z", 0, "2024-02-29T00:00:00.000Z"],
  ])("takes %s %i years on, to %s", (date, years, later) => {
    expect(addYears(new Date(date), years).toISOString()).toBe(later);
  });

  it("leaves the date that it counts from alone", () => {
    const date = new Date("2024-02-29T00:00:00Z");
    addYears(date, 3);
    expect(date.toISOString()).toBe("2024-02-29T00:00:00.000Z");
  });
});
