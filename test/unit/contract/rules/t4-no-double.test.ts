import { noDouble } from "../../../../src/contract/rules/t4-no-double.js";
import {
  connector,
  entry,
  MINT,
  minted,
  pooled,
  post,
  readConnector,
  readPrincipal,
  triple,
  UPLOAD,
} from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const lost = post(UPLOAD, pooled(0).file, undefined, { status: 0 });
const sent = post(UPLOAD, pooled(0).file, connector([entry(0)]));
const mint = post(MINT, {}, minted());

ruleCases(noDouble, {
  catches: [
    [
      "a POST that is sent again unread",
      [readConnector([]), lost, sent, readConnector([entry(0)])],
      { expected: "a read before another try" },
    ],
    [
      "one call that adds two",
      [readPrincipal(), mint, readPrincipal([triple("a"), triple("b")])],
      { expected: "at most 1 more", actual: 2 },
    ],
  ],
  passes: [
    ["a read before another try", [readConnector([]), lost, readConnector([]), sent, readConnector([entry(0)])]],
    ["a lost call that was carried out", [readConnector([]), lost, readConnector([entry(0)])]],
    ["one more", [readPrincipal([triple("b")]), mint, readPrincipal([triple("b"), triple("a")])]],
  ],
  ignores: [["two calls that were answered", [readConnector([]), sent, sent, readConnector([entry(0), entry(0)])]]],
});
