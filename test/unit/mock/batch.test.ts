import { describe, expect, it } from "vitest";
import { client, entries, ROOT } from "./client.js";

const get = (id: string, url = "/applications") => ({ id, method: "GET", url });

describe("$batch", () => {
  it("answers each request as if it had come by itself", async () => {
    const one = client();
    const other = client();
    const requests = [
      {
        id: "a",
        method: "POST",
        url: "/applications",
        body: { displayName: "x" },
        headers: { "content-type": "application/json" },
      },
      { ...get("b", "applications?$top=1"), dependsOn: ["a"] },
      { ...get("c", "/applications/none"), dependsOn: ["b"] },
      { ...get("d", "/servicePrincipals/$count"), headers: { ConsistencyLevel: "eventual" }, dependsOn: ["b"] },
    ];
    const { status, json } = await one.send("POST", "/$batch", { requests });
    expect(status).toBe(200);
    for (const [index, { id, method, url, body, headers }] of requests
      .map((request) => ({ body: undefined, headers: {}, ...request }))
      .entries()) {
      const direct = await other.send(method, `/${url.replace(/^\//, "")}`, body, headers as Record<string, string>);
      const inner = entries(json["responses"])[index];
      expect([inner?.["id"], inner?.["status"]]).toEqual([id, direct.status]);
      const plain = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "GUID");
      const innerText = typeof inner?.["body"] === "string" ? inner["body"] : JSON.stringify(inner?.["body"]);
      expect(plain(innerText)).toBe(plain(direct.text));
    }
  });

  it("does not carry out what depends on a failure", async () => {
    const { send, mock } = client();
    const create = { method: "POST", url: "/applications", body: { displayName: "x" } };
    const headers = { "content-type": "application/json" };
    const requests = [
      get("1", "/none"),
      { id: "2", ...create, headers, dependsOn: ["1"] },
      { id: "3", ...create, headers },
    ];
    const { json } = await send("POST", "/$batch", { requests });
    expect(entries(json["responses"]).map(({ status }) => status)).toEqual([400, 424, 201]);
    expect(mock.snapshot().applications).toHaveLength(1);
  });

  it.each([
    [{}],
    [{ requests: [] }],
    [{ requests: Array.from({ length: 21 }, (_, index) => get(String(index))) }],
    [{ requests: [get("1"), get("1")] }],
    [{ requests: [{ method: "GET", url: "/applications" }] }],
    [{ requests: [{ id: "1", method: "TRACE", url: "/applications" }] }],
    [{ requests: [{ id: "1", method: "GET" }] }],
    [{ requests: [{ ...get("1"), dependsOn: ["2"] }, get("2")] }],
    [{ requests: [{ ...get("1"), atomicityGroup: "g" }] }],
    [{ requests: [{ ...get("1"), headers: 1 }] }],
    [{ requests: [{ ...get("1"), headers: { "b d": "x" } }] }],
    [{ requests: [{ id: "1", method: "POST", url: "/$batch", body: { requests: [get("2")] } }] }],
    [{ requests: [1] }],
  ])("refuses %j as a whole", async (body) => {
    const { send, mock } = client();
    const created = { id: "0", method: "POST", url: "/applications", body: { displayName: "x" } };
    const { requests } = body as { requests?: readonly unknown[] };
    const sent = requests === undefined || requests.length === 0 ? body : { requests: [created, ...requests] };
    expect((await send("POST", "/$batch", sent)).status).toBe(400);
    expect(mock.snapshot().applications).toEqual([]);
  });

  it("takes twenty", async () => {
    const { send } = client();
    const requests = Array.from({ length: 20 }, (_, index) => get(String(index)));
    const { json } = await send("POST", `${ROOT}/$BATCH`, { requests });
    expect(entries(json["responses"])).toHaveLength(20);
  });
});
