import { describe, expect, it } from "vitest";
import { ForeignWriteError } from "../../../../src/contract/live/guard-error.js";
import type { Allowed } from "../../../../src/contract/live/judge-write.js";
import { judgeWrite } from "../../../../src/contract/live/judge-write.js";
import { RunEndError } from "../../../../src/contract/session/run-end.js";
import { FOREIGN, filledLedger, OWN, PREFIX, ROOT } from "./setup.js";

function judge(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Allowed {
  const url = path.startsWith("https:") || path.startsWith("http:") ? path : `${ROOT}${path}`;
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  return judgeWrite({ method, url, headers: Object.entries(headers ?? {}), text }, ROOT, filledLedger());
}

const { connector, application, appId, servicePrincipal } = OWN;
const displayName = `${PREFIX}a`;
const batch = (...requests: object[]): object => ({ requests: requests.map((it, i) => ({ id: String(i), ...it })) });

describe("judgeWrite lets through", () => {
  it.each([
    ["GET", "/identity/apiConnectors", undefined, "read"],
    ["GET", `/servicePrincipals/${FOREIGN}?$select=keyCredentials`, undefined, "read"],
    ["HEAD", "/applications", undefined, "read"],
    ["OPTIONS", "/identity/apiConnectors", undefined, "read"],
    ["POST", "/identity/apiConnectors", { displayName, targetUrl: "https://a.example/" }, "create"],
    ["POST", "/identity/apiConnectors/", { displayName }, "create"],
    ["POST", "/applications", { displayName }, "create"],
    ["POST", "/servicePrincipals", { appId }, "create"],
    ["POST", "/servicePrincipals", { appId: appId.toUpperCase(), displayName }, "create"],
    ["PATCH", `/identity/apiConnectors/${connector}`, { targetUrl: "https://b.example/" }, "change"],
    ["PATCH", `/identity/apiConnectors/${connector}`, { displayName }, "change"],
    ["PATCH", `/identity/apiConnectors/${connector}`, '{"displayName":', "change"],
    ["PATCH", `/IDENTITY/APICONNECTORS('${connector.toUpperCase()}')`, {}, "change"],
    ["PUT", `/identity/apiConnectors/${connector}`, {}, "change"],
    ["POST", `/identity/apiConnectors/${connector}/uploadClientCertificate`, {}, "change"],
    ["POST", `/identity/apiConnectors/${connector}/microsoft.graph.uploadClientCertificate`, {}, "change"],
    ["DELETE", `/identity/apiConnectors/${connector}`, undefined, "delete"],
    ["PATCH", `/servicePrincipals(appId='${appId}')`, { keyCredentials: [] }, "change"],
    ["PATCH", `/servicePrincipals(appId=%27${appId}%27)`, {}, "change"],
    ["POST", `/servicePrincipals/${servicePrincipal}/addTokenSigningCertificate`, { displayName: "CN=a" }, "change"],
    ["DELETE", `/servicePrincipals/${servicePrincipal}`, undefined, "delete"],
    ["DELETE", `/applications/${application}`, undefined, "delete"],
    ["DELETE", `/directory/deletedItems/${application}`, undefined, "change"],
    ["DELETE", `/directory/deletedItems/${servicePrincipal}`, undefined, "change"],
    ["POST", "/$batch", batch({ method: "GET", url: `/servicePrincipals/${FOREIGN}` }), "change"],
    ["POST", "/$batch", batch({ method: "PATCH", url: `identity/apiConnectors/${connector}`, body: {} }), "change"],
  ])("%s %s %j", (method, path, body, what) => {
    expect(judge(method, path, body).what).toBe(what);
  });

  it("a servicePrincipal under the name of its application", () => {
    expect(judge("POST", "/servicePrincipals", { appId })).toMatchObject({
      intent: { kind: "servicePrincipal", displayName: `${PREFIX}x`, appId },
    });
  });
});

type Case = [method: string, path: string, body: unknown, headers?: Record<string, string>];

describe("judgeWrite stops", () => {
  const inBatch = (request: object): Case => ["POST", "/$batch", batch(request)];
  it.each<Case>([
    // Other people's objects, however they are addressed.
    ["PATCH", `/identity/apiConnectors/${FOREIGN}`, {}],
    ["DELETE", `/identity/apiConnectors/${FOREIGN}`, undefined],
    ["DELETE", `/identity/apiConnectors('${FOREIGN}')`, undefined],
    ["POST", `/identity/apiConnectors/${FOREIGN}/uploadClientCertificate`, {}],
    ["PATCH", `/servicePrincipals/${FOREIGN}`, {}],
    ["PATCH", `/servicePrincipals(appId='${FOREIGN}')`, {}],
    ["POST", `/servicePrincipals(appId='${FOREIGN}')/addPassword`, {}],
    ["DELETE", `/applications/${FOREIGN}`, undefined],
    ["DELETE", `/applications(appId='${FOREIGN}')`, undefined],
    ["DELETE", `/directory/deletedItems/${FOREIGN}`, undefined],
    // An id of one kind is none of another.
    ["DELETE", `/applications/${connector}`, undefined],
    ["DELETE", `/directory/deletedItems/${connector}`, undefined],
    ["PATCH", `/identity/apiConnectors(appId='${connector}')`, {}],
    // Hidden in the path.
    ["DELETE", `/identity/apiConnectors/${connector}%2F..%2F${FOREIGN}`, undefined],
    ["DELETE", `/identity/apiConnectors/${connector}/../${FOREIGN}`, undefined],
    ["DELETE", `/identity/apiConnectors//${connector}`, undefined],
    ["DELETE", `/identity/apiConnectors/%2525${connector}`, undefined],
    ["DELETE", "/identity/apiConnectors/%E0%A4%A", undefined],
    // User flows and what belongs to more than one object.
    ["PUT", `/identity/b2xUserFlows/B2X_1_x/apiConnectorConfiguration/postFederationSignup/$ref`, {}],
    [
      "POST",
      `/identity/b2xUserFlows/${connector}/apiConnectorConfiguration/postFederationSignup/uploadClientCertificate`,
      {},
    ],
    ["DELETE", "/identity/b2xUserFlows/B2X_1_x", undefined],
    ["POST", `/servicePrincipals/${servicePrincipal}/appRoleAssignments`, {}],
    ["DELETE", `/servicePrincipals/${servicePrincipal}/addPassword`, undefined],
    ["POST", `/applications/${application}/addPassword`, {}],
    ["POST", `/directory/deletedItems/${application}/restore`, {}],
    ["PATCH", "/users/me", {}],
    ["POST", "/groups", { displayName }],
    // Whole collections, and names that are not ours.
    ["DELETE", "/identity/apiConnectors", undefined],
    ["PATCH", "/applications", {}],
    ["POST", "/identity/apiConnectors", { displayName: "contract: mine" }],
    ["POST", "/identity/apiConnectors", { targetUrl: "https://a.example/" }],
    ["POST", "/identity/apiConnectors", '{"displayName":'],
    ["POST", "/identity/apiConnectors", { displayName: [displayName] }],
    ["POST", "/applications", { displayName: PREFIX.slice(0, -1) }],
    ["POST", "/servicePrincipals", { appId: FOREIGN }],
    ["POST", "/servicePrincipals", { displayName }],
    ["POST", "/servicePrincipals", { appId, displayName: "other" }],
    ["PATCH", `/identity/apiConnectors/${connector}`, { displayName: "other" }],
    ["PATCH", `/applications/${application}`, { displayName: null }],
    // In a batch.
    inBatch({ method: "DELETE", url: `/identity/apiConnectors/${FOREIGN}` }),
    inBatch({ method: "delete", url: `identity/apiConnectors/${FOREIGN}` }),
    inBatch({ method: "PATCH", url: `${ROOT}/servicePrincipals/${FOREIGN}`, body: {} }),
    inBatch({ method: "GET", url: "https://other.example.com/v1.0/me" }),
    inBatch({ method: "POST", url: "/applications", body: { displayName } }),
    inBatch({ method: "POST", url: "/$batch", body: batch() }),
    inBatch({ method: "GET", url: "/me", headers: { "X-HTTP-Method-Override": "DELETE" } }),
    inBatch({ url: "/me" }),
    ["POST", "/$batch", "{"],
    ["POST", "/%24batch", batch({ method: "DELETE", url: `/applications/${FOREIGN}` })],
    ["DELETE", "/$batch", undefined],
    // Another method in a header.
    ["GET", `/identity/apiConnectors/${FOREIGN}`, undefined, { "X-HTTP-Method": "DELETE" }],
    ["POST", `/identity/apiConnectors/${connector}`, {}, { "x-method-override": "DELETE" }],
    // Another service, which would get the token.
    ["GET", "https://graph.microsoft.com.example/v1.0/me", undefined],
    ["GET", "https://graph.microsoft.com/beta/me", undefined],
    ["GET", "http://graph.microsoft.com/v1.0/me", undefined],
    ["DELETE", `https://a:b@graph.microsoft.com/v1.0/applications/${application}`, undefined],
  ])("%s %s %j %j", (method, path, body, headers) => {
    expect(() => judge(method, path, body, headers)).toThrow(ForeignWriteError);
  });

  it("says which request, without its query, and ends the run", () => {
    try {
      judge("DELETE", `/applications/${FOREIGN}?secret=1`);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(RunEndError);
      expect(error).toMatchObject({ method: "DELETE", url: `${ROOT}/applications/${FOREIGN}` });
      expect(String(error)).not.toContain("secret");
    }
  });
});
