import { describe, expect, it } from "vitest";
import { LimitError, MalformedError } from "../../../../src/errors.js";
import { CONNECTOR_URL, entry, har, readAll } from "./har-text.js";

const one = async (...parts: Parameters<typeof entry>) => (await readAll(har(entry(...parts)))).exchanges[0];

describe("readHar", () => {
  it("reads an entry of Chrome, without a token and without what HTTP/2 adds", async () => {
    const headers = [
      { name: ":path", value: "/" },
      { name: "Authorization", value: "Bearer eyJ.secret" },
      { name: "Cookie", value: "a=b" },
      { name: "Accept", value: "application/json" },
    ];
    const exchange = await one({ headers });
    expect(exchange).toMatchObject({
      index: 0,
      operationId: "identityApiConnector.get",
      key: "01234567-89ab-cdef-0123-456789abcdef",
      origin: "log.entries[0]",
      isForeign: true,
      sentAt: Date.parse("2026-06-01T00:00:00Z"),
      receivedAt: Date.parse("2026-06-01T00:00:00Z") + 12.5,
      request: { headers: { authorization: "…", cookie: "…", accept: "application/json" } },
      response: { status: 200, text: "{}", json: {} },
    });
    expect(exchange?.request.unrecorded).toBeUndefined();
    expect(JSON.stringify(exchange)).not.toContain("eyJ");
  });

  it("takes a missing authorization for one that was left out", async () => {
    expect((await one())?.request.unrecorded).toEqual(["authorization"]);
  });

  it.each([
    ["dropped by DevTools", {}, { content: { size: 120, mimeType: "application/json" } }],
    ["omitted by Playwright", {}, { content: { size: -1, mimeType: "application/json" } }],
    ["kept beside the file by Playwright", {}, { content: { size: 9, mimeType: "application/json", _file: "a.json" } }],
    ["cut off by Firefox", {}, { content: { size: 99, mimeType: "application/json", text: '{"a":' } }],
  ])("says nothing of a body that was %s", async (_, request, response) => {
    expect((await one(request, response))?.response).toMatchObject({ text: "", unrecorded: ["body"] });
  });

  it("tells a body that is empty from one that is not there", async () => {
    const gone = await one({}, { status: 204, content: { size: 0, mimeType: "" } });
    expect(gone?.response.unrecorded).toBeUndefined();
    const sent = await one({ method: "POST", bodySize: 0 });
    expect(sent?.request.unrecorded).toEqual(["authorization"]);
    const lost = await one({ method: "PATCH", bodySize: 40 });
    expect(lost?.request.unrecorded).toEqual(["body", "authorization"]);
  });

  it("decodes base64 in both directions", async () => {
    const exchange = await one(
      { method: "PATCH", postData: { mimeType: "application/json", text: btoa('{"a":1}'), encoding: "base64" } },
      { content: { size: 7, mimeType: "application/json", text: btoa('{"b":2}'), encoding: "base64" } },
    );
    expect([exchange?.request.json, exchange?.response.json]).toEqual([{ a: 1 }, { b: 2 }]);
  });

  it.each([0, -1])("takes status %i for an answer that was lost", async (status) => {
    expect((await one({}, { status }, { _error: "net::ERR_ABORTED" }))?.response).toEqual({
      status: 0,
      headers: {},
      text: "",
      json: undefined,
    });
  });

  it("passes over other services, counts them, and takes what it is told to", async () => {
    const urls = [
      CONNECTOR_URL,
      "https://graph.microsoft.us/v1.0/me",
      "http://127.0.0.1:4010/v1.0/servicePrincipals",
      "https://login.example/token",
      "http://127.0.0.1:4010/v1.0/nothing",
      "https://a.example/applications",
      "data:text/plain,x",
    ];
    const text = har(...urls.map((url) => entry({ url })));
    const { exchanges, summary } = await readAll(text);
    expect(exchanges.map(({ origin, index }) => [origin, index])).toEqual([
      ["log.entries[0]", 0],
      ["log.entries[1]", 1],
      ["log.entries[2]", 2],
    ]);
    expect(summary).toEqual({ read: 3, skipped: 4, repeated: 0 });
    const other = await readAll(text, { baseUrl: "http://127.0.0.1:4010/v1.0/" });
    expect(other.exchanges.map(({ origin }) => origin)).toEqual(["log.entries[2]", "log.entries[4]"]);
  });

  it("reads what a page, its service worker and a cache have written once", async () => {
    const headers = [{ name: "request-id", value: "7f2c6f0e-6d0a-4c39-9a53-0f1f5b3a9a12" }];
    const later = { startedDateTime: "2026-06-01T00:00:05.000Z" };
    const { exchanges, summary } = await readAll(
      har(
        entry({}, { headers }),
        entry({}, { headers }),
        entry({}, { headers }, { ...later, _fromCache: "memory" }),
        // A service that gives every answer one id.
        entry({}, { headers }, later),
      ),
    );
    expect(exchanges.map(({ origin }) => origin)).toEqual(["log.entries[0]", "log.entries[3]"]);
    expect(summary).toEqual({ read: 2, skipped: 0, repeated: 2 });
  });

  it("brings entries that were written as they were answered into the order of their sending", async () => {
    const at = (second: number) => entry({}, {}, { startedDateTime: `2026-06-01T00:00:0${second}.000Z` });
    const { exchanges } = await readAll(har(at(2), at(1), at(3)));
    expect(exchanges.map(({ origin, index }) => [origin, index])).toEqual([
      ["log.entries[1]", 0],
      ["log.entries[0]", 1],
      ["log.entries[2]", 2],
    ]);
  });

  it.each([1, 2, 3, 7, 100_000])(
    "reads the same in pieces of %i bytes, with a mark before and a line behind",
    async (bytes) => {
      const odd = { url: `${CONNECTOR_URL}?$select=id`, comment: 'é 🔑 \\" { [ ] } "entries":[' };
      const log = {
        creator: { name: "entries", version: "[" },
        pages: [{ id: "log", entries: [{ no: "entry" }] }],
        entries: [entry(odd), entry()],
        _after: [{ a: 1 }],
      };
      const { exchanges } = await readAll(`\uFEFF${JSON.stringify({ log }, null, 1)}\n`, {}, bytes);
      expect(exchanges.map(({ request }) => request.url)).toEqual([odd.url, CONNECTOR_URL]);
    },
  );

  it("reads a HAR without entries as nothing", async () => {
    expect((await readAll(har())).exchanges).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ["nothing", "", "ERR_CONTRACT_HAR_JSON", "log"],
    ["no HAR", "{}", "ERR_CONTRACT_HAR_STRUCTURE", "log.entries"],
    ["no list", '{"log":{"entries":{}}}', "ERR_CONTRACT_HAR_STRUCTURE", "log.entries"],
    ["an entry that is none", '{"log":{"entries":[5]}}', "ERR_CONTRACT_HAR_STRUCTURE", "log.entries[0]"],
    ["half a file", har(entry(), entry()).slice(0, -30), "ERR_CONTRACT_HAR_JSON", "log.entries[1]"],
    ["a broken entry", har(entry(), 0).replace(",0]", ",{a}]"), "ERR_CONTRACT_HAR_JSON", "log.entries[1]"],
    ["two values", `${har(entry())} {}`, "ERR_CONTRACT_HAR_JSON", "log.entries[1]"],
    ["no comma", har(entry(), 0).replace(",0]", " {}]"), "ERR_CONTRACT_HAR_STRUCTURE", "log.entries[1].request"],
    ["no request", har({}), "ERR_CONTRACT_HAR_STRUCTURE", "log.entries[0].request"],
    ["no method", har(entry({ method: 5 })), "ERR_CONTRACT_HAR_STRUCTURE", "log.entries[0].request.method"],
    ["no URL", har(entry({ url: "" })), "ERR_CONTRACT_HAR_STRUCTURE", "log.entries[0].request.url"],
    ["no status", har(entry({}, { status: "200" })), "ERR_CONTRACT_HAR_STRUCTURE", "log.entries[0].response.status"],
    ["no such status", har(entry({}, { status: 999 })), "ERR_CONTRACT_HAR_STRUCTURE", "log.entries[0].response.status"],
    ["no headers", har(entry({ headers: {} })), "ERR_CONTRACT_HAR_STRUCTURE", "log.entries[0].request.headers"],
    [
      "no date",
      har(entry({}, {}, { startedDateTime: "x" })),
      "ERR_CONTRACT_HAR_STRUCTURE",
      "log.entries[0].startedDateTime",
    ],
    [
      "no base64",
      har(entry({}, { content: { text: "~", encoding: "base64" } })),
      "ERR_CONTRACT_HAR_STRUCTURE",
      "log.entries[0].response.content.text",
    ],
  ])("refuses %s", async (_, text, code, at) => {
    const error = await readAll(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MalformedError);
    expect(error).toMatchObject({ code, at });
  });

  it("repeats nothing of an entry that cannot be read", async () => {
    const text = har(entry({ postData: { text: "hunter2" } })).replace('"hunter2"', "hunter2");
    const error = await readAll(text).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "ERR_CONTRACT_HAR_JSON", at: "log.entries[0]" });
    expect((error as Error).cause).toBeUndefined();
  });

  it.each([
    [{ entries: 1 }, "entries"],
    [{ entryBytes: 300 }, "entryBytes"],
  ])("refuses more than the limits %j", async (limits, limit) => {
    const error = await readAll(har(entry(), entry()), { limits }, 64).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LimitError);
    expect(error).toMatchObject({ code: "ERR_CONTRACT_HAR_LIMIT", limit });
  });
});
