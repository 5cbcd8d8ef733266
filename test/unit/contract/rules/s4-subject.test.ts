import { subject } from "../../../../src/contract/rules/s4-subject.js";
import { MINT, minted, post } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const mint = (asked: object, more: object = {}) => [post(MINT, asked, minted(more))];
const long = `CN=${"x".repeat(70)}`;

ruleCases(subject, {
  catches: [
    [
      "another name in the answer",
      mint({ displayName: "CN=Contoso SSO" }, { displayName: "CN=x" }),
      { pointer: "/displayName", expected: "CN=Contoso SSO", actual: "CN=x" },
    ],
    [
      "another name in the certificate",
      mint({ displayName: "CN=Other" }, { displayName: "CN=Other" }),
      { pointer: "/key", expected: "Other", actual: "Contoso SSO" },
    ],
  ],
  passes: [
    ["the name that was asked for", mint({ displayName: "CN=Contoso SSO" })],
    ["a name of the service's own where none was asked for", mint({})],
    [
      "a name with escapes, of which only the answer is judged",
      mint({ displayName: "CN=a\\,b" }, { displayName: "CN=a\\,b" }),
    ],
  ],
  ignores: [
    ["lower case cn=", mint({ displayName: "cn=contoso" }, { displayName: "CN=contoso" })],
    ["names that are too long", mint({ displayName: long }, { displayName: long.slice(0, 64) })],
  ],
});
