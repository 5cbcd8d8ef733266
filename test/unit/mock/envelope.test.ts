import { describe, expect, it } from "vitest";
import type { Json } from "./client.js";
import { asReceived, client, ROOT } from "./client.js";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("every answer", () => {
  it("has the headers of Graph", async () => {
    const { send } = client();
    const { headers } = await send("GET", "/applications", undefined, { "client-request-id": "mine" });
    expect(headers.get("request-id")).toMatch(GUID);
    expect(headers.get("client-request-id")).toBe("mine");
    expect(headers.get("date")).toBe("Mon, 01 Jun 2026 00:00:00 GMT");
    expect(headers.get("odata-version")).toBe("4.0");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-type")).toMatch(/^application\/json;/);
    expect(headers.has("access-control-allow-origin")).toBe(false);
    const other = await send("GET", "/applications");
    expect(other.headers.get("client-request-id")).toBe(other.headers.get("request-id"));
  });

  it("has an error as Graph writes it", async () => {
    const { send } = client();
    const { status, json, headers } = await send("GET", "/applications/x", undefined, { "client-request-id": "mine" });
    expect(status).toBe(404);
    expect(json).toEqual({
      error: {
        code: "Request_ResourceNotFound",
        message: "Resource 'x' does not exist or one of its queried reference-property objects are not present.",
        innerError: {
          date: "2026-06-01T00:00:00",
          "request-id": headers.get("request-id"),
          "client-request-id": "mine",
        },
      },
    });
  });

  it("may be read by a page of another origin", async () => {
    const { send, mock } = client();
    const { headers } = await send("GET", "/applications/x", undefined, { origin: "https://page.example" });
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")).toContain("request-id, client-request-id");
    const asked = {
      origin: "https://page.example",
      "access-control-request-method": "GET",
      "access-control-request-headers": "authorization",
    };
    const preflight = new Request(`${ROOT}/applications`, { method: "OPTIONS" });
    const answer = await mock.fetch(asReceived(preflight, asked));
    expect([answer.status, answer.headers.get("access-control-allow-headers")]).toEqual([200, "authorization"]);
  });
});

describe("a request is refused", () => {
  it("without a token", async () => {
    const { send } = client();
    for (const authorization of ["", "Basic eDp5", "Bearer"]) {
      const reply = await send("GET", "/applications", undefined, { authorization });
      expect([reply.status, reply.code]).toEqual([401, "InvalidAuthenticationToken"]);
      expect(reply.headers.get("www-authenticate")).toMatch(/^Bearer/);
    }
  });

  it.each<[string, string, unknown, Record<string, string>, number]>([
    ["POST", "/applications", "{", {}, 400],
    ["POST", "/applications", "", {}, 400],
    ["POST", "/applications", "[]", {}, 400],
    ["POST", "/applications", "null", {}, 400],
    ["POST", "/applications", "1", {}, 400],
    ["POST", "/applications", `{"a":${"[".repeat(100)}${"]".repeat(100)}}`, {}, 400],
    ["POST", "/applications", "{}", { "content-type": "text/plain" }, 415],
    ["POST", "/applications", "{}", { "content-type": "application/xml" }, 415],
    ["PUT", "/applications", {}, {}, 405],
    ["PATCH", "/servicePrincipals", {}, {}, 405],
    ["GET", "/identity/apiConnectors/x/uploadClientCertificate", undefined, {}, 405],
    ["GET", "/users", undefined, {}, 400],
    ["GET", "https://graph.microsoft.com/beta/applications", undefined, {}, 400],
    ["GET", "https://graph.microsoft.com/", undefined, {}, 400],
    ["GET", "/applications/%FF", undefined, {}, 400],
    ["POST", "/applications", { displayName: "x".repeat(2000) }, {}, 413],
    ["GET", "/applications", undefined, { "x-long": "x".repeat(1000) }, 431],
    ["GET", "/applications?$orderby=displayName", undefined, {}, 400],
    ["GET", "/identity/apiConnectors?$select=nothing", undefined, {}, 400],
    ["POST", "/servicePrincipals", {}, {}, 400],
    ["POST", "/servicePrincipals", { appId: "x" }, {}, 400],
    ["POST", "/servicePrincipals", { appId: "00000000-0000-4000-8000-00000000ffff" }, {}, 400],
    ["POST", "/applications", {}, {}, 400],
    ["POST", "/applications", { displayName: 1 }, {}, 400],
  ])("%s %s %j %j", async (method, path, body, headers, status) => {
    const { send, mock } = client({ limits: { bodyBytes: 1000, headerBytes: 900 } });
    const before = mock.snapshot();
    const reply = await send(method, path, body, headers);
    expect(reply.status).toBe(status);
    expect(reply.code).not.toBe("");
    expect(reply.message).not.toBe("");
    expect((reply.json["error"] as Json)["innerError"]).toMatchObject({
      "request-id": reply.headers.get("request-id"),
    });
    expect(mock.snapshot()).toEqual(before);
  });

  it("with a body in chunks that does not end", async () => {
    const { mock } = client({ limits: { bodyBytes: 1000 } });
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(400).fill(32));
      },
    });
    const headers = { authorization: "Bearer t", "content-type": "application/json", "transfer-encoding": "chunked" };
    const init = { method: "POST", body, duplex: "half" };
    const request = new Request(`${ROOT}/applications`, init as RequestInit);
    expect((await mock.fetch(asReceived(request, headers))).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it("with one object more than may be", async () => {
    const { send } = client({ limits: { objects: 1 } });
    expect((await send("POST", "/applications", { displayName: "a" })).status).toBe(201);
    expect((await send("POST", "/identity/apiConnectors", { displayName: "a" })).status).toBe(403);
  });

  it("with 500 and no word of what happened where the mock itself fails", async () => {
    const failure = new Error("disk full at /secret");
    const told: unknown[] = [];
    const { send } = client({ onCommit: () => Promise.reject(failure), onDefect: (error) => told.push(error) });
    const reply = await send("POST", "/applications", { displayName: "a" });
    expect([reply.status, reply.code]).toEqual([500, "InternalServerError"]);
    expect(reply.text).not.toContain("disk");
    expect(reply.text).not.toContain(".ts");
    expect(told).toEqual([failure]);
  });

  it("with no defect where it refuses, or where a body breaks off", async () => {
    const told: unknown[] = [];
    const { send, mock } = client({ onDefect: (error) => told.push(error) });
    expect((await send("GET", "/applications/none")).status).toBe(404);
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("gone")) });
    const headers = { authorization: "Bearer t", "content-type": "application/json", "transfer-encoding": "chunked" };
    const request = new Request(`${ROOT}/applications`, { method: "POST", body, duplex: "half" } as RequestInit);
    expect((await mock.fetch(asReceived(request, headers))).status).toBe(500);
    expect(told).toEqual([]);
  });
});
