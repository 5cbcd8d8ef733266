import { sameTwice } from "../../../../src/contract/rules/c10-same-twice.js";
import { connector, entry, error, pooled, post, readConnector, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const { file } = pooled(0);
const [one, two] = [readConnector([entry(0)]), readConnector([entry(0), entry(0)])];
const taken = post(UPLOAD, file, connector([entry(0)]));

ruleCases(sameTwice, {
  catches: [],
  notes: [
    ["one more entry", [one, taken, two], { actual: { status: 200, before: 1, after: 2 } }],
    ["the same list", [one, taken, one], { actual: { status: 200, before: 1, after: 1 } }],
    [
      "a conflict",
      [one, post(UPLOAD, file, error(), { status: 409 }), one],
      { actual: { status: 409, before: 1, after: 1 } },
    ],
    ["nothing of another certificate", [readConnector([entry(1)]), taken, two]],
    ["nothing of an answer that was lost", [one, post(UPLOAD, file, undefined, { status: 0 }), one]],
  ],
});
