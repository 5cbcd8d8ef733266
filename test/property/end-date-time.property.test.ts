/** The calendar of endDateTime: three years are three years, and a date keeps its ticks in whatever zone it is written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDateTime, parseDateTime, toTicks, toWholeSeconds } from "../../src/graph/date-time.js";
import { chooseEndDateTime } from "../../src/graph/end-date-time.js";
import { addYears } from "../../src/x509/calendar.js";
import { settings } from "./settings.js";

const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(9996, 11, 31, 23, 59, 59, 999);
const DAY_MS = 86_400_000;

/** Any time, leap days as often as the rest together. */
const times = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }).map((ms) => new Date(ms)),
  fc
    .tuple(fc.integer({ min: 493, max: 2498 }), fc.integer({ min: 0, max: DAY_MS - 1 }))
    .map(([fourth, ms]) => new Date(Date.UTC(fourth * 4, 1, 29) + ms)),
);

describe("three calendar years", () => {
  it("have the same month, day and time but after 29 February", () => {
    fc.assert(
      fc.property(times, (now) => {
        const [before, after] = [now, addYears(now, 3)].map((date) => date.toISOString());
        const isLeapDay = before?.slice(5, 10) === "02-29";
        expect(Number(after?.slice(0, 4))).toBe(Number(before?.slice(0, 4)) + 3);
        expect(after?.slice(5)).toBe(isLeapDay ? `02-28${before?.slice(10)}` : before?.slice(5));
      }),
      settings(1000),
    );
  });

  it("are the latest end that is taken, to the tick", () => {
    fc.assert(
      fc.property(times, (now) => {
        const { ticks, text } = chooseEndDateTime(undefined, now);
        expect(chooseEndDateTime(text, now)).toEqual({ ticks, text });
        const beyond = text.replace("0Z", "1Z");
        expect(() => chooseEndDateTime(beyond, now)).toThrow(
          expect.objectContaining({ code: "ERR_GRAPH_END_DATE_TIME_LIFETIME" }),
        );
        expect(() => chooseEndDateTime(formatDateTime(now), now)).toThrow(
          expect.objectContaining({ code: "ERR_GRAPH_END_DATE_TIME_PAST" }),
        );
      }),
      settings(500),
    );
  });
});

describe("parseDateTime", () => {
  it("finds the same ticks in any zone, and writes them so that they are found again", () => {
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
    const fractions = fc.oneof(fc.constant(""), fc.stringMatching(/^\.\d{1,7}$/));
    fc.assert(
      fc.property(times, offsets, fractions, (time, offset, fraction) => {
        const utc = new Date(Math.floor(time.getTime() / 1000) * 1000);
        const local = new Date(utc.getTime() + offset * 60_000).toISOString().slice(0, 19);
        const digits = (value: number): string => String(value).padStart(2, "0");
        const minutes = Math.abs(offset);
        const zone = `${offset < 0 ? "-" : "+"}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
        fc.pre(/^\d{4}-/.test(local));
        const { ticks, text } = parseDateTime(`${local}${fraction}${zone}`, "at");
        expect(text).toBe(utc.toISOString().replace(".000Z", `${fraction}Z`));
        expect(parseDateTime(text, "at")).toEqual({ ticks, text });
        expect(ticks - toTicks(utc)).toBe(BigInt(fraction.slice(1).padEnd(7, "0")));
        expect(toWholeSeconds(ticks)).toEqual(utc);
      }),
      settings(1000),
    );
  });
});
