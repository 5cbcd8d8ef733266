import { retryAfter } from "../../../../src/contract/rules/t3-retry-after.js";
import { CONNECTOR, connector, error, get, readConnector } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const pointer = "header:retry-after";
const throttled = (text?: string, at = 0, took = 0) =>
  get(CONNECTOR, error("TooManyRequests"), {
    status: 429,
    at,
    took,
    headers: text === undefined ? {} : { "retry-after": text },
  });
const again = (at: number) => get(CONNECTOR, connector(), { at });

ruleCases(retryAfter, {
  catches: [
    ["429 without Retry-After", [throttled()], { pointer, expected: "seconds or a date", actual: null }],
    ["what is neither seconds nor a date", [throttled("soon")], { pointer, actual: "soon" }],
    ["a client that comes too early", [throttled("10"), again(5_000)], { pointer, expected: 10_000, actual: 5_000 }],
  ],
  passes: [
    ["a client that waits", [throttled("10"), again(10_000)]],
    ["a fraction of a second", [throttled("2.128"), again(2_128)]],
    ["a date", [throttled("Mon, 01 Jun 2026 00:00:10 GMT"), again(10_000)]],
    ["a request that was under way before", [throttled("10", 0, 500), again(100), again(10_500)]],
    ["another address", [throttled("10"), get("/identity/apiConnectors", { value: [] }, { at: 1 })]],
  ],
  ignores: [["who is not throttled", [readConnector()]]],
});
