/** S5: when the certificate begins and ends. */
import { addYears } from "../../x509/calendar.js";
import { isBodyKnown } from "../exchange.js";
import { holds, observed, supposed } from "../judge.js";
import type { Minting } from "../model/minting.js";
import { mintings } from "../model/minting.js";
import { instant } from "../model/minting-fault.js";
import { serverTimes } from "../model/server-time.js";
import type { Rule, RuleResult } from "../rule.js";

/** Clocks differ, and answers take their time. */
const SKEW_MS = 300_000;
const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
/** The one certificate of the action that was decoded begins so much before it was made. */
const EARLIEST_MS = 600_000 + SECOND_MS;
const MOST_YEARS = 3;

export const dates: Rule = {
  id: "S5",
  title: "It begins now and ends as asked, at most and by default three years later; the certificate says the same",
  evidence: ["doc-text", "crypto", "hypothesis"],
  source:
    "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate (endDateTime); that the certificate has the same dates is supposed, after one that was decoded",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.addTokenSigningCertificateByAppId"],
  check: (exchanges, expected) =>
    mintings(exchanges, expected).flatMap((minting) => [...judgeAnswer(minting), ...judgeCertificate(minting)]),
};

const text = (ms: number): string => new Date(ms).toISOString();

function judgeAnswer({ exchange, asked, answer }: Minting): RuleResult[] {
  const { startDateTime, endDateTime } = answer;
  const [start, end] = [instant(startDateTime), instant(endDateTime)];
  if (start === undefined || end === undefined) {
    return [holds(false, [exchange], "/endDateTime", "two dates", { startDateTime, endDateTime })];
  }
  const { earliest, latest } = serverTimes(exchange);
  const isNow = start >= earliest - SKEW_MS && start <= latest + SKEW_MS;
  const [least, most] = threeYearsFrom(start);
  const wanted = instant(asked["endDateTime"]);
  const isDefault = (asked["endDateTime"] ?? null) === null && isBodyKnown(exchange.request);
  return [
    holds(isNow, [exchange], "/startDateTime", text(exchange.sentAt), startDateTime),
    holds(start <= end && end <= most, [exchange], "/endDateTime", "at most three years from the start", endDateTime),
    ...(isDefault ? [holds(end >= least && end <= most, [exchange], "/endDateTime", text(least), endDateTime)] : []),
    // Instants: offsets and digits may be others, and fractions of a second may go.
    ...(wanted === undefined
      ? []
      : [holds(Math.abs(end - wanted) < SECOND_MS, [exchange], "/endDateTime", text(wanted), endDateTime)]),
  ];
}

/** Between which instants they end: those of 29 February on the 28th or on 1 March. */
function threeYearsFrom(start: number): readonly [number, number] {
  const end = addYears(new Date(start), MOST_YEARS).getTime();
  const date = new Date(start);
  const slack = date.getUTCMonth() === 1 && date.getUTCDate() === 29 ? DAY_MS : SECOND_MS;
  return [end - slack, end + slack];
}

function judgeCertificate({ exchange, answer, reading }: Minting): RuleResult[] {
  const [start, end] = [instant(answer["startDateTime"]), instant(answer["endDateTime"])];
  if (!reading.isReadable || start === undefined || end === undefined) return [];
  const { notBefore, notAfter } = reading.certificate;
  const before = notBefore.getTime();
  const isEnd = Math.abs(end - notAfter.getTime()) < SECOND_MS;
  const isStart = before <= start && before >= start - EARLIEST_MS;
  const margin = "notBefore at or up to 10 minutes before startDateTime";
  const question = "how many seconds before startDateTime is notBefore?";
  return [
    supposed(isEnd, [exchange], "/key", text(end), notAfter.toISOString()),
    supposed(isStart, [exchange], "/key", margin, notBefore.toISOString()),
    observed([exchange], "/key", question, Math.round((start - before) / 1000)),
  ];
}
