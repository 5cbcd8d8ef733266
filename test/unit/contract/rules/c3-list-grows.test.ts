import type { Json } from "../../../../src/contract/exchange.js";
import { listGrows } from "../../../../src/contract/rules/c3-list-grows.js";
import { connector, entry, missing, pooled, post, readConnector, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

/** The second certificate is uploaded between two reads. */
const upload = (before: readonly Json[] | undefined, after: readonly Json[]) => [
  readConnector(before),
  post(UPLOAD, pooled(1).file, connector(after)),
  readConnector(after),
];
const pointer = "/authenticationConfiguration/certificateList";

ruleCases(listGrows, {
  catches: [
    [
      "a list that is replaced",
      upload([entry(0)], [entry(1)]),
      { pointer, expected: 2, actual: 1 },
      { pointer, actual: [] },
    ],
    ["two more", upload([entry(0)], [entry(0), entry(1), entry(2)]), { pointer, expected: 2, actual: 3 }],
    ["another date of one before", upload([entry(0)], [entry(0, { notAfter: 1 }), entry(1)]), { pointer }],
  ],
  passes: [
    ["isActive that turns", upload([entry(0, { isActive: true })], [entry(0), entry(1, { isActive: true })])],
    ["the new one first, since no order is documented", upload([entry(0), entry(2)], [entry(1), entry(2), entry(0)])],
    ["the first of all", upload([], [entry(1)])],
  ],
  ignores: [
    ["the same certificate again", upload([entry(1)], [entry(1)])],
    ["one in the place of a password", upload(undefined, [entry(1)])],
    ["one that is gone meanwhile", [...upload([entry(0)], []).slice(0, 2), missing]],
    ["two at once", [...upload([entry(0)], []).slice(0, 2), ...upload([entry(0)], [entry(1)]).slice(1)]],
  ],
});
