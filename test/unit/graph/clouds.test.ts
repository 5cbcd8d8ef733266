import { describe, expect, it } from "vitest";
import { UnsupportedError } from "../../../src/errors.js";
import type { CloudId, GraphAction } from "../../../src/graph/clouds.js";
import { CLOUDS, graphRoot, requireAction, requireCloud, tokenEndpoint } from "../../../src/graph/clouds.js";

const TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
const ids = Object.keys(CLOUDS) as CloudId[];

describe("CLOUDS", () => {
  it("says what each cell rests on", () => {
    for (const { graphHost, authority, tokenAuthority, actions } of Object.values(CLOUDS)) {
      for (const cell of [graphHost, authority, tokenAuthority, ...Object.values(actions)]) {
        expect(cell.evidence).toBe("documented");
        expect(cell.source).not.toBe("");
      }
    }
  });
});

describe("requireAction", () => {
  const existing: Readonly<Record<CloudId, readonly GraphAction[]>> = {
    global: ["uploadClientCertificate", "addTokenSigningCertificate", "addKey", "removeKey", "updateServicePrincipal"],
    "us-gov-l4": ["addKey", "removeKey", "updateServicePrincipal"],
    "us-gov-l5": ["addKey", "removeKey", "updateServicePrincipal"],
    china: ["uploadClientCertificate", "addKey", "removeKey", "updateServicePrincipal"],
  };

  it.each(ids)("answers for what exists in %s and throws for the rest", (cloud) => {
    for (const action of existing.global) {
      const ask = () => requireAction(cloud, action);
      if (existing[cloud].includes(action)) expect(ask).not.toThrow();
      else {
        expect(ask).toThrow(UnsupportedError);
        expect(ask).toThrow(expect.objectContaining({ code: "ERR_GRAPH_ACTION_UNAVAILABLE", at: action }));
      }
    }
  });

  it("names the way with a certificate of one's own", () => {
    expect(() => requireAction("china", "addTokenSigningCertificate")).toThrow(
      /PATCH \/servicePrincipals\/\{id\} with keyCredentials/,
    );
  });

  it("names the clouds that have what cannot be had otherwise", () => {
    expect(() => requireAction("us-gov-l5", "uploadClientCertificate")).toThrow(/it exists in: global, china$/);
  });

  it("refuses a cloud or an action that nobody knows", () => {
    for (const cloud of ["germany", "__proto__", "toString"]) {
      expect(() => requireAction(cloud as CloudId, "addKey")).toThrow(RangeError);
      expect(() => requireCloud(cloud as CloudId)).toThrow(
        /^"cloud" expected global, us-gov-l4, us-gov-l5, china, got/,
      );
    }
    expect(() => requireAction("global", "toString" as GraphAction)).toThrow(/^"action" expected/);
  });
});

describe("graphRoot", () => {
  it("is the service root of the cloud", () => {
    expect(ids.map((id) => graphRoot(id))).toEqual([
      "https://graph.microsoft.com/v1.0",
      "https://graph.microsoft.us/v1.0",
      "https://dod-graph.microsoft.us/v1.0",
      "https://microsoftgraph.chinacloudapi.cn/v1.0",
    ]);
    expect(graphRoot("global", "beta")).toBe("https://graph.microsoft.com/beta");
  });
});

describe("tokenEndpoint", () => {
  it("is the tenant's in the cloud", () => {
    expect(ids.map((id) => tokenEndpoint(id, TENANT))).toEqual([
      `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
      `https://login.microsoftonline.us/${TENANT}/oauth2/v2.0/token`,
      `https://login.microsoftonline.us/${TENANT}/oauth2/v2.0/token`,
      `https://login.partner.microsoftonline.cn/${TENANT}/oauth2/v2.0/token`,
    ]);
    expect(tokenEndpoint("global", "contoso.onmicrosoft.com")).toContain("/contoso.onmicrosoft.com/");
  });

  it.each(["", "a/b", "..", "contoso.com?", "common", "Organizations", " "])("refuses the tenant %j", (tenant) => {
    expect(() => tokenEndpoint("global", tenant)).toThrow(RangeError);
    expect(() => tokenEndpoint("global", tenant)).toThrow(/^"tenant" expected/);
  });

  it("refuses what is no text", () => {
    expect(() => tokenEndpoint("global", undefined as unknown as string)).toThrow(TypeError);
  });
});
