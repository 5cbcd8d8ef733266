import { describe, expect, it } from "vitest";
import { encodeBase64Url } from "../../../../src/bytes/base64url.js";
import { LIVE_ACTIONS } from "../../../../src/contract/live/live-run.js";
import { checkToken } from "../../../../src/contract/live/token.js";
import { NOW } from "./setup.js";

const tenantId = "5f2d3c1a-7b6e-4d8f-9a01-23456789abcd";
const roles = ["APIConnectors.ReadWrite.All", "Application.ReadWrite.OwnedBy"];

function token(claims: object): string {
  const part = (value: object): string => encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  const sound = { tid: tenantId, aud: "https://graph.microsoft.com", exp: NOW / 1000 + 3_600, roles };
  return `${part({ alg: "RS256" })}.${part({ ...sound, ...claims })}.c2ln`;
}

const check = (text: string): readonly (readonly [string, boolean])[] =>
  checkToken(text, { tenantId, now: NOW, needs: LIVE_ACTIONS }).map(({ claim, isFatal }) => [claim, isFatal]);

describe("checkToken", () => {
  it.each([
    ["of an app", {}],
    ["of a tenant in other case", { tid: tenantId.toUpperCase() }],
    ["for Graph by its id", { aud: "00000003-0000-0000-c000-000000000000" }],
    ["for another cloud", { aud: "https://dod-graph.microsoft.us/" }],
    ["of a user", { roles: undefined, scp: "openid APIConnectors.ReadWrite.All Application.ReadWrite.All" }],
    ["of an app that may more", { roles: ["APIConnectors.ReadWrite.All", "Directory.ReadWrite.All"] }],
    ["that begins in a moment", { nbf: NOW / 1000 + 60 }],
  ])("finds nothing about a token %s", (_, claims) => {
    expect(check(token(claims))).toEqual([]);
  });

  it.each([
    ["another tenant", { tid: "5f2d3c1a-7b6e-4d8f-9a01-23456789abce" }, ["tid", true]],
    ["no tenant", { tid: undefined }, ["tid", true]],
    ["another audience", { aud: "https://vault.azure.net" }, ["aud", true]],
    ["a host that ends alike", { aud: "https://evil.example/graph.microsoft.com" }, ["aud", true]],
    ["no audience", { aud: undefined }, ["aud", true]],
    ["its end", { exp: NOW / 1000 }, ["exp", true]],
    ["no end", { exp: "soon" }, ["exp", true]],
    ["a beginning far off", { nbf: NOW / 1000 + 3_600 }, ["nbf", true]],
    ["no roles for connectors", { roles: ["Application.ReadWrite.All"] }, ["permissions", false]],
    ["OwnedBy for a user", { roles: undefined, scp: roles.join(" ") }, ["permissions", false]],
  ])("finds %s", (_, claims, problem) => {
    expect(check(token(claims))).toEqual([problem]);
  });

  it.each(["opaque", "a.b", "a.b.c", `a.${btoa("[1]")}.c`, `a.${btoa("1")}.c`, ""])("finds no claims in %j", (text) => {
    expect(check(text)).toEqual([["token", true]]);
  });

  it("names each permission once, and nothing of the token", () => {
    const problems = checkToken(token({ roles: [], sub: "a-secret", tid: "a-secret" }), {
      tenantId,
      now: NOW,
      needs: LIVE_ACTIONS,
    });
    const messages = problems.map(({ message }) => message);
    expect(messages.join("\n")).not.toContain("a-secret");
    expect(messages.slice(1)).toEqual([
      "the token lacks the application permission APIConnectors.ReadWrite.All, for uploadClientCertificate",
      "the token lacks the application permission Application.ReadWrite.OwnedBy, for addTokenSigningCertificate, updateServicePrincipal",
    ]);
  });
});
