import { schema } from "../../../../src/contract/rules/e8-schema.js";
import { CONNECTOR, connector, entry, get, PRINCIPAL, principal } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const at = "/authenticationConfiguration/certificateList/0/notAfter";

ruleCases(schema, {
  catches: [
    [
      "a collection that is null",
      [get(PRINCIPAL, principal([], { keyCredentials: null }))],
      { pointer: "/keyCredentials" },
    ],
    ["int64 as text", [get(CONNECTOR, connector([entry(0, { notAfter: "1" })]))], { pointer: at }],
    ["a status that is not documented", [get(CONNECTOR, connector(), { status: 302 })], { actual: "status" }],
  ],
  passes: [
    ["empty collections", [get(PRINCIPAL, principal())]],
    ["null where it may be", [get(CONNECTOR, connector([], { authenticationConfiguration: null, displayName: null }))]],
    ["members that nobody declared", [get(CONNECTOR, connector([entry(0, { news: {} })], { news: [] }))]],
  ],
  ignores: [["what is no JSON", [get(CONNECTOR, "<html>", { status: 502 })]]],
});
