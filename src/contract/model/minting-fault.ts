/** Why a request of `addTokenSigningCertificate` must be refused. */
import { parseDateTime } from "../../graph/date-time.js";
import { addYears } from "../../x509/calendar.js";
import type { Exchange } from "../exchange.js";
import { toJson } from "../exchange.js";
import { serverTimes } from "./server-time.js";

/** Clocks differ: nothing is said of a date so close to now. */
const SKEW_MS = 300_000;
/** Three years from 29 February end on the 28th or on 1 March: nothing is said of so much more. */
const DAY_MS = 86_400_000;
const MOST_YEARS = 3;

/** A fault, and whether the documentation says so. */
export interface MintingFault {
  readonly text: string;
  readonly isSupposed: boolean;
}

/** `undefined` where it need not be refused, and for requests of anything else. */
export function faultOfMinting(exchange: Exchange): MintingFault | undefined {
  const { operationId = "", request } = exchange;
  if (!operationId.startsWith("servicePrincipal.addTokenSigningCertificate") || request.json === undefined) {
    return undefined;
  }
  const { displayName, endDateTime } = toJson(request.json);
  // Whether cn= is taken is not known.
  if (typeof displayName === "string" && !/^CN=/i.test(displayName)) {
    return { text: "displayName does not begin with CN=", isSupposed: false };
  }
  if (endDateTime === undefined || endDateTime === null) return undefined;
  const end = instant(endDateTime);
  if (end === undefined) return { text: "endDateTime is no date", isSupposed: false };
  const { earliest, latest } = serverTimes(exchange);
  if (end < earliest - SKEW_MS) return { text: "endDateTime is in the past", isSupposed: true };
  const most = addYears(new Date(latest), MOST_YEARS).getTime() + DAY_MS;
  return end > most ? { text: "endDateTime is beyond three years", isSupposed: false } : undefined;
}

/** Milliseconds of an `Edm.DateTimeOffset`; the finer digits are dropped. `undefined` for what is none. */
export function instant(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  try {
    return Number(parseDateTime(value, "date").ticks / 10_000n);
  } catch {
    return undefined;
  }
}
