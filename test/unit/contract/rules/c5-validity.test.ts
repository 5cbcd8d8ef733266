import { validity } from "../../../../src/contract/rules/c5-validity.js";
import { connector, entry, get, pooled, post, readConnector, seconds, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const at = "/authenticationConfiguration/certificateList/0";
const list = (notBefore: unknown, notAfter: unknown) => readConnector([entry(0, { notBefore, notAfter })]);
const [from, to] = [seconds("2026-01-01T00:00:00Z"), seconds("2029-01-01T00:00:00Z")];
const upload = (more: object) => post(UPLOAD, pooled(0).file, connector([entry(0, { ...more })]));

ruleCases(validity, {
  catches: [
    [
      "milliseconds",
      [list(from * 1000, to * 1000)],
      { pointer: at, actual: { notBefore: from * 1000, notAfter: to * 1000 } },
    ],
    ["the two swapped", [list(to, from)], { pointer: at }],
    [
      "texts",
      [get("/identity/apiConnectors", { value: [connector([entry(0, { notBefore: "1" })])] })],
      { pointer: `/value/0${at}` },
    ],
    ["a fraction", [list(from + 0.5, to)], { pointer: at }],
    [
      "an hour of a time zone",
      [upload({ notBefore: from + 3600 })],
      { pointer: `${at}/notBefore`, expected: from, actual: from + 3600 },
    ],
  ],
  passes: [
    ["the dates of the file", [upload({})]],
    ["a beginning at exactly 1e11 seconds, in 5138", [list(1e11, 1e11 + 1)]],
    ["the end of 9999, which means no end (RFC 5280 section 4.1.2.5)", [list(0, 253_402_300_799)]],
    ["a certificate from before 1970", [list(-86_400, 0)]],
  ],
  ignores: [["a password", [readConnector()]]],
});
