import type { Json } from "../../../../src/contract/exchange.js";
import { parallel } from "../../../../src/contract/rules/t7-parallel.js";
import { connector, entry, error, missing, pooled, post, readConnector, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const relation = { kind: "parallel", group: "g", variant: "" } as const;
const upload = (status = 200) =>
  post(UPLOAD, pooled(0).file, status === 200 ? connector([]) : error(), { status, relation });
const race = (one: number, other: number, after: readonly Json[]) => [
  readConnector([]),
  upload(one),
  upload(other),
  readConnector(after),
];
const both = [entry(0), entry(1)];

ruleCases(parallel, {
  catches: [
    ["an update that is lost", race(200, 200, [entry(0)]), { expected: 2, actual: 1 }],
    [
      "another refusal than 409",
      race(200, 400, [entry(0)]),
      { pointer: "status", expected: "success or 409", actual: [400] },
    ],
    ["a conflict that was carried out", race(200, 409, both), { expected: 1, actual: 2 }],
  ],
  passes: [
    ["both", race(200, 200, both)],
    ["one and a clean conflict", race(200, 409, [entry(0)])],
    ["one and an answer that was lost, carried out", race(200, 0, both)],
    ["one and 503, not carried out", race(200, 503, [entry(0)])],
  ],
  ignores: [
    [
      "one after the other",
      [readConnector([]), post(UPLOAD, {}, connector()), post(UPLOAD, {}, connector()), readConnector([])],
    ],
    ["two that would be refused anyway", race(400, 400, []).slice(0, 3)],
    ["what is gone meanwhile", [readConnector([]), upload(), upload(), missing]],
    ["what nobody looked at before", [upload(), upload(), readConnector(both)]],
  ],
});
