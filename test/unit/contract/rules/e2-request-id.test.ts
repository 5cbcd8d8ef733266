import { requestId } from "../../../../src/contract/rules/e2-request-id.js";
import { CONNECTOR, connector, get, line, REQUEST_ID } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const ours = "7f2c6f0e-6d0a-4c39-9a53-0f1f5b3a9a11";
const sent = { "client-request-id": ours };

ruleCases(requestId, {
  catches: [
    [
      "no GUID",
      [get(CONNECTOR, connector(), { headers: { "request-id": "7" } })],
      { pointer: "header:request-id", actual: "7" },
    ],
    [
      "a client-request-id that does not come back",
      [get(CONNECTOR, connector(), { sent })],
      { pointer: "header:client-request-id", expected: ours, actual: null },
    ],
  ],
  passes: [
    [
      "an echo in another case",
      [get(CONNECTOR, connector(), { sent, headers: { "client-request-id": ours.toUpperCase() } })],
    ],
    ["the loss of an id that is no GUID", [get(CONNECTOR, connector(), { sent: { "client-request-id": "mine" } })]],
    ["a $batch", [line("POST", "/$batch", { responses: [] }, { headers: { "request-id": REQUEST_ID } })]],
  ],
  ignores: [
    ["an answer that never came", [get(CONNECTOR, undefined, { status: 0, headers: { "request-id": "" } })]],
    ["another service", [get("https://login.microsoftonline.com/x", {}, { headers: { "request-id": "" } })]],
  ],
});
