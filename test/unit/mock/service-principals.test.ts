import { describe, expect, it } from "vitest";
import { client } from "./client.js";

const GUID = "aaaaaaaa-0000-4000-8000-000000000001";

describe("a servicePrincipal", () => {
  it("comes of an application, once, and goes with it", async () => {
    const { send, principal } = client();
    const { id, appId } = await principal();
    const again = await send("POST", "/servicePrincipals", { appId });
    expect([again.status, again.code]).toEqual([409, "Request_MultipleObjectsWithSameKeyValue"]);
    expect((await send("GET", `/applications(appId='${appId}')`)).json["displayName"]).toBe("app");
    expect((await send("DELETE", `/applications(appId='${appId}')`)).status).toBe(204);
    expect((await send("GET", `/servicePrincipals/${id}`)).status).toBe(404);
  });

  it("of an unknown appId is refused, or made where that is the choice", async () => {
    expect((await client().send("POST", "/servicePrincipals", { appId: GUID })).message).toContain(GUID);
    const { send } = client({ undocumented: { unknownAppId: "create" } });
    expect((await send("POST", "/servicePrincipals", { appId: GUID, displayName: "other" })).status).toBe(201);
    expect((await send("GET", `/servicePrincipals(appId='${GUID}')`)).json["displayName"]).toBe("other");
    expect((await send("DELETE", `/servicePrincipals(appId='${GUID}')`)).status).toBe(204);
    expect((await send("DELETE", `/servicePrincipals(appId='${GUID}')`)).status).toBe(404);
  });

  it("keeps what a PATCH writes, member by member", async () => {
    const { send, principal } = client();
    const { id } = await principal();
    const body = {
      notes: "n",
      tags: ["a"],
      accountEnabled: false,
      preferredSingleSignOnMode: "saml",
      displayName: "d",
    };
    expect((await send("PATCH", `/servicePrincipals/${id}`, body)).status).toBe(204);
    expect((await send("GET", `/servicePrincipals/${id}`)).json).toMatchObject(body);
  });

  it.each([
    [{ tags: null }],
    [{ tags: [1] }],
    [{ notes: 1 }],
    [{ accountEnabled: "yes" }],
    [{ samlSingleSignOnSettings: 1 }],
  ])("refuses %j", async (body) => {
    const { send, principal, mock } = client();
    const { id } = await principal();
    const before = mock.snapshot();
    expect((await send("PATCH", `/servicePrincipals/${id}`, { notes: "no", ...body })).status).toBe(400);
    expect(mock.snapshot()).toEqual(before);
  });

  it("passes over members that it does not have, or refuses them where that is the choice", async () => {
    const lenient = client();
    const { id } = await lenient.principal();
    expect((await lenient.send("PATCH", `/servicePrincipals/${id}`, { nothing: 1 })).status).toBe(204);
    const strict = client({ undocumented: { unknownMembers: "refuse" } });
    const { id: other } = await strict.principal();
    expect((await strict.send("PATCH", `/servicePrincipals/${other}`, { nothing: 1 })).status).toBe(400);
    expect((await strict.send("PATCH", `/servicePrincipals/${other}`, { "@odata.type": "x" })).status).toBe(204);
  });
});
