import { byAppId } from "../../../../src/contract/rules/s15-by-app-id.js";
import { error, get, PRINCIPAL, principal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const more = (status = 200) => ({ status, relation: { kind: "address", group: "g", variant: "" } }) as const;
const byId = get(PRINCIPAL, principal([triple("a")]), more());
const other = (answer: object, status?: number) =>
  get("/servicePrincipals(appId='33333333-3333-4333-8333-333333333333')", answer, more(status));

ruleCases(byAppId, {
  catches: [
    ["404", [byId, other(error("a"), 404)], { expected: { status: 200 }, actual: { status: 404, code: "a" } }],
    ["another object", [byId, other(principal([triple("a")], { id: "x" }))], { actual: { body: { id: "x" } } }],
    ["other keys", [byId, other(principal([triple("b")]))], { pointer: "" }],
  ],
  passes: [
    ["the same with a context of its own", [byId, other(principal([triple("a")], { "@odata.context": "x", news: 1 }))]],
  ],
  ignores: [["429 in between", [byId, other(error("TooManyRequests"), 429)]]],
});
