import { expect, it } from "vitest";
import { addYears, formatDate, readDateTime } from "../../../src/audit/date-time.js";

it.each([
  ["2024-01-11T15:31:26Z", "2024-01-11T15:31:26.000Z"],
  ["2024-01-11T15:31:26.1234567Z", "2024-01-11T15:31:26.123Z"],
  ["2024-01-11T15:31:26.9999999Z", "2024-01-11T15:31:26.999Z"],
  ["2024-01-11T15:31:26.5Z", "2024-01-11T15:31:26.500Z"],
  ["2024-01-11T15:31:26.1234567+02:00", "2024-01-11T13:31:26.123Z"],
  ["2024-01-11t15:31:26z", "2024-01-11T15:31:26.000Z"],
])("reads %s", (text, expected) => {
  expect(readDateTime(text)?.toISOString()).toBe(expected);
});

it.each([[null], [undefined], [""], ["2024-01-11"], ["2024-01-11T15:31:26"], ["2024-13-11T15:31:26Z"], ["11.01.2024"]])(
  "has nothing for %s",
  (text) => {
    expect(readDateTime(text)).toBeUndefined();
  },
);

it("adds calendar years, to 28 February where the year has no 29th", () => {
  expect(formatDate(addYears(new Date("2024-02-29T12:00:00Z"), 3))).toBe("2027-02-28T12:00:00Z");
  expect(formatDate(addYears(new Date("2024-02-29T12:00:00Z"), 4))).toBe("2028-02-29T12:00:00Z");
  expect(formatDate(addYears(new Date("2023-08-07T16:50:06Z"), 3))).toBe("2026-08-07T16:50:06Z");
});
