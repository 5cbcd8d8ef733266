import { describe, expect, it } from "vitest";
import { compareBodies } from "../../../../src/contract/parity/compare-bodies.js";
import { createCorrespondence } from "../../../../src/contract/parity/correspondence.js";

const A = "aaaaaaaa-0000-4000-8000-000000000001";
const B = "bbbbbbbb-0000-4000-8000-000000000002";
const C = "cccccccc-0000-4000-8000-000000000003";

const differences = (one: unknown, other: unknown, known = createCorrespondence()) =>
  compareBodies(
    { body: one, root: "https://a.example/v1.0", at: 0 },
    { body: other, root: "https://b.example/v1.0", at: 10_000_000_000 },
    known,
  ).map(({ pointer }) => pointer);

describe("createCorrespondence", () => {
  it("pairs one with one, ids in any case", () => {
    const { pair, replayedOf, isReplayed, translate } = createCorrespondence();
    expect([pair(A, B), pair(A.toUpperCase(), B), pair(A, C), pair(C, B)]).toEqual([true, true, false, false]);
    expect([replayedOf(A), isReplayed(B), isReplayed(A)]).toEqual([B, true, false]);
    expect(translate(`/x/${A.toUpperCase()}/y`)).toBe(`/x/${B}/y`);
  });

  it("forgets objects that are no longer the same", () => {
    const { pair, lose, isLost, isReplayed } = createCorrespondence();
    pair(A, B);
    lose(A.toUpperCase());
    expect([isLost(A), isLost(B), isLost(undefined), isReplayed(B)]).toEqual([true, false, false, false]);
  });
});

describe("compareBodies", () => {
  it.each<[string, unknown, unknown]>([
    ["ids that correspond", { id: A, list: [A] }, { id: B, list: [B] }],
    [
      "addresses of either service",
      { "@odata.context": "https://a.example/v1.0/$metadata#x" },
      { "@odata.context": "https://b.example/v1.0/$metadata#x" },
    ],
    ["page tokens", { n: "https://a.example/v1.0/x?$skiptoken=1" }, { n: "https://b.example/v1.0/x?$skiptoken=ab" }],
    [
      "dates as far from their time",
      { endDateTime: "1970-01-01T01:00:00Z", notBefore: 60 },
      { endDateTime: "1970-04-26T18:46:40Z", notBefore: 10_000_060 },
    ],
    ["a redacted key", { key: "[key 1]" }, { key: "AAAA" }],
    ["the words of an error", { error: { code: "x", message: "a" } }, { error: { code: "x", message: "b" } }],
  ])("takes %s for the same", (_, one, other) => {
    expect(differences(one, other)).toEqual([]);
  });

  it.each<[string, unknown, unknown, readonly string[]]>([
    ["one id for two", { a: A, b: C }, { a: B, b: B }, ["/b"]],
    ["two ids for one", { a: A, b: A }, { a: B, b: C }, ["/b"]],
    ["another case of hexadecimal", { thumbprint: "A".repeat(40) }, { thumbprint: "a".repeat(40) }, ["/thumbprint"]],
    [
      "another date",
      { endDateTime: "1970-01-01T01:00:00Z" },
      { endDateTime: "1970-04-26T19:46:40Z" },
      ["/endDateTime"],
    ],
    ["a member more", { a: 1 }, { a: 1, "b/c": 2 }, ["/b~1c"]],
    ["null for a text", { key: null }, { key: "AAAA" }, ["/key"]],
    ["a list for an object", { a: [] }, { a: {} }, ["/a"]],
    ["another code", { error: { code: "x" } }, { error: { code: "y" } }, ["/error/code"]],
  ])("finds %s", (_, one, other, pointers) => {
    expect(differences(one, other)).toEqual(pointers);
  });

  it("tells nothing that is secret", () => {
    const sides = [{ secretText: "abc" }, { secretText: null }].map((body) => ({ body, root: "", at: 0 }));
    const [one, other] = sides;
    if (one === undefined || other === undefined) throw new Error("two sides");
    expect(compareBodies(one, other, createCorrespondence())).toEqual([
      { pointer: "/secretText", recorded: "…", replayed: null },
    ]);
  });

  it("compares the answers of a batch by the type of their bodies, whatever else their headers are", () => {
    const batch = (headers: unknown) => ({ responses: [{ id: "1", status: 200, headers, body: {} }] });
    const type = { "content-type": "application/json; charset=utf-8" };
    const more = {
      "Content-Type": "application/json;charset=UTF-8",
      Date: "Mon",
      "Strict-Transport-Security": "[redacted]",
    };
    expect(differences(batch(type), batch(more))).toEqual([]);
    expect(differences(batch(more), batch({ "content-type": "text/html" }))).toEqual([
      "/responses/0/headers/content-type",
    ]);
    expect(differences(batch(more), batch(undefined))).toEqual(["/responses/0/headers/content-type"]);
  });

  it("takes the next page of one for that of the other", () => {
    const known = createCorrespondence();
    const page = (root: string, token: string) => ({ "@odata.nextLink": `${root}/x?$top=2&$skiptoken=${token}` });
    const recorded = page("https://a.example/v1.0", "%5Bskiptoken%201%5D");
    expect(differences(recorded, page("https://b.example/v1.0", "b2"), known)).toEqual([]);
    expect(known.pageTokens.translate("/x?%24top=2&$skiptoken=[skiptoken%201]")).toBe("/x?%24top=2&$skiptoken=b2");
    expect(known.pageTokens.translate("/x?$skiptoken=other&$top=2")).toBe("/x?$skiptoken=other&$top=2");
    const lacking = ["/x?$skiptoken=other&$top=2", "/x?$skiptoken=[skiptoken%201]", "/x?$top=2"];
    expect(lacking.map(known.pageTokens.lacks)).toEqual([true, false, false]);
  });
});
