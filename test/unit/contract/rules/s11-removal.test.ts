import { removal } from "../../../../src/contract/rules/s11-removal.js";
import { missing, PRINCIPAL, patch, readPrincipal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const [a, b] = [triple("a"), triple("b")];
const both = readPrincipal([a, b]);
const without = (name: "a" | "b") => {
  const { keys, passwords } = name === "a" ? b : a;
  return patch(PRINCIPAL, { keyCredentials: keys.map((it) => ({ ...it, key: null })), passwordCredentials: passwords });
};
const added = { ...a.passwords[0], keyId: "new", secretText: "x" };

ruleCases(removal, {
  catches: [
    [
      "one that stays",
      [both, without("a"), both],
      { pointer: "/keyCredentials", expected: [] },
      { pointer: "/passwordCredentials" },
    ],
    [
      "the wrong pair",
      [both, without("a"), readPrincipal([a])],
      { pointer: "/keyCredentials" },
      { pointer: "/keyCredentials" },
      { pointer: "/passwordCredentials" },
      { pointer: "/passwordCredentials" },
    ],
    [
      "key bytes that are lost",
      [both, without("a"), readPrincipal([triple("b", { verify: { key: null } })])],
      { pointer: "/keyCredentials" },
    ],
  ],
  passes: [
    ["one that is taken away", [both, without("b"), readPrincipal([a])]],
    [
      "entries written back as they were",
      [both, patch(PRINCIPAL, { keyCredentials: [...b.keys, ...a.keys] }), readPrincipal([b, a])],
    ],
  ],
  ignores: [
    ["several at once (S12)", [both, patch(PRINCIPAL, { keyCredentials: [], passwordCredentials: [] }), both]],
    ["something new (S14)", [both, patch(PRINCIPAL, { passwordCredentials: [...a.passwords, added] }), both]],
    ["an object that is gone meanwhile", [both, without("a"), missing]],
    ["a PATCH that was refused", [both, patch(PRINCIPAL, { keyCredentials: [] }, { status: 400 }), both]],
  ],
});
