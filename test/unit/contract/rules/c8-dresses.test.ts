import { dresses } from "../../../../src/contract/rules/c8-dresses.js";
import { connector, entry, error, pooled, post, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const more = { relation: { kind: "dress", group: "g", variant: "the key first" } } as const;
const { file, thumbprint } = pooled(0);
const note = { expected: "is a PFX with the key first taken?" };

ruleCases(dresses, {
  catches: [
    [
      "the certificate of another",
      [post(UPLOAD, file, connector([entry(1)]), more)],
      { expected: { thumbprint }, actual: { thumbprint: pooled(1).thumbprint } },
    ],
    ["another date", [post(UPLOAD, file, connector([entry(0, { notAfter: 7 })]), more)], { actual: { notAfter: 7 } }],
  ],
  passes: [["the same certificate, first in its list", [post(UPLOAD, file, connector([entry(0), entry(2)]), more)]]],
  notes: [
    ["a file that is not taken", [post(UPLOAD, file, error(), { ...more, status: 400 })], { ...note, actual: 400 }],
    ["a file that is", [post(UPLOAD, file, connector([entry(0)]), more)], { ...note, actual: 200 }],
  ],
  ignores: [
    ["other uploads", [post(UPLOAD, file, connector([entry(1)]))]],
    ["passing trouble", [post(UPLOAD, file, error(), { ...more, status: 503 })]],
  ],
});
