import { describe, expect, it } from "vitest";
import { encodeBase64Url } from "../../../src/bytes/base64url.js";
import { client, START } from "./client.js";

const NOW = Date.parse(START) / 1000;

function token(claims: object): Record<string, string> {
  const part = (value: object) => encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  return { authorization: `Bearer ${part({ alg: "RS256" })}.${part({ exp: NOW + 60, ...claims })}.c2ln` };
}

const roles = (...names: string[]) => token({ roles: names });
const scp = (...names: string[]) => token({ scp: names.join(" ") });

describe('permissions: "enforce"', () => {
  it.each([
    ["GET", "/identity/apiConnectors", roles("APIConnectors.Read.All"), 200],
    ["GET", "/identity/apiConnectors", scp("openid", "APIConnectors.ReadWrite.All"), 200],
    ["GET", "/identity/apiConnectors", roles("Application.ReadWrite.All"), 403],
    ["POST", "/identity/apiConnectors", roles("APIConnectors.Read.All"), 403],
    ["POST", "/identity/apiConnectors", roles("APIConnectors.ReadWrite.All"), 201],
    ["GET", "/applications", roles("Application.Read.All"), 200],
    ["GET", "/servicePrincipals/$count", roles("Directory.Read.All"), 200],
    ["POST", "/applications", roles("Application.Read.All"), 403],
    ["POST", "/applications", roles("Application.ReadWrite.OwnedBy"), 201],
    ["POST", "/applications", scp("Application.ReadWrite.OwnedBy"), 403],
    ["POST", "/applications", scp("Directory.ReadWrite.All"), 201],
    ["POST", "/applications", token({}), 403],
    ["POST", "/servicePrincipals/x/addKey", roles("Application.ReadWrite.All"), 400],
    ["POST", "/servicePrincipals/x/addKey", roles("APIConnectors.ReadWrite.All"), 403],
    ["GET", "/applications", token({ roles: ["Application.Read.All"], exp: NOW }), 401],
    ["GET", "/applications", token({ roles: ["Application.Read.All"], nbf: NOW + 1000 }), 401],
    ["GET", "/applications", { authorization: "Bearer text" }, 401],
    ["GET", "/applications", { authorization: "Bearer a.b.c" }, 401],
    ["GET", "/applications", { authorization: `Bearer a.${encodeBase64Url(new TextEncoder().encode("1"))}.c` }, 401],
  ])("%s %s %j: %i", async (method, path, headers, expected) => {
    const { send } = client({ permissions: "enforce" });
    const body = method === "POST" ? { displayName: "a" } : undefined;
    const { status } = await send(method, path, body, { ...headers, consistencylevel: "eventual" });
    // What is allowed finds nothing to do it on.
    expect(status).toBe(path.includes("/x/") && expected === 400 ? 404 : expected);
  });

  it("asks the requests of a batch one by one", async () => {
    const { send } = client({ permissions: "enforce" });
    const requests = [
      { id: "1", method: "GET", url: "/applications" },
      { id: "2", method: "GET", url: "/identity/apiConnectors" },
    ];
    const { json, status } = await send("POST", "/$batch", { requests }, roles("Application.Read.All"));
    expect([status, json["responses"]]).toMatchObject([200, [{ status: 200 }, { status: 403 }]]);
  });

  it("is off unless it is asked for", async () => {
    expect((await client().send("POST", "/applications", { displayName: "a" })).status).toBe(201);
    expect(() => client({ permissions: "maybe" as "ignore" })).toThrow(RangeError);
  });
});
