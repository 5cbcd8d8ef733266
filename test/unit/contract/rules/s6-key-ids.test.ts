import { keyIds } from "../../../../src/contract/rules/s6-key-ids.js";
import { MINT, minted, post, readPrincipal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const [sign, verify] = triple("a").keys.map(({ keyId }) => String(keyId));
const mint = (more: object, added = triple("a")) => [
  readPrincipal([triple("b")]),
  post(MINT, {}, minted(more)),
  readPrincipal([triple("b"), added]),
];
const pointer = "/keyId";

ruleCases(keyIds, {
  catches: [
    [
      "the Verify key's",
      mint({ keyId: verify }),
      { pointer, expected: sign, actual: verify },
      { pointer, expected: "not that of the Verify key", actual: verify },
    ],
    [
      "a password's of its own",
      mint({ keyId: sign }, triple("a", { password: { keyId: "x" } })),
      { pointer, expected: "x", actual: sign },
    ],
  ],
  passes: [
    ["the Sign key's", mint({ keyId: sign })],
    ["GUIDs in another case", mint({ keyId: sign?.toUpperCase() })],
  ],
  ignores: [
    ["calls around which nobody looked", [post(MINT, {}, minted({ keyId: verify }))]],
    [
      "two calls between two reads",
      [readPrincipal(), post(MINT, {}, minted()), post(MINT, {}, minted()), readPrincipal([triple("a"), triple("b")])],
    ],
  ],
});
