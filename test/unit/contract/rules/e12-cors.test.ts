import { cors } from "../../../../src/contract/rules/e12-cors.js";
import { CONNECTOR, connector, get, line } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const origin = "https://page.example.com";
const allow = { "access-control-allow-origin": "*" };
const expose = { "access-control-expose-headers": "Request-Id, client-request-id, Retry-After, Location" };
const asked = { origin, "access-control-request-method": "GET", "access-control-request-headers": "authorization" };
const preflight = (headers: Record<string, string>, sent: Record<string, string> = asked) =>
  line("OPTIONS", CONNECTOR, undefined, { sent, headers });
const read = (headers: Record<string, string>) => get(CONNECTOR, connector(), { sent: { origin }, headers });

ruleCases(cors, {
  catches: [
    ["no leave", [read(expose)], { pointer: "header:access-control-allow-origin", expected: origin, actual: null }],
    [
      "a method that is not allowed",
      [
        preflight(
          { ...allow, "access-control-allow-headers": "Authorization" },
          { ...asked, "access-control-request-method": "PATCH" },
        ),
      ],
      { pointer: "header:access-control-allow-methods", expected: "patch" },
    ],
    [
      "a star for authorization",
      [preflight({ ...allow, "access-control-allow-headers": "*" })],
      { pointer: "header:access-control-allow-headers", actual: ["*"] },
    ],
  ],
  supposes: [["headers that a page cannot read", [read(allow)], { pointer: "header:access-control-expose-headers" }]],
  passes: [
    ["all that is needed", [read({ ...allow, ...expose })]],
    ["GET, which needs no naming", [preflight({ ...allow, "access-control-allow-headers": "authorization" })]],
    ["the origin itself", [read({ "access-control-allow-origin": origin, ...expose })]],
  ],
  ignores: [
    ["a page of the same origin", [get(CONNECTOR, connector(), { sent: { origin: "https://graph.microsoft.com" } })]],
    ["who is no page", [get(CONNECTOR, connector())]],
  ],
});
