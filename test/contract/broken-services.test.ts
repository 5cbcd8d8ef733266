import { describe, expect, it } from "vitest";
import { failedRules, runOnMock } from "./mock-under-test.js";

/** What no Graph answers: a run tells of it, and never breaks itself. */
const BODIES: readonly (readonly [what: string, body: string])[] = [
  ["a page of HTML", "<!doctype html><title>502</title>"],
  ["nothing", ""],
  ["octets that are no text", "\uFFFD\u0000\u001b[31m"],
  ["null", "null"],
  ["a number", "7"],
  ["a text", '"id"'],
  ["an empty list", "[]"],
  ["a list of null", "[null]"],
  ["an empty object", "{}"],
  ["a collection that is null", '{"value":null}'],
  ["a collection of null", '{"value":[null]}'],
  ["an id that is none", '{"id":5,"appId":{},"keyCredentials":[null],"authenticationConfiguration":[]}'],
  [
    "an id, and members of other kinds",
    '{"id":"x","appId":"y","keyCredentials":{"0":1},"authenticationConfiguration":7}',
  ],
  [
    "lists with entries of other kinds",
    '{"id":"x","appId":"y","thumbprint":1,"keyCredentials":["a",1,[]],"passwordCredentials":5,"authenticationConfiguration":{"certificateList":[null,1,{"thumbprint":2,"notBefore":"x"}]}}',
  ],
  ["batches of other kinds", '{"id":"x","responses":[null,1,{"id":1,"body":7}],"error":"no"}'],
];

describe("services that are broken all through", () => {
  it.each(BODIES)("are found wrong where they answer 200 with %s", async (_, body) => {
    const results = await runOnMock({}, { budget: { draws: 1 } }, () => () => Promise.resolve(new Response(body)));
    expect(failedRules(results)).not.toEqual([]);
  });

  it.each([201, 302, 400, 500])("are found wrong where they answer all with %d and a page", async (status) => {
    const answer = () => Promise.resolve(new Response("<p>sorry</p>", { status }));
    expect(failedRules(await runOnMock({}, { budget: { draws: 1 } }, () => answer))).not.toEqual([]);
  });

  it("are run to the end where no answer ever comes", async () => {
    const lost = () => Promise.reject(new Error("ECONNRESET"));
    const results = await runOnMock({}, { budget: { draws: 1 } }, () => lost);
    expect(results.length).toBeGreaterThan(10);
  });

  it("are found wrong where each answer of a mock has lost its end", async () => {
    const results = await runOnMock({}, { budget: { draws: 1 } }, (fetch) => async (request) => {
      const { status, headers, body } = await fetch(request).then(async (it) => ({
        status: it.status,
        headers: it.headers,
        body: await it.text(),
      }));
      return new Response(body === "" ? null : body.slice(0, -1), { status, headers });
    });
    expect(failedRules(results)).not.toEqual([]);
  });
});
