import { describe, expect, it } from "vitest";
import { operationOf } from "../../../src/contract/operation-of.js";

const ROOT = "https://graph.microsoft.com/v1.0";
const ID = "01234567-89ab-cdef-0123-456789abcdef";

describe("operationOf", () => {
  it.each([
    ["GET", "/identity/apiConnectors", "identityApiConnector.list", undefined],
    ["GET", `/identity/APICONNECTORS/${ID.toUpperCase()}/`, "identityApiConnector.get", ID],
    ["GET", `/identity/apiConnectors('${ID}')`, "identityApiConnector.get", ID],
    [
      "POST",
      `/identity/apiConnectors/${ID}/microsoft.graph.uploadClientCertificate`,
      "identityApiConnector.uploadClientCertificate",
      ID,
    ],
    ["PATCH", `/servicePrincipals(appId='${ID}')`, "servicePrincipal.updateByAppId", ID],
    [
      "POST",
      `/servicePrincipals(appid='${ID}')/addTokenSigningCertificate`,
      "servicePrincipal.addTokenSigningCertificateByAppId",
      ID,
    ],
    ["GET", "/servicePrincipals?$top=2", "servicePrincipal.list", undefined],
    ["POST", "/$batch", undefined, undefined],
    ["PUT", `/identity/apiConnectors/${ID}`, undefined, undefined],
  ])("%s %s is %s", (method, path, operationId, key) => {
    expect(operationOf(method, `${ROOT}${path}`)).toEqual({ operationId, key, root: ROOT });
  });

  it("knows where a service begins that has a path before its version", () => {
    const { root, operationId } = operationOf("GET", "http://127.0.0.1:8080/graph/v1.0/applications/x");
    expect([root, operationId]).toEqual(["http://127.0.0.1:8080/graph/v1.0", "application.get"]);
  });
});
