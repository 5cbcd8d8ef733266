import { keysShown } from "../../../../src/contract/rules/s8-keys-shown.js";
import { get, MINT, minted, PRINCIPAL, post, principal, readPrincipal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const shown = triple("a");
const hidden = triple("a", { verify: { key: null } });
const mint = post(MINT, {}, minted());

ruleCases(keysShown, {
  catches: [
    [
      "key bytes that nobody selected",
      [get(PRINCIPAL, principal([shown]))],
      { pointer: "/keyCredentials/1/key", expected: "null", actual: "key bytes" },
    ],
    [
      "key bytes in a list",
      [get("/servicePrincipals?$select=keyCredentials", { value: [principal([shown])] })],
      { pointer: "/value/0/keyCredentials/1/key" },
    ],
    [
      "a private key",
      [readPrincipal([triple("a", { sign: { key: "AAAA" } })])],
      { pointer: "/keyCredentials/0/key", actual: "key bytes" },
    ],
    [
      "no key bytes of what was minted",
      [mint, readPrincipal([hidden])],
      { pointer: "/keyCredentials/1/key", actual: "null" },
    ],
  ],
  passes: [
    ["key bytes that were selected", [mint, readPrincipal([shown])]],
    ["$select written otherwise", [mint, get(`${PRINCIPAL}?%24select=id,%20keyCredentials`, principal([shown]))]],
    ["null where nothing was selected", [get(PRINCIPAL, principal([hidden]))]],
    ["what is unknown to this traffic", [readPrincipal([hidden])]],
    ["a thumbprint, which E7 notes", [mint, readPrincipal([triple("a", { verify: { thumbprint: "x" } })])]],
  ],
  ignores: [["an empty object", [readPrincipal()]]],
});
