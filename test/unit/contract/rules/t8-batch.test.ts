import { batch } from "../../../../src/contract/rules/t8-batch.js";
import { CONNECTOR, connector, error, get, post } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const more = (status = 200) => ({ status, relation: { kind: "batch", group: "g", variant: "" } }) as const;
const single = get(CONNECTOR, connector(), more());
const together = (body: object, status = 200) =>
  post("/$batch", {}, { responses: [{ id: "1", status, body }] }, more());

ruleCases(batch, {
  catches: [
    [
      "another status",
      [single, together(error("a"), 404)],
      { pointer: "/responses/0", actual: { status: 404, code: "a" } },
    ],
    [
      "a body without its context",
      [single, together(connector(undefined, { "@odata.context": undefined }))],
      { pointer: "/responses/0" },
    ],
    [
      "an answer that is missing",
      [single, post("/$batch", {}, { responses: [] }, more())],
      { pointer: "/responses/0" },
    ],
    [
      "a batch that is refused",
      [single, post("/$batch", {}, error(), more(400))],
      { pointer: "status", expected: 200, actual: 400 },
    ],
  ],
  passes: [
    ["the same answers", [single, together(connector())]],
    [
      "the same errors",
      [get(CONNECTOR, error("a"), more(404)), together(error("a", { date: "2026-06-01T00:00:01" }), 404)],
    ],
    ["members that nobody declared", [single, together(connector(undefined, { news: 1 }))]],
  ],
  ignores: [
    ["a request that was throttled within the batch", [single, together(error("TooManyRequests"), 429)]],
    ["a batch that was throttled", [single, post("/$batch", {}, error(), more(429))]],
  ],
});
