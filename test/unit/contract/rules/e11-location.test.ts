import { location } from "../../../../src/contract/rules/e11-location.js";
import { CONNECTOR, connector, get, post, ROOT } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const create = (headers: Record<string, string>) =>
  post("/identity/apiConnectors", {}, connector(), { status: 201, headers });
const other = get(CONNECTOR, connector([], { id: "another" }));

ruleCases(location, {
  catches: [],
  supposes: [
    ["no Location", [create({})], { pointer: "header:location", actual: null }],
    [
      "a Location of another entity",
      [create({ location: `${ROOT}${CONNECTOR}` }), other],
      { pointer: "/id", actual: "another" },
    ],
  ],
  passes: [
    ["a Location that leads there", [create({ location: `${ROOT}${CONNECTOR}` }), get(CONNECTOR, connector())]],
    ["a relative one", [create({ location: `/v1.0${CONNECTOR}` })]],
  ],
  ignores: [["what was created elsewhere", [post("/me/events", {}, {}, { status: 201 })]]],
});
