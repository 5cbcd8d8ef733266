import { appears } from "../../../../src/contract/rules/t2-appears.js";
import { CONNECTOR, connector, missing, post, readConnector, remove } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const created = post("/identity/apiConnectors", {}, connector(), { status: 201 });

ruleCases(appears, {
  catches: [["one that never appears", [created, missing, missing], { pointer: "status", expected: 200, actual: 404 }]],
  passes: [
    ["one that appears late", [created, missing, missing, readConnector()]],
    ["one that is gone after its deletion", [created, readConnector(), remove(CONNECTOR), missing]],
  ],
  ignores: [
    ["one that nobody looked for", [created]],
    ["one that was made before", [missing]],
    ["one that is deleted at once", [created, remove(CONNECTOR), missing]],
  ],
});
