import { lifecycle } from "../../../../src/contract/rules/c1-lifecycle.js";
import {
  CONNECTOR,
  connector,
  entry,
  error,
  get,
  ID,
  missing,
  patch,
  post,
  readConnector,
  remove,
} from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const list = "/identity/apiConnectors";
const created = post(list, { displayName: "Test" }, connector(), { status: 201 });
const renamed = { displayName: "Other" };
const listed = (...ids: readonly string[]) => get(list, { value: ids.map((id) => ({ id })) });

ruleCases(lifecycle, {
  catches: [
    [
      "a name that is not the one created",
      [created, readConnector(undefined, renamed)],
      { operation: "identityApiConnector.create", actual: { displayName: "Other" } },
    ],
    [
      "a PATCH without effect",
      [readConnector(), patch(CONNECTOR, renamed), readConnector()],
      { operation: "identityApiConnector.update", expected: renamed, actual: { displayName: "Test" } },
    ],
    [
      "a PATCH that changes more",
      [readConnector(), patch(CONNECTOR, renamed), readConnector([], renamed)],
      { operation: "identityApiConnector.update" },
    ],
    ["one that is there after its deletion", [remove(CONNECTOR), readConnector()], { expected: 404, actual: 200 }],
    ["a list without it", [created, listed()], { pointer: "/value", expected: { [ID]: 1 }, actual: { [ID]: 0 } }],
    ["a list with it twice", [created, listed(ID, ID.toUpperCase())], { actual: { [ID]: 2 } }],
  ],
  supposes: [
    ["204 for a second deletion", [remove(CONNECTOR), remove(CONNECTOR), missing], { expected: 404, actual: 204 }],
  ],
  passes: [
    ["members that nobody declared", [created, readConnector(undefined, { news: 1 })]],
    [
      "isActive, which is the clock's",
      [readConnector([entry(0)]), patch(CONNECTOR, {}), readConnector([entry(0, { isActive: true })])],
    ],
    [
      "null for what is absent",
      [readConnector(), patch(CONNECTOR, { targetUrl: null }), readConnector(undefined, { targetUrl: undefined })],
    ],
    [
      "annotations of the request",
      [readConnector(), patch(CONNECTOR, { "@odata.type": "#x", ...renamed }), readConnector(undefined, renamed)],
    ],
    ["a deletion", [created, remove(CONNECTOR), remove(CONNECTOR, { status: 404 }), missing, listed()]],
  ],
  ignores: [
    ["a PATCH that was refused", [readConnector(), patch(CONNECTOR, renamed, { status: 400 }), readConnector()]],
    ["a PATCH that was throttled", [readConnector(), patch(CONNECTOR, renamed, { status: 429 }), readConnector()]],
    ["a read that has not settled", [created, get(CONNECTOR, error(), { status: 404, isSettled: false })]],
    ["deletions of which the first was lost", [remove(CONNECTOR, { status: 0 }), remove(CONNECTOR), missing]],
    ["a part of a list", [created, get(list, { value: [], "@odata.nextLink": "https://x/y" })]],
  ],
});
