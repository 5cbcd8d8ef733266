import { rollover } from "../../../../src/contract/rules/s10-rollover.js";
import { MINT, minted, PRINCIPAL, patch, post, readPrincipal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const [old, added] = [triple("b"), triple("a")];
const preferred = (it: unknown) => ({ preferredTokenSigningKeyThumbprint: it });
const mint = (...after: Parameters<typeof readPrincipal>) => [
  readPrincipal([old]),
  post(MINT, {}, minted()),
  readPrincipal(...after),
];
const question = "does minting leave what is preferred?";

ruleCases(rollover, {
  catches: [
    ["an old pair that is gone", mint([added]), { pointer: "/keyCredentials" }, { pointer: "/passwordCredentials" }],
    [
      "an old key that has changed",
      mint([triple("b", { verify: { key: "AAAA" } }), added]),
      { pointer: "/keyCredentials" },
    ],
    [
      "another preference than was written",
      [patch(PRINCIPAL, preferred("AB")), readPrincipal([], preferred("CD"))],
      { pointer: "/preferredTokenSigningKeyThumbprint", expected: "AB", actual: "CD" },
    ],
  ],
  passes: [
    ["a new pair before the old one", mint([added, old])],
    ["members that nobody declared", mint([triple("b", { verify: { news: 1 } }), added])],
    ["another case of what was written", [patch(PRINCIPAL, preferred("ab")), readPrincipal([], preferred("AB"))]],
    ["null that was written", [patch(PRINCIPAL, preferred(null)), readPrincipal([], preferred(undefined))]],
  ],
  notes: [
    [
      "that minting changes what is preferred",
      mint([old, added], preferred("AB")),
      { expected: question, actual: false },
    ],
  ],
  ignores: [["a PATCH that was refused", [patch(PRINCIPAL, preferred("AB"), { status: 400 }), readPrincipal()]]],
});
