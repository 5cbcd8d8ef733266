import { describe, expect, it } from "vitest";
import { readOpenApi } from "../../../../src/contract/drift/read-openapi.js";
import { readValue } from "../../../../src/contract/drift/read-schema.js";

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const NULL = { type: "null" };

describe("readValue", () => {
  it.each([
    ["a string", { type: "string" }, "Edm.String", false],
    ["a nullable string", { type: ["string", "null"] }, "Edm.String", true],
    ["base64", { type: "string", contentEncoding: "base64", pattern: "^x$" }, "Edm.Binary", false],
    ["a date and time", { type: "string", format: "date-time" }, "Edm.DateTimeOffset", false],
    ["a GUID by pattern", { type: "string", pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}$" }, "Edm.Guid", false],
    ["another pattern", { type: "string", pattern: "^CN=" }, "Edm.String", false],
    ["a boolean", { type: ["boolean", "null"] }, "Edm.Boolean", true],
    ["a safe integer", { type: "integer", maximum: Number.MAX_SAFE_INTEGER }, "Edm.Int64", false],
    ["an integer of 32 bits", { type: "integer", maximum: 2_147_483_647 }, "Edm.Int32", false],
    ["an integer by format", { type: "integer", format: "int16" }, "Edm.Int16", false],
    ["a number", { type: "number" }, "Edm.Double", false],
    ["a reference", ref("microsoft.graph.a"), "microsoft.graph.a", false],
    ["a nullable reference", { oneOf: [ref("microsoft.graph.a"), NULL] }, "microsoft.graph.a", true],
    ["a collection", { type: "array", items: ref("microsoft.graph.a") }, "Collection(microsoft.graph.a)", false],
    ["a collection with nulls", { type: "array", items: { type: ["string", "null"] } }, "Collection(Edm.String)", true],
    [
      "a collection or null",
      { type: ["array", "null"], items: { type: "string" } },
      "Collection(Edm.String) or null",
      false,
    ],
    [
      "the same in a union",
      { anyOf: [{ type: "array", items: { type: "string" } }, NULL] },
      "Collection(Edm.String) or null",
      false,
    ],
    ["a loose union", { anyOf: [ref("microsoft.graph.a"), { type: "object" }] }, "microsoft.graph.a or unknown", false],
    ["anything", true, "unknown", true],
  ])("reads %s", (_, schema, type, nullable) => {
    expect(readValue(schema)).toEqual({ type, nullable });
  });
});

describe("readOpenApi", () => {
  const schemas = {
    "microsoft.graph.entity": {
      type: "object",
      properties: { id: { type: "string" }, "@odata.type": { type: "string" } },
    },
    "microsoft.graph.robot": {
      allOf: [
        ref("microsoft.graph.entity"),
        { type: "object", "x-open-type": true, properties: { name: { type: ["string", "null"] } } },
      ],
    },
    "microsoft.graph.shade": { type: "string", enum: ["light", "dark"] },
    "microsoft.graph.tags": { oneOf: [ref("microsoft.graph.robot")] },
    "microsoft.graph.robotCollectionResponse": { type: "object" },
    "microsoft.graph.ODataErrors.MainError": { type: "object" },
    wakeRequestBody: { type: "object", properties: { at: { type: "string", format: "date-time" } } },
  };
  const post = (operationId: string, schema: unknown): object => ({
    post: {
      operationId,
      requestBody: { content: { "application/json": { schema } } },
      responses: { "200": { $ref: "#/components/responses/robot" }, "4XX": {} },
    },
  });
  const responses = { robot: { content: { "application/json": { schema: ref("microsoft.graph.robot") } } } };

  it("reads types, and takes neither unions nor envelopes nor errors for one", () => {
    expect(readOpenApi({ components: { schemas } }).types).toEqual([
      {
        name: "microsoft.graph.entity",
        kind: "entity",
        base: null,
        open: false,
        abstract: null,
        members: [{ name: "id", type: "Edm.String", nullable: false }],
      },
      {
        name: "microsoft.graph.robot",
        kind: "entity",
        base: "microsoft.graph.entity",
        open: true,
        abstract: null,
        members: [{ name: "name", type: "Edm.String", nullable: true }],
      },
      {
        name: "microsoft.graph.shade",
        kind: "enum",
        base: null,
        open: null,
        abstract: null,
        members: [
          { name: "light", type: "Edm.String", nullable: false },
          { name: "dark", type: "Edm.String", nullable: false },
        ],
      },
    ]);
  });

  it("reads an action once, by whichever key it is addressed", () => {
    const paths = {
      "/robots": post("robot.create", ref("microsoft.graph.robot")),
      "/robots/{id}/wake": post("robot.wake", ref("wakeRequestBody")),
      "/robots(serial='{serial}')/wake": post("robot.wakeByAppId", schemas.wakeRequestBody),
    };
    expect(readOpenApi({ paths, components: { schemas, responses } }).actions).toEqual([
      {
        name: "wake",
        boundTo: "microsoft.graph.robot",
        boundNullable: null,
        parameters: [{ name: "at", type: "Edm.DateTimeOffset", nullable: false }],
        returns: { type: "microsoft.graph.robot", nullable: false },
      },
    ]);
  });

  it.each([
    ["only demands more of a type", { type: "object", required: ["name"] }, "microsoft.graph.robot"],
    ["adds members to a type", { type: "object", properties: { mood: { type: "string" } } }, "robotAnswer"],
  ])("reads a result that %s", (_, more, type) => {
    const robotAnswer = { allOf: [ref("microsoft.graph.robot"), more] };
    const robot = { content: { "application/json": { schema: ref("robotAnswer") } } };
    const components = { schemas: { ...schemas, robotAnswer }, responses: { robot } };
    const paths = { "/robots/{id}/wake": post("robot.wake", ref("wakeRequestBody")) };
    expect(readOpenApi({ paths, components }).actions[0]?.returns).toEqual({ type, nullable: false });
  });

  it("reads an action twice where its addresses differ", () => {
    const paths = { "/a/wake": post("robot.wake", ref("wakeRequestBody")), "/b/wake": post("robot.wakeByAppId", {}) };
    expect(readOpenApi({ paths, components: { schemas, responses } }).actions).toHaveLength(2);
  });

  it.each([[undefined], [null], [[]], [{ paths: [], components: 1 }]])("takes %j for empty", (document) => {
    expect(readOpenApi(document)).toEqual({ types: [], actions: [] });
  });
});
