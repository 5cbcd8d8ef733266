/** The slicer on small documents of both spellings, and on what it must refuse. */
import { describe, expect, it } from "vitest";
import { translate } from "../../../tools/generate-spec/translate.js";
import type { Json, JsonObject } from "../../../tools/slice-openapi/json.js";
import { memberObject } from "../../../tools/slice-openapi/json.js";
import { sliceDocument } from "../../../tools/slice-openapi/slice.js";
import { WANTED_OPERATIONS } from "../../../tools/slice-openapi/wanted-operations.js";

const BASE = "microsoft.graph.apiAuthenticationConfigurationBase";
const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const answer = (schema: Json): JsonObject => ({
  description: "prose",
  content: { "application/json": { schema } },
});

/** Every wanted operation, each answering a connector, and a path that nobody wants. */
function wholeDocument(namespace: string): JsonObject {
  const paths: Record<string, Record<string, Json>> = { "/me": { get: { responses: { "200": answer({}) } } } };
  for (const { method, path } of WANTED_OPERATIONS.filter(({ isRequired }) => isRequired)) {
    const published = path.replace("{}", "{thing-id}").replace(/\/([a-z]+[A-Z]\w*)$/, `/${namespace}$1`);
    const spelt = published.includes("apiConnectors") && !published.includes("{") ? path : published;
    paths[spelt] = {
      ...paths[spelt],
      description: "prose",
      [method]: {
        summary: "prose",
        tags: ["prose"],
        operationId: `published.${method}`,
        responses: { "2XX": answer(reference("microsoft.graph.identityApiConnector")) },
      },
    };
  }
  return {
    openapi: "3.0.1",
    info: { title: "Graph", version: "1", description: "prose" },
    servers: [{ url: "https://graph.microsoft.com/v1.0" }],
    paths,
    components: {
      schemas: {
        "microsoft.graph.entity": {
          type: "object",
          discriminator: {
            propertyName: "@odata.type",
            mapping: {
              "#c": "#/components/schemas/microsoft.graph.identityApiConnector",
              "#u": "#/components/schemas/microsoft.graph.user",
            },
          },
        },
        "microsoft.graph.identityApiConnector": {
          allOf: [
            reference("microsoft.graph.entity"),
            {
              title: "prose",
              type: "object",
              properties: {
                description: { type: "string", nullable: true, description: "prose" },
                tags: { type: "array", items: { type: "string" } },
                nullable: { type: "boolean" },
                owner: { ...reference("microsoft.graph.user"), "x-ms-navigationProperty": true },
                configuration: { anyOf: [reference(BASE), { type: "object", nullable: true }] },
              },
            },
          ],
        },
        [BASE]: {
          type: "object",
          discriminator: { propertyName: "@odata.type", mapping: { "#b": "#/components/schemas/basic" } },
        },
        basic: { type: "object", allOf: [reference(BASE)] },
        "microsoft.graph.user": { type: "object" },
      },
    },
  };
}

describe.each(["", "microsoft.graph."])("sliceDocument, actions as /%saddKey", (namespace) => {
  const { document, missing, counts } = sliceDocument(wholeDocument(namespace));
  const schemas = memberObject(memberObject(document, "components"), "schemas");

  it("keeps the wanted operations with what they lead to", () => {
    expect(Object.keys(memberObject(document, "paths"))).not.toContain("/me");
    expect(Object.keys(schemas)).toEqual(
      ["basic", BASE, "microsoft.graph.entity", "microsoft.graph.identityApiConnector"].toSorted(),
    );
    expect(counts.schemas).toEqual([4, 5]);
  });

  it("cuts prose, but not properties that are called like prose", () => {
    expect(JSON.stringify(document)).not.toContain('"prose"');
    const properties = memberObject(
      (memberObject(schemas, "microsoft.graph.identityApiConnector")["allOf"] as Json[])[1],
      "properties",
    );
    expect(Object.keys(properties)).toEqual(["configuration", "description", "nullable", "tags"]);
    expect(counts.navigationProperties).toBe(1);
  });

  it("prunes mappings to types that are kept", () => {
    expect(schemas["microsoft.graph.entity"]).toEqual({
      type: "object",
      discriminator: {
        propertyName: "@odata.type",
        mapping: { "#c": "#/components/schemas/microsoft.graph.identityApiConnector" },
      },
    });
    expect(counts.mappingEntries).toBe(1);
  });

  it("reports operations that not every document has", () => {
    expect(missing).toContain("servicePrincipal.addKeyByAppId");
    expect(missing.every((operationId) => operationId.endsWith("ByAppId"))).toBe(true);
  });

  it("is the same for the same document in another order", () => {
    const reversed = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, member]) => [name, reversed(member)]),
      );
    };
    expect(JSON.stringify(sliceDocument(reversed(wholeDocument(namespace))).document)).toBe(JSON.stringify(document));
  });

  it("is translated to canonical paths and operationIds", () => {
    const paths = memberObject(translate(document), "paths");
    const action = memberObject(memberObject(paths, "/servicePrincipals/{thing-id}/addKey"), "post");
    expect(action["operationId"]).toBe("servicePrincipal.addKey");
  });

  it("is translated so that any object stays allowed where it was", () => {
    const translated = memberObject(memberObject(translate(document), "components"), "schemas");
    const [, own] = memberObject(translated, "microsoft.graph.identityApiConnector")["allOf"] as Json[];
    expect(memberObject(own, "properties")).toEqual({
      configuration: { oneOf: [reference(BASE), { type: "null" }, { type: "object", not: reference(BASE) }] },
      description: { type: ["string", "null"] },
      nullable: { type: "boolean" },
      tags: { type: "array", items: { type: "string" } },
    });
  });
});

describe("translate", () => {
  const schema: JsonObject = { type: "object", properties: { keyId: { type: "string", nullable: true } } };
  const bodySchema = { $ref: "#/components/schemas/removeKeyRequestBody" };
  const named = { type: "object", properties: { keyId: { type: ["string", "null"] } } };

  it.each([
    ["in place", { content: { "application/json": { schema } } }, {}],
    [
      "as a component",
      { $ref: "#/components/requestBodies/removeKeyRequestBody" },
      { requestBodies: { removeKeyRequestBody: { content: { "application/json": { schema } } } } },
    ],
  ])("gives the body of an action a name where it is published %s", (_, requestBody, components) => {
    const paths = { "/servicePrincipals/{id}/removeKey": { post: { requestBody } } };
    const translated = translate({ openapi: "3.0.1", paths, components });
    expect(memberObject(memberObject(translated, "components"), "schemas")).toEqual({ removeKeyRequestBody: named });
    expect(JSON.stringify(translated)).toContain(JSON.stringify({ "application/json": { schema: bodySchema } }));
  });
});

describe("sliceDocument refuses", () => {
  it("a document without a main operation, naming it", () => {
    const whole = wholeDocument("");
    const { "/servicePrincipals": _, ...paths } = memberObject(whole, "paths");
    expect(() => sliceDocument({ ...whole, paths })).toThrow("it has no get /servicePrincipals");
  });

  it("a reference that leads nowhere", () => {
    const whole = wholeDocument("");
    expect(() => sliceDocument({ ...whole, components: { schemas: {} } })).toThrow("which is not in it");
  });

  it("what is no object", () => {
    expect(() => sliceDocument([])).toThrow("the document is not an object");
  });
});
