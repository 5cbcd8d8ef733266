import { paging } from "../../../../src/contract/rules/e10-paging.js";
import { get, ROOT } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const list = "/identity/apiConnectors";
const of = (kind: "page" | "unpaged") => ({ relation: { kind, group: "g", variant: "" } }) as const;
const values = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const whole = get(list, { value: values("a", "b", "c") }, of("unpaged"));
const link = { "@odata.nextLink": `${ROOT}${list}?$skiptoken=1` };
const page = (more: object, ...ids: readonly string[]) =>
  get(`${list}?$top=2`, { value: values(...ids), ...more }, of("page"));

ruleCases(paging, {
  catches: [
    [
      "a relative link",
      [get(list, { value: [], "@odata.nextLink": "apiConnectors?$skip=2" })],
      { pointer: "/@odata.nextLink", actual: "apiConnectors?$skip=2" },
    ],
    [
      "an entry that falls between pages",
      [whole, page(link, "a", "b"), page({})],
      { pointer: "/value", actual: ["a", "b"] },
    ],
    ["an entry in two pages", [page(link, "a", "b"), page({}, "b")], { pointer: "/value", actual: "1 repeated" }],
    ["a list without an end", [whole, page(link, "a", "b"), page(link, "c")], { actual: "no last page was reached" }],
    [
      "a count of the page",
      [whole, page({ ...link, "@odata.count": 2 }, "a", "b"), page({}, "c")],
      { pointer: "/@odata.count", expected: 3, actual: 2 },
    ],
  ],
  passes: [
    ["pages in another order", [whole, page({ ...link, "@odata.count": 3 }, "c", "a"), page({}, "b")]],
    ["a link to another host", [get(list, { value: [], "@odata.nextLink": "https://graph.microsoft.us/v1.0/x" })]],
  ],
  ignores: [["a list in one", [get(list, { value: values("a") })]]],
});
