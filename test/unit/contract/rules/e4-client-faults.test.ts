import { clientFaults } from "../../../../src/contract/rules/e4-client-faults.js";
import { CONNECTOR, connector, error, get, MINT, patch, pooled, post, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const nobody = "/servicePrincipals/00000000-0000-0000-0000-000000000000";
const anonymous = { hasToken: false, status: 401, headers: { "www-authenticate": "Bearer" } };
const noToken = error("InvalidAuthenticationToken");
const failed = error("generalException");

ruleCases(clientFaults, {
  catches: [
    [
      "200 without a token",
      [get(CONNECTOR, noToken, { ...anonymous, status: 200 })],
      { pointer: "status", expected: 401, actual: 200 },
    ],
    [
      "401 without a challenge",
      [get(CONNECTOR, noToken, { ...anonymous, headers: {} })],
      { pointer: "header:www-authenticate", expected: "Bearer", actual: null },
    ],
    ["200 for an id that nobody has", [get(nobody, {})], { expected: 404, actual: 200 }],
    ["500 for broken JSON", [post(MINT, "{", failed, { status: 500 })], { pointer: "status", actual: 500 }],
    [
      "500 for a wrong password",
      [post(UPLOAD, { ...pooled(0).file, password: "?" }, failed, { status: 500 })],
      { actual: 500 },
    ],
    [
      "500 for broken JSON, twice, and 401 before",
      [
        post(MINT, "{", noToken, { status: 401 }),
        post(MINT, "{", failed, { status: 500 }),
        post(MINT, "{", failed, { status: 500 }),
      ],
      { actual: 500 },
    ],
  ],
  supposes: [
    ["another code", [get(CONNECTOR, error("x"), anonymous)], { pointer: "/error/code", actual: "x" }],
    ["422 for broken JSON", [post(MINT, "{", error(), { status: 422 })], { expected: 400, actual: 422 }],
  ],
  passes: [
    ["401 as it should be", [get(CONNECTOR, noToken, anonymous)]],
    ["404 for an id that nobody has", [get(nobody, error(), { status: 404 })]],
    [
      "500 for broken JSON that passes when it is sent again",
      [post(MINT, "{", failed, { status: 500 }), post(MINT, "{", error(), { status: 400 })],
    ],
    ["400 for broken JSON", [patch(CONNECTOR, "{", { status: 400 })]],
  ],
  ignores: [
    [
      "a recording without its tokens",
      [get(CONNECTOR, connector(), { hasToken: false, unrecorded: ["authorization"] })],
    ],
    ["500 for a sound request", [get(CONNECTOR, failed, { status: 500 })]],
    ["503 for broken JSON", [post(MINT, "{", failed, { status: 503 })]],
    ["403 for an id that nobody has", [get(nobody, error(), { status: 403 })]],
  ],
});
