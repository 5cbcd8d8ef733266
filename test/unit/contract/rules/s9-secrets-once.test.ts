import { secretsOnce } from "../../../../src/contract/rules/s9-secrets-once.js";
import { get, PRINCIPAL, post, principal, readPrincipal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const add = (answer: object) => [post(`${PRINCIPAL}/addPassword`, {}, answer)];
const leak = triple("a", { password: { secretText: "s3cret" } });

ruleCases(secretsOnce, {
  catches: [
    [
      "a secret in a read",
      [readPrincipal([leak])],
      { pointer: "/passwordCredentials/0/secretText", actual: "a secret" },
    ],
    [
      "a secret in a list",
      [get("/servicePrincipals", { value: [principal([leak])] })],
      { pointer: "/value/0/passwordCredentials/0/secretText" },
    ],
    ["no secret where it is made", add({ hint: "s3c" }), { pointer: "/secretText", actual: "none" }],
    ["another hint", add({ secretText: "s3cret", hint: "S3c" }), { pointer: "/hint", expected: "s3c", actual: "S3c" }],
  ],
  passes: [
    ["null in a read", [readPrincipal([triple("a")])]],
    ["a secret without its member", [readPrincipal([triple("a", { password: { secretText: undefined } })])]],
    ["a secret where it is made", add({ secretText: "s3cret", hint: "s3c" })],
    ["a redacted secret, whose hint is redacted too", add({ secretText: "[secretText 1]", hint: "[se" })],
  ],
});
