import { threeEntries } from "../../../../src/contract/rules/s7-three-entries.js";
import { MINT, minted, missing, post, readPrincipal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const mint = (added: ReturnType<typeof triple>, more: object = {}) => [
  readPrincipal([triple("b")]),
  post(MINT, {}, minted()),
  readPrincipal([added, triple("b")], more),
];
const a = triple("a");

ruleCases(threeEntries, {
  catches: [
    [
      "no password",
      mint({ ...a, passwords: [] }),
      { expected: { sign: 1, verify: 1, password: 1 }, actual: { password: 0 } },
    ],
    ["a second Sign key", mint({ ...a, keys: [...a.keys, { ...a.keys[0], keyId: "x" }] }), { actual: { sign: 2 } }],
    [
      "another identifier",
      mint(triple("a", { verify: { customKeyIdentifier: "x" } })),
      { pointer: "/customKeyIdentifier" },
    ],
    [
      "a Sign key that shows how it was sent",
      mint(triple("a", { sign: { type: "X509CertAndPassword" } })),
      { pointer: "/keyCredentials" },
    ],
  ],
  passes: [
    ["three entries", mint(a)],
    ["members that nobody declared", mint(triple("a", { sign: { hasExtendedValue: null } }), { news: 1 })],
  ],
  ignores: [
    ["calls around which nobody looked", [post(MINT, {}, minted()), readPrincipal([a])]],
    ["an object that was not there yet", [missing, post(MINT, {}, minted()), readPrincipal([a])]],
  ],
});
