import { mediaType } from "../../../../src/contract/rules/e1-media-type.js";
import { CONNECTOR, connector, error, get, patch } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const html = { status: 500, headers: { "content-type": "text/html" } };

ruleCases(mediaType, {
  catches: [
    [
      "HTML",
      [get(CONNECTOR, "<html>", html)],
      { pointer: "header:content-type", expected: "application/json", actual: "text/html" },
      { pointer: "", expected: "JSON", actual: "no JSON" },
    ],
    ["a body behind 204", [get(CONNECTOR, "{}", { status: 204 })], { expected: "no body", actual: "a body" }],
  ],
  passes: [
    [
      "parameters of the type",
      [get(CONNECTOR, connector(), { headers: { "content-type": "application/json;odata.metadata=minimal" } })],
    ],
    ["204 without a body", [patch(CONNECTOR, {})]],
    ["an error", [get(CONNECTOR, error(), { status: 404 })]],
  ],
  ignores: [["a picture of something else", [get("/me/photo/$value", "\u0089PNG", html)]]],
});
