import { describe, expect, it } from "vitest";
import { chooseEndDateTime } from "../../../src/graph/end-date-time.js";

const NOW = new Date("2026-01-01T12:00:00.5Z");

const refusal = (code: string): unknown => expect.objectContaining({ name: "MalformedError", code, at: "endDateTime" });

describe("chooseEndDateTime", () => {
  it("is three calendar years from now by default, with seven digits", () => {
    expect(chooseEndDateTime(undefined, NOW).text).toBe("2029-01-01T12:00:00.5000000Z");
  });

  it.each([
    ["2024-02-29T06:00:00Z", "2027-02-28T06:00:00.0000000Z"],
    ["2096-02-29T06:00:00Z", "2099-02-28T06:00:00.0000000Z"],
    ["2025-03-01T00:00:00Z", "2028-03-01T00:00:00.0000000Z"],
    ["2025-02-28T00:00:00Z", "2028-02-28T00:00:00.0000000Z"],
  ])("from %s is until %s", (now, end) => {
    expect(chooseEndDateTime(undefined, new Date(now)).text).toBe(end);
  });

  it("is as it was given, in UTC", () => {
    expect(chooseEndDateTime("2027-01-25T01:00:00.25+01:00", NOW).text).toBe("2027-01-25T00:00:00.25Z");
  });

  it.each(["2029-01-01T12:00:00.5Z", "2029-01-01T13:00:00.5000000+01:00", "2026-01-01T12:00:00.5000001Z"])(
    "takes %s, at a limit",
    (end) => {
      expect(() => chooseEndDateTime(end, NOW)).not.toThrow();
    },
  );

  it.each(["2029-01-01T12:00:00.5000001Z", "2029-01-02T00:00:00Z", "9999-12-31T23:59:59Z"])(
    "refuses %s as too long",
    (end) => {
      expect(() => chooseEndDateTime(end, NOW)).toThrow(refusal("ERR_GRAPH_END_DATE_TIME_LIFETIME"));
    },
  );

  it("refuses 1 March where three years from 29 February are over", () => {
    const now = new Date("2024-02-29T00:00:00Z");
    expect(() => chooseEndDateTime("2027-03-01T00:00:00Z", now)).toThrow(refusal("ERR_GRAPH_END_DATE_TIME_LIFETIME"));
    expect(chooseEndDateTime("2027-02-28T00:00:00Z", now).text).toBe("2027-02-28T00:00:00Z");
  });

  it.each(["2026-01-01T12:00:00.5Z", "2026-01-01T12:00:00.4999999Z", "2026-01-01T13:00:00+01:00", "0001-01-01T00:00Z"])(
    "refuses %s as past",
    (end) => {
      expect(() => chooseEndDateTime(end, NOW)).toThrow(refusal("ERR_GRAPH_END_DATE_TIME_PAST"));
    },
  );

  it("refuses what is no date", () => {
    expect(() => chooseEndDateTime("tomorrow", NOW)).toThrow(refusal("ERR_GRAPH_DATE_TIME"));
    expect(() => chooseEndDateTime(1 as unknown as string, NOW)).toThrow(TypeError);
  });
});
