import { expect, it } from "vitest";
import { formatDate, readDateTime } from "../../../src/audit/date-time.js";

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

it("writes whole seconds in UTC", () => {
  expect(formatDate(new Date("2024-01-11T15:31:26.999+01:00"))).toBe("2024-01-11T14:31:26Z");
});
