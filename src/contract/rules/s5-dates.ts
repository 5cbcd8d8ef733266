/** S5: when the certificate begins and ends. */
import { parseDateTime, toTicks, toWholeSeconds } from "../../graph/date-time.js";
import { addYears } from "../../x509/calendar.js";
import { equals, holds, observed } from "../judge.js";
import type { Minting } from "../model/minting.js";
import { mintings } from "../model/minting.js";
import type { Rule, RuleResult } from "../rule.js";

/** Clocks differ, and answers take their time. */
const SKEW_MS = 300_000;
/** The one certificate of the action that was decoded begins so much before it was made. */
const EARLIEST_MS = 600_000 + 1_000;
const MOST_YEARS = 3;

export const dates: Rule = {
  id: "S5",
  title: "It begins now and ends as asked, at most and by default three years later; the certificate says the same",
  evidence: ["doc-text", "crypto"],
  source: "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate (endDateTime)",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.addTokenSigningCertificateByAppId"],
  check: (exchanges, expected) => mintings(exchanges, expected).flatMap(judge),
};

function judge({ exchange, asked, answer, reading }: Minting): RuleResult[] {
  const start = instant(answer["startDateTime"]);
  const end = instant(answer["endDateTime"]);
  if (start === undefined || end === undefined) {
    return [
      holds(false, [exchange], "/endDateTime", "two dates", {
        start: answer["startDateTime"],
        end: answer["endDateTime"],
      }),
    ];
  }
  const isNow = start >= exchange.sentAt - SKEW_MS && start <= exchange.receivedAt + SKEW_MS;
  const latest = addYears(new Date(start), MOST_YEARS).getTime();
  const wanted = instant(asked["endDateTime"]);
  const found = [
    holds(isNow, [exchange], "/startDateTime", new Date(exchange.sentAt).toISOString(), answer["startDateTime"]),
    holds(
      start <= end && end <= latest + 1_000,
      [exchange],
      "/endDateTime",
      "at most three years from the start",
      answer["endDateTime"],
    ),
    wanted === undefined
      ? holds(
          Math.abs(end - latest) <= 1_000,
          [exchange],
          "/endDateTime",
          new Date(latest).toISOString(),
          answer["endDateTime"],
        )
      : equals([exchange], "/endDateTime", new Date(wanted).toISOString(), new Date(end).toISOString()),
  ];
  if (!reading.isReadable) return found;
  const { notBefore, notAfter } = reading.certificate;
  const endSecond = toWholeSeconds(toTicks(new Date(end))).toISOString();
  const before = notBefore.getTime();
  return [
    ...found,
    equals([exchange], "/key", endSecond, notAfter.toISOString()),
    holds(
      before <= start && before >= start - EARLIEST_MS,
      [exchange],
      "/key",
      "notBefore at or up to 10 minutes before startDateTime",
      notBefore.toISOString(),
    ),
    observed(
      [exchange],
      "/key",
      "how many seconds before startDateTime is notBefore?",
      Math.round((start - before) / 1000),
    ),
  ];
}

/** Milliseconds; the finer digits do not matter here. */
function instant(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  try {
    return Number(parseDateTime(value, "date").ticks / 10_000n);
  } catch {
    return undefined;
  }
}
