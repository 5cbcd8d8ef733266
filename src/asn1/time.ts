/** UTCTime and GeneralizedTime (X.680 sections 46 and 47; profile: RFC 5280 section 4.1.2.5). */
import type { BerNode } from "./ber.js";
import { isUniversal, TAG, unexpected } from "./values.js";

const UTC_TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)(\d\d))$/;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(?:(\d\d)(?:(\d\d)(?:[.,]\d+)?)?)?(?:Z|([+-])(\d\d)(\d\d)|)$/;

/**
 * The instant that a Time names, in whole seconds. UTCTime years 50 to 99 are 1950 to 1999, 00 to 49 are 2000 to 2049.
 * Beyond RFC 5280's profile (seconds, `Z`) it takes what X.680 allows and old certificates hold: no seconds, an offset
 * from UTC; fractions are dropped, and a GeneralizedTime without a zone is read as UTC.
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED` for another type or a date that does not exist
 */
export function readTime(node: BerNode | undefined, at: string): Date {
  const isUtcTime = isUniversal(node, TAG.utcTime);
  if (node === undefined || !(isUtcTime || isUniversal(node, TAG.generalizedTime))) {
    throw unexpected(node, "a UTCTime or GeneralizedTime", at);
  }
  const text = String.fromCharCode(...node.content.subarray(0, 64));
  const match = (isUtcTime ? UTC_TIME : GENERALIZED_TIME).exec(text);
  if (match === null) throw unexpected(node, "a time", at);
  const [
    ,
    yearText = "",
    month = "",
    day = "",
    hour = "",
    minute = "00",
    second = "00",
    sign,
    offsetHour,
    offsetMinute,
  ] = match;
  const shortYear = Number(yearText);
  const year = isUtcTime ? shortYear + (shortYear < 50 ? 2000 : 1900) : shortYear;
  // An ISO string and not Date.UTC: it takes years below 100 as they are and refuses days that do not exist.
  const iso = `${String(year).padStart(4, "0")}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const time = Date.parse(iso);
  if (Number.isNaN(time) || new Date(time).getUTCDate() !== Number(day))
    throw unexpected(node, "a date that exists", at);
  const offsetMinutes = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * (sign === "-" ? -1 : 1);
  return new Date(time - offsetMinutes * 60_000);
}
