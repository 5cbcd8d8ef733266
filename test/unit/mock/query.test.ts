import { describe, expect, it } from "vitest";
import { matches, parseFilter } from "../../../src/mock/filter.js";
import { LIST, parseQuery, SINGLE, toSkipToken } from "../../../src/mock/query.js";

const query = (search: string, allowed = LIST) => parseQuery(new URL(`https://x.example/v1.0/a?${search}`), allowed);
const refusal = (id: string) => expect.objectContaining({ id });

describe("parseQuery", () => {
  it("reads the options, with or without the dollar sign and in any case", () => {
    expect(query("$select=id,displayName,id&top=5&$Count=true&x=1")).toMatchObject({
      select: ["id", "displayName"],
      top: 5,
      count: true,
      after: 0,
      filter: undefined,
    });
    expect(query("")).toEqual({ select: undefined, filter: undefined, top: 100, after: 0, count: false });
    expect(query("$select=*").select).toBeUndefined();
    expect(query(`$skiptoken=${toSkipToken(77)}`).after).toBe(77);
  });

  it.each([
    ["$orderby=id", "sorting"],
    ["$expand=a", "unknownOption"],
    ["$nothing=1", "unknownOption"],
    ["$top=0", "badOption"],
    ["$top=1000", "badOption"],
    ["$top=a", "badOption"],
    ["$top=1&top=2", "badOption"],
    ["$skiptoken=x", "badOption"],
    ["$count=maybe", "badOption"],
    ["$select=a b", "badOption"],
    ["$filter=x", "badFilter"],
  ])("refuses %s", (search, id) => {
    expect(() => query(search)).toThrow(refusal(id));
  });

  it("takes only $select for one object", () => {
    expect(() => query("$top=1", SINGLE)).toThrow(refusal("unknownOption"));
  });
});

describe("parseFilter", () => {
  const entity = { id: "1", appId: "A-b", displayName: "It's one and all" };

  it.each([
    ["id eq '1'", true],
    ["appId eq 'a-B'", true],
    ["displayName eq 'It''s one and all'", true],
    ["startswith(displayName,'it')", true],
    ["startswith( displayName , 'one' )", false],
    ["id eq '1' and displayName eq 'x'", false],
    ["id eq '1' AND startswith(appId,'a')", true],
    ["displayName eq null", false],
  ])("%s", (text, expected) => {
    expect(matches(parseFilter(text), entity)).toBe(expected);
  });

  it.each([
    "",
    " ",
    "id",
    "id ne '1'",
    "id eq 1",
    "tags eq 'x'",
    "id eq '1' and",
    "id eq '1' or id eq '2'",
    "id eq 'x",
  ])("refuses %j", (text) => {
    expect(() => parseFilter(text)).toThrow(refusal("badFilter"));
  });
});
