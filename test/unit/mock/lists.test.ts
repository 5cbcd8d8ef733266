import { describe, expect, it } from "vitest";
import type { Client } from "./client.js";
import { client, entries, ROOT } from "./client.js";

const EVENTUAL = { consistencylevel: "eventual" };

async function connectors(graph: Client, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(await graph.connector({ displayName: `c${i % 3}` }));
  return ids;
}

describe("a list", () => {
  it("comes in pages whose links are followed as they are", async () => {
    const graph = client();
    const ids = await connectors(graph, 7);
    const seen: unknown[] = [];
    let next: unknown = `${ROOT}/Identity/apiConnectors?$top=3&$select=id`;
    let pages = 0;
    while (typeof next === "string") {
      const { status, json } = await graph.send("GET", next);
      expect(status).toBe(200);
      expect(json["@odata.context"]).toBe(`${ROOT}/$metadata#identity/apiConnectors(id)`);
      seen.push(...entries(json["value"]).map(({ id }) => id));
      next = json["@odata.nextLink"];
      if (next !== undefined)
        expect(next).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/Identity\/apiConnectors\?/);
      pages += 1;
      if (pages === 1) await graph.send("DELETE", `/identity/apiConnectors/${ids[3]}`);
    }
    expect(pages).toBe(2);
    expect(seen).toEqual(ids.filter((_, index) => index !== 3));
  });

  it("is counted and filtered", async () => {
    const graph = client();
    await connectors(graph, 7);
    const filtered = await graph.send("GET", "/identity/apiConnectors?$filter=displayName eq 'C0'&$count=true&$top=1");
    expect(filtered.json["@odata.count"]).toBe(3);
    expect(filtered.json["value"]).toHaveLength(1);
    const next = await graph.send("GET", filtered.json["@odata.nextLink"] as string);
    expect(next.json["@odata.count"]).toBe(3);
    expect((await graph.send("GET", "/identity/apiConnectors/$count")).text).toBe("7");
  });

  it("of the directory counts under its header alone", async () => {
    const graph = client();
    const { appId, id } = await graph.principal();
    const plain = await graph.send("GET", "/servicePrincipals?$count=true");
    expect(plain.json).not.toHaveProperty("@odata.count");
    const counted = await graph.send(
      "GET",
      `/servicePrincipals?$count=true&$filter=appId eq '${appId}'`,
      undefined,
      EVENTUAL,
    );
    expect(counted.json["@odata.count"]).toBe(1);
    expect((await graph.send("GET", "/servicePrincipals/$count", undefined, EVENTUAL)).text).toBe("1");
    expect((await graph.send("GET", "/applications/$count")).status).toBe(400);
    const byId = await graph.send("GET", `/servicePrincipals?$filter=id eq '${id}' and appId eq '${id}'`);
    expect(byId.json["value"]).toEqual([]);
  });

  it("of many takes no longer than one of few", async () => {
    const graph = client({ limits: { objects: 1_000_000 } });
    const many = client();
    await connectors(graph, 120);
    await connectors(many, 120);
    const state = many.mock.snapshot();
    const template = state.apiConnectors[0];
    if (template === undefined) throw new Error("no connector");
    const apiConnectors = Array.from({ length: 20_000 }, (_, index) => ({
      ...template,
      id: `c-${index}`,
      order: index + 1,
    }));
    many.mock.restore({ ...state, apiConnectors, nextOrder: 20_001 });
    const measure = async ({ send }: Client, path: string): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 15; i++) {
        const start = performance.now();
        await send("GET", path);
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[7] ?? 0;
    };
    await measure(graph, "/identity/apiConnectors");
    const few = await measure(graph, "/identity/apiConnectors?$top=50");
    const token = `$skiptoken=m~${(19_000).toString(36)}`;
    expect(await measure(many, `/identity/apiConnectors?$top=50&${token}`)).toBeLessThan(5 * few + 5);
  });
});

describe("$select on one object", () => {
  it("shows what is asked for in its own case, and says so", async () => {
    const { send, principal } = client();
    const { id, appId } = await principal();
    const { json } = await send("GET", `/servicePrincipals(appId='${appId}')?$select=APPID,nothing`);
    expect(json).toEqual({ "@odata.context": `${ROOT}/$metadata#servicePrincipals(APPID,nothing)/$entity`, appId });
    expect((await send("GET", `/servicePrincipals/${id.toUpperCase()}`)).json["appId"]).toBe(appId);
  });
});
