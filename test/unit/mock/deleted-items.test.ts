import { describe, expect, it } from "vitest";
import type { MockState } from "../../../src/mock/state.js";
import { client, entries, ROOT, START } from "./client.js";

const APPLICATIONS = "/directory/deletedItems/microsoft.graph.application";
const PRINCIPALS = "/directory/deletedItems/microsoft.graph.servicePrincipal";
const when = START.replace(".000Z", "Z");

/** An application with its servicePrincipal, deleted through the application. */
async function deleted() {
  const graph = client();
  const application = (await graph.send("POST", "/applications", { displayName: "app" })).json;
  const { id, appId } = application as { id: string; appId: string };
  const principalId = (await graph.send("POST", "/servicePrincipals", { appId })).json["id"] as string;
  await graph.send("POST", `/servicePrincipals/${principalId}/addTokenSigningCertificate`, {});
  expect((await graph.send("DELETE", `/applications/${id}`)).status).toBe(204);
  return { ...graph, id, appId, principalId };
}

const idsOf = (json: Readonly<Record<string, unknown>>) => entries(json["value"]).map(({ id }) => id);

describe("directory/deletedItems", () => {
  it("has an application that was deleted, and its servicePrincipal, each in the list of its type", async () => {
    const { send, id, appId, principalId } = await deleted();
    expect((await send("GET", `/applications/${id}`)).status).toBe(404);
    expect((await send("GET", `/servicePrincipals/${principalId}`)).status).toBe(404);
    const { json } = await send("GET", `/directory/deletedItems/${id}`);
    expect(json).toMatchObject({
      "@odata.context": `${ROOT}/$metadata#directoryObjects/$entity`,
      "@odata.type": "#microsoft.graph.application",
      id,
      appId,
      displayName: "app",
      deletedDateTime: when,
    });
    expect(idsOf((await send("GET", APPLICATIONS)).json)).toEqual([id]);
    expect(idsOf((await send("GET", `${PRINCIPALS}?$filter=appId eq '${appId}'`)).json)).toEqual([principalId]);
    expect(idsOf((await send("GET", `${PRINCIPALS.toLowerCase()}?$filter=displayName eq 'b'`)).json)).toEqual([]);
    expect((await send("GET", "/directory/deletedItems")).status).toBe(400);
  });

  it("shows no private key and no password", async () => {
    const { send, principalId, mock } = await deleted();
    const [kept] = mock.snapshot().deletedServicePrincipals;
    const secrets = [
      ...(kept?.keyCredentials ?? []).filter(({ usage }) => usage === "Sign").map(({ key }) => key),
      ...(kept?.passwordCredentials ?? []).map(({ secretText }) => secretText),
    ].filter((secret) => typeof secret === "string");
    expect(secrets.length).toBeGreaterThan(0);
    const shown = await send(
      "GET",
      `/directory/deletedItems/${principalId}?$select=keyCredentials,passwordCredentials`,
    );
    for (const secret of secrets) expect(shown.text).not.toContain(secret);
  });

  it("forgets for good what is deleted there", async () => {
    const { send, id, principalId } = await deleted();
    for (const gone of [id, principalId]) {
      expect((await send("DELETE", `/directory/deletedItems/${gone}`)).status).toBe(204);
      expect((await send("DELETE", `/directory/deletedItems/${gone}`)).status).toBe(404);
      expect((await send("GET", `/directory/deletedItems/${gone}`)).status).toBe(404);
    }
    expect(idsOf((await send("GET", APPLICATIONS)).json)).toEqual([]);
    expect(idsOf((await send("GET", PRINCIPALS)).json)).toEqual([]);
  });

  it("keeps nothing of what is there, and nothing of connectors", async () => {
    const { send, connector, principal } = client();
    const { id } = await principal();
    const connectorId = await connector();
    await send("DELETE", `/identity/apiConnectors/${connectorId}`);
    for (const each of [id, connectorId]) {
      expect((await send("DELETE", `/directory/deletedItems/${each}`)).status).toBe(404);
    }
    expect((await send("GET", `/servicePrincipals/${id}`)).status).toBe(200);
  });

  it("keeps both of one appId, and neither in the way of a third", async () => {
    const { send, principal } = client();
    const { id, appId } = await principal();
    const again = async () => (await send("POST", "/servicePrincipals", { appId })).json["id"] as string;
    await send("DELETE", `/servicePrincipals/${id}`);
    const second = await again();
    await send("DELETE", `/servicePrincipals/${second}`);
    const filtered = `${PRINCIPALS}?$filter=appId eq '${appId}'`;
    expect(idsOf((await send("GET", filtered)).json)).toEqual([id, second]);
    await send("DELETE", `/directory/deletedItems/${id}`);
    expect(idsOf((await send("GET", filtered)).json)).toEqual([second]);
    const third = await again();
    expect((await send("GET", `/servicePrincipals(appId='${appId}')`)).json["id"]).toBe(third);
  });

  it("keeps the latest thousand", async () => {
    const { send, mock } = client();
    const made: string[] = [];
    for (let i = 0; i < 1_002; i++) {
      const id = (await send("POST", "/applications", { displayName: `${i}` })).json["id"] as string;
      made.push(id);
      await send("DELETE", `/applications/${id}`);
    }
    expect(mock.snapshot().deletedApplications.map(({ id }) => id)).toEqual(made.slice(2));
  });

  it("is in snapshots; one without it is restored with nothing kept", async () => {
    const { mock, id } = await deleted();
    const state = mock.snapshot();
    expect(client({ state }).mock.snapshot()).toEqual(state);
    const { deletedApplications: _, deletedServicePrincipals: __, ...older } = state as MockState;
    const other = client({ state: older });
    expect(other.mock.snapshot()).toMatchObject({ deletedApplications: [], deletedServicePrincipals: [] });
    expect((await other.send("GET", `/directory/deletedItems/${id}`)).status).toBe(404);
    const wrong = { ...state, deletedApplications: [{ ...state.deletedApplications[0], deletedDateTime: 1 }] };
    expect(() => client({ state: wrong })).toThrow(
      expect.objectContaining({ code: "ERR_MOCK_STATE", at: "/deletedApplications/0/deletedDateTime" }),
    );
  });
});
