import { describe, expect, it } from "vitest";
import { LostResponseError } from "../../../src/mock/chaos.js";
import { client, entries } from "./client.js";

describe("lag", () => {
  it("lets reads be behind until it has passed, and writes never", async () => {
    const { mock, send, connector } = client({ consistency: { replicas: 3, lagMs: 10_000, seed: 4 } });
    const id = await connector();
    const path = `/identity/apiConnectors/${id}`;
    const read = async () => (await send("GET", path)).status;
    const early = new Set<number>();
    for (let i = 0; i < 30; i++) early.add(await read());
    expect(early).toContain(404);
    expect((await send("PATCH", path, { displayName: "changed" })).status).toBe(204);
    mock.advance(10_000);
    for (let i = 0; i < 30; i++) {
      const { json } = await send("GET", path);
      expect(json["displayName"]).toBe("changed");
      expect(entries((await send("GET", "/identity/apiConnectors")).json["value"])).toHaveLength(1);
    }
    await send("DELETE", path);
    const late = new Set<number>();
    for (let i = 0; i < 30; i++) late.add(await read());
    expect(late).toContain(200);
    mock.restore(mock.snapshot());
    expect(await read()).toBe(404);
  });
});

describe("chaos", () => {
  const post = { displayName: "a" };

  it("loses an answer whose change stays", async () => {
    const { mock, send } = client({ chaos: { lostResponse: 1 } });
    await expect(send("POST", "/applications", post)).rejects.toThrow(LostResponseError);
    expect(mock.snapshot().applications).toHaveLength(1);
  });

  it.each([
    [{ errorBefore: 1 }, 0],
    [{ errorAfter: 1 }, 1],
  ])("%j: 5xx in the form of every error, %i changes", async (chaos, changes) => {
    const { mock, send } = client({ chaos });
    const { status, code, headers } = await send("POST", "/applications", post);
    expect(status).toBeGreaterThanOrEqual(500);
    expect(code).not.toBe("");
    expect(headers.has("request-id")).toBe(true);
    expect(mock.snapshot().applications).toHaveLength(changes);
  });

  it("hits a batch as a whole", async () => {
    const requests = [{ id: "1", method: "GET", url: "/applications" }];
    const { send } = client({ chaos: { errorBefore: 0.5, seed: 3 } });
    const inner = new Set<unknown>();
    for (let i = 0; i < 20; i++) {
      const { status, json } = await send("POST", "/$batch", { requests });
      if (status === 200) inner.add(entries(json["responses"])[0]?.["status"]);
    }
    expect(inner).toEqual(new Set([200]));
  });
});

describe("throttling", () => {
  it("answers 429 until the time that it names has passed, each service by itself", async () => {
    const throttling = { cpim: { perApp: { units: 2, windowMs: 60_000 } } };
    const { mock, send } = client({ throttling });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await send("GET", "/identity/apiConnectors")).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await send("GET", "/applications")).status).toBe(200);
    const refused = await send("POST", "/identity/apiConnectors", { displayName: "a" });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(mock.snapshot().apiConnectors).toEqual([]);
    mock.advance(60_000);
    expect((await send("GET", "/identity/apiConnectors")).status).toBe(200);
  });

  it("counts what is in a batch", async () => {
    const { send } = client({ throttling: { directory: { perApp: { units: 2, windowMs: 60_000 } } } });
    const requests = ["1", "2", "3"].map((id) => ({ id, method: "GET", url: "/applications" }));
    const { json, status } = await send("POST", "/$batch", { requests });
    expect(status).toBe(200);
    expect(entries(json["responses"]).map((one) => one["status"])).toEqual([200, 200, 429]);
  });
});
