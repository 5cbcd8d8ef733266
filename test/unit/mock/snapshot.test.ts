import { describe, expect, it } from "vitest";
import { MalformedError } from "../../../src/errors.js";
import type { Change } from "../../../src/mock/store.js";
import { client } from "./client.js";

async function filled() {
  const graph = client();
  const connector = await graph.connector();
  const { id } = await graph.principal();
  await graph.send("POST", `/servicePrincipals/${id}/addTokenSigningCertificate`, {});
  const basic = { "@odata.type": "microsoft.graph.basicAuthentication", username: "u", password: "p" };
  await graph.send("PATCH", `/identity/apiConnectors/${connector}`, { authenticationConfiguration: basic });
  await graph.send("PUT", "/identity/b2xUserFlows/f/apiConnectorConfiguration/postFederationSignup/$ref", {
    "@odata.id": `/identity/apiConnectors/${connector}`,
  });
  graph.mock.advance(1000);
  return { ...graph, id };
}

describe("snapshot and restore", () => {
  it("take everything along, as plain JSON", async () => {
    const { mock, read, id } = await filled();
    const state = mock.snapshot();
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    const other = client({ state: JSON.parse(JSON.stringify(state)) });
    expect(other.mock.snapshot()).toEqual(state);
    expect(await other.read(id)).toEqual(await read(id));
  });

  it("are not changed by later requests", async () => {
    const { mock, send, id } = await filled();
    const state = mock.snapshot();
    const copy = structuredClone(state);
    await send("PATCH", `/servicePrincipals/${id}`, { notes: "later" });
    expect(state).toEqual(copy);
    mock.restore(state);
    expect(mock.snapshot()).toEqual(copy);
    await send("PATCH", `/servicePrincipals/${id}`, { notes: "later" });
    expect(state).toEqual(copy);
  });

  it.each<[string, (state: Record<string, unknown>) => unknown]>([
    ["/", () => null],
    ["/", () => []],
    ["/version", (state) => ({ ...state, version: 2 })],
    ["/advancedMs", (state) => ({ ...state, advancedMs: "1" })],
    ["/nextOrder", (state) => ({ ...state, nextOrder: 0 })],
    ["/applications", (state) => ({ ...state, applications: undefined })],
    ["/applications/0", (state) => ({ ...state, applications: [null] })],
    ["/applications/0/id", (state) => ({ ...state, applications: [{}] })],
    ["/apiConnectors/0/order", (state) => ({ ...state, nextOrder: 1 })],
    ["/apiConnectors/0/authentication", (state) => spoil(state, "apiConnectors", { authentication: { kind: "x" } })],
    ["/apiConnectors/0/displayName", (state) => spoil(state, "apiConnectors", { displayName: 1 })],
    ["/servicePrincipals/0/keyCredentials", (state) => spoil(state, "servicePrincipals", { keyCredentials: [1] })],
    ["/b2xUserFlows/0/postFederationSignup", (state) => spoil(state, "b2xUserFlows", { postFederationSignup: 1 })],
    ["/apiConnectors/1/id", (state) => ({ ...state, apiConnectors: twice(state["apiConnectors"]) })],
  ])("refuse what is wrong at %s and stay as they were", async (at, change) => {
    const { mock } = await filled();
    const before = mock.snapshot();
    const state = change(structuredClone(before) as unknown as Record<string, unknown>);
    expect(() => mock.restore(state)).toThrow(expect.objectContaining({ code: "ERR_MOCK_STATE", at }));
    expect(() => client({ state })).toThrow(MalformedError);
    expect(mock.snapshot()).toEqual(before);
  });

  it("need a clock that goes forward", () => {
    const { mock } = client();
    for (const ms of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => mock.advance(ms)).toThrow(RangeError);
  });
});

describe("onCommit", () => {
  it("is told of every change before the answer, and of nothing else", async () => {
    const told: (readonly Change[])[] = [];
    const onCommit = async (changes: readonly Change[]) => {
      await Promise.resolve();
      told.push(changes);
    };
    const { send, mock } = client({ onCommit });
    const { json } = await send("POST", "/applications", { displayName: "a" });
    expect(told).toEqual([
      [{ collection: "applications", id: json["id"], before: undefined, after: mock.snapshot().applications[0] }],
    ]);
    await send("GET", "/applications");
    await send("POST", "/applications", {});
    expect(told).toHaveLength(1);
  });
});

function spoil(state: Record<string, unknown>, collection: string, part: object): unknown {
  const list = state[collection] as readonly object[];
  return { ...state, [collection]: list.map((entity) => ({ ...entity, ...part })) };
}

function twice(list: unknown): unknown {
  return Array.isArray(list) ? [...list, ...list] : list;
}
