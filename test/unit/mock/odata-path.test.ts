import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseODataPath } from "../../../src/mock/odata-path.js";
import { Refusal } from "../../../src/mock/refusal.js";
import { createRouter } from "../../../src/mock/router.js";
import { settings } from "../../property/settings.js";

const route = createRouter();
const ID = "45715bb8-13f9-4bf6-927f-ef96c102d394";

describe("parseODataPath", () => {
  it("reads names, keys as segments and keys in parentheses", () => {
    expect(parseODataPath(`/v1.0/servicePrincipals('${ID}')/addKey`)).toEqual({
      version: "v1.0",
      steps: [
        { kind: "name", text: "servicePrincipals" },
        { kind: "key", property: "id", value: ID },
        { kind: "name", text: "addKey" },
      ],
    });
    expect(parseODataPath("/V1.0/a(appId='it''s')/")?.steps[1]).toEqual({
      kind: "key",
      property: "appid",
      value: "it's",
    });
  });

  it("refuses broken encodings, empty segments and empty keys", () => {
    for (const path of ["/v1.0/%zz", "/v1.0//a", "/v1.0/a('')", "/v1.0/a()", "/v1.0/('x')", "/v1.0/a('x)"]) {
      expect(parseODataPath(path), path).toBeUndefined();
    }
  });

  it("never throws", () => {
    const pathish = fc.array(fc.oneof(fc.string(), fc.constantFrom("/", "('", "')", "%", "%2", "=", "''", "v1.0")));
    fc.assert(
      fc.property(pathish, (parts) => {
        const path = `/${parts.join("")}`;
        parseODataPath(path);
        try {
          route("GET", path);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      settings(500),
    );
  });
});

describe("createRouter", () => {
  it("takes every spelling of a path for the same", () => {
    const mixed = (text: string, upper: readonly boolean[]): string =>
      Array.from(text, (letter, index) => (upper[index % upper.length] ? letter.toUpperCase() : letter)).join("");
    const spelling = fc.record({
      upper: fc.array(fc.boolean(), { minLength: 1 }),
      prefix: fc.constantFrom("", "microsoft.graph.", "graph.", "Microsoft.Graph."),
      key: fc.constantFrom(`/${ID}`, `('${ID}')`, `(id='${ID}')`, `(${ID})`, `%28%27${ID}%27%29`),
      slash: fc.constantFrom("", "/"),
    });
    fc.assert(
      fc.property(spelling, ({ upper, prefix, key, slash }) => {
        const name = mixed("serviceprincipals", upper);
        const action = mixed("addtokensigningcertificate", upper);
        expect(route("POST", `/v1.0/${name}${key}/${prefix}${action}${slash}`)).toEqual({
          operation: "servicePrincipal.addTokenSigningCertificate",
          key: { property: "id", value: ID },
        });
      }),
      settings(500),
    );
  });

  it("knows the alternate key", () => {
    expect(route("GET", `/v1.0/servicePrincipals(appId='${ID}')`)).toEqual({
      operation: "servicePrincipal.get",
      key: { property: "appid", value: ID },
    });
  });

  it("finds connectors behind the steps of a user flow", () => {
    const path = "/v1.0/identity/b2xUserFlows/B2X_1_a/apiConnectorConfiguration/postAttributeCollection";
    expect(route("POST", `${path}/uploadClientCertificate`)).toEqual({
      operation: "userFlow.collection.uploadClientCertificate",
      key: { property: "id", value: "B2X_1_a" },
    });
  });

  it.each([
    ["GET", "/beta/applications", "unknownVersion"],
    ["GET", "/", "unknownVersion"],
    ["GET", "/v1.0", "unknownSegment"],
    ["GET", "/v1.0/users", "unknownSegment"],
    ["GET", "/v1.0/identity", "unknownSegment"],
    ["POST", `/v1.0/servicePrincipals/${ID}/microsoft.graph.nothing`, "unknownSegment"],
    ["GET", "/v1.0/microsoft.graph.applications", "unknownSegment"],
    ["PUT", "/v1.0/applications", "wrongMethod"],
    ["GET", `/v1.0/servicePrincipals/${ID}/addKey`, "wrongMethod"],
    ["GET", "/v1.0/%E0%A4%A", "badPath"],
  ])("refuses %s %s", (method, path, id) => {
    expect(() => route(method, path)).toThrow(expect.objectContaining({ id }));
  });

  it("says which methods there are", () => {
    try {
      route("PUT", `/v1.0/servicePrincipals/${ID}`);
      expect.unreachable();
    } catch (error) {
      expect((error as Refusal).details.headers).toEqual({ Allow: "GET, PATCH, DELETE" });
    }
  });
});
