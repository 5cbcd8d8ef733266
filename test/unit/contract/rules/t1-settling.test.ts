import { settling } from "../../../../src/contract/rules/t1-settling.js";
import { CONNECTOR, connector, get } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const relation = { kind: "poll", group: "g", variant: "" } as const;
const reads = (text: string) =>
  [...text].map((displayName) =>
    displayName === "!"
      ? get(CONNECTOR, {}, { status: 429, relation, isSettled: false })
      : get(CONNECTOR, connector([], { displayName }), { relation, isSettled: false }),
  );

ruleCases(settling, {
  catches: [
    [
      "a read that goes back",
      reads("oonnnnno"),
      { expected: { body: { displayName: "n" } }, actual: { body: { displayName: "o" } } },
    ],
    ["reads that never settle", reads("onononon"), { expected: "five equal reads in a row", actual: "none" }],
  ],
  passes: [
    ["reads that settle", reads("oonnnnnn")],
    ["old and new in turns before that", reads("ononnnnnn")],
    ["429 in between", reads("onnn!nnn")],
  ],
  notes: [
    [
      "how long it took",
      reads("ooonnnnn"),
      { expected: "after how many milliseconds do reads settle?", actual: 3_000 },
    ],
  ],
  ignores: [["reads that nobody repeats", [get(CONNECTOR, connector())]]],
});
