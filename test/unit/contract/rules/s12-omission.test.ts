import { omission } from "../../../../src/contract/rules/s12-omission.js";
import { PRINCIPAL, patch, readPrincipal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const [a, b] = [triple("a"), triple("b")];
const both = readPrincipal([a, b]);
const none = { keyCredentials: [], passwordCredentials: [] };

ruleCases(omission, {
  catches: [
    [
      "entries that stay",
      [both, patch(PRINCIPAL, none), both],
      { pointer: "/keyCredentials", expected: 0, actual: 4 },
      { pointer: "/passwordCredentials", expected: 0, actual: 2 },
    ],
    [
      "a collection that was not named and is gone",
      [both, patch(PRINCIPAL, { keyCredentials: a.keys }), readPrincipal([{ keys: a.keys, passwords: [] }])],
      { pointer: "/passwordCredentials", expected: 2, actual: 0 },
    ],
  ],
  passes: [
    ["all that is left out gone", [both, patch(PRINCIPAL, none), readPrincipal()]],
    [
      "one collection alone",
      [
        both,
        patch(PRINCIPAL, { keyCredentials: a.keys }),
        readPrincipal([{ ...a, passwords: [...a.passwords, ...b.passwords] }]),
      ],
    ],
  ],
  ignores: [
    ["a PATCH that leaves out nothing", [both, patch(PRINCIPAL, { keyCredentials: [...a.keys, ...b.keys] }), both]],
  ],
});
