import { describe, expect, it } from "vitest";
import { ForeignWriteError } from "../../../../src/contract/live/guard-error.js";
import { guardReads } from "../../../../src/contract/live/guard-reads.js";
import { FOREIGN, OWN, ROOT } from "./setup.js";

const objects = { connectors: [OWN.connector], servicePrincipals: [OWN.servicePrincipal.toUpperCase()] };

function guarded(): { readonly sent: string[]; readonly ask: (method: string, url: string) => Promise<Response> } {
  const sent: string[] = [];
  const fetch = guardReads(
    (request) => {
      sent.push(request.method);
      return Promise.resolve(Response.json({ appId: OWN.appId }));
    },
    ROOT,
    objects,
  );
  return { sent, ask: (method, url) => fetch(new Request(url, { method })) };
}

describe("guardReads", () => {
  it("lets through what was named, and a servicePrincipal by the appId that it has shown", async () => {
    const { ask, sent } = guarded();
    const byAppId = `${ROOT}/servicePrincipals(appId='${OWN.appId}')?$select=id`;
    await expect(ask("GET", byAppId)).rejects.toBeInstanceOf(ForeignWriteError);
    await ask("GET", `${ROOT}/identity/apiConnectors/${OWN.connector}`);
    await ask("HEAD", `${ROOT}/identity/apiConnectors/${OWN.connector}`);
    await ask("GET", `${ROOT}/servicePrincipals/${OWN.servicePrincipal}?$select=id,keyCredentials`);
    await ask("GET", byAppId);
    expect(sent).toEqual(["GET", "HEAD", "GET", "GET"]);
  });

  it.each([
    ["POST", `${ROOT}/$batch`],
    ["PATCH", `${ROOT}/identity/apiConnectors/${OWN.connector}`],
    ["DELETE", `${ROOT}/identity/apiConnectors/${OWN.connector}`],
    ["OPTIONS", `${ROOT}/identity/apiConnectors/${OWN.connector}`],
    ["POST", `${ROOT}/servicePrincipals/${OWN.servicePrincipal}/addPassword`],
    ["GET", `${ROOT}/identity/apiConnectors`],
    ["GET", `${ROOT}/identity/apiConnectors/${FOREIGN}`],
    ["GET", `${ROOT}/servicePrincipals/${FOREIGN}`],
    ["GET", `${ROOT}/me`],
    ["GET", `https://other.example.com/v1.0/identity/apiConnectors/${OWN.connector}`],
  ])("stops %s %s", async (method, url) => {
    const { ask, sent } = guarded();
    await expect(ask(method, url)).rejects.toBeInstanceOf(ForeignWriteError);
    expect(sent).toEqual([]);
  });
});
