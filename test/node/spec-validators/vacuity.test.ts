/** What the tables of `npm run spec:vacuity` are made of, at a smaller length. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { SchemaSet } from "../../../src/contract/validation/schema.js";
import { normalise } from "../../../tools/generate-spec/pipeline.js";
import { ajvJudge, rawJudge } from "../../../tools/spec-agree/judges.js";
import { acceptsBody, bodiesOf } from "../../../tools/spec-vacuity/bodies.js";
import { countMutants, countValid } from "../../../tools/spec-vacuity/count-mutants.js";
import { readExamples } from "../../../tools/spec-vacuity/examples.js";
import { silentPlaces } from "../../../tools/spec-vacuity/silent-places.js";
import { announce } from "../../setup/announce.js";

const spec = resolve(import.meta.dirname, "../../../spec");
const read = (file: string): string => readFileSync(resolve(spec, file), "utf8");
const { translated, document } = normalise(JSON.parse(read("graph.openapi.json")), read("corrections.overlay.yaml"));
const [published, normalised] = [bodiesOf(translated), bodiesOf(document)];
const judges = { raw: rawJudge(published.schemas), normalised: ajvJudge(normalised.schemas as SchemaSet) };

const options = {
  schemas: normalised.schemas as SchemaSet,
  names: [
    "microsoft.graph.identityApiConnector",
    "microsoft.graph.keyCredential",
    "uploadClientCertificateRequestBody",
  ],
  ...judges,
  seed: 20_260_601,
  runs: 200,
};

describe("countMutants", () => {
  it("finds the published document to let mutants through, and the normalised one none", () => {
    const counts = countMutants(options);
    announce(`mutants let through: ${JSON.stringify(counts.at(-1))}`);
    expect(counts.at(-1)).toMatchObject({ label: "all", values: 600, normalised: 0 });
    const passed = Object.fromEntries(counts.map(({ label, raw }) => [label, raw]));
    expect(passed["wrong-discriminator"]).toBeGreaterThan(0);
    expect(passed["missing-required"]).toBeGreaterThan(0);
  });

  it("counts the same for the same seed", () => {
    expect(countMutants(options)).toEqual(countMutants(options));
  });
});

it("countValid finds the published document to refuse what is valid, and the normalised one nothing", () => {
  const { values, raw, normalised: accepted } = countValid(options);
  expect([values, accepted]).toEqual([600, 600]);
  expect(raw).toBeLessThan(values);
});

describe("acceptsBody", () => {
  const accepts = (operationId: string, status: number | undefined, body?: null | string): boolean =>
    acceptsBody(normalised, judges.normalised, operationId, status, body);

  it("wants a documented status, and a body only where there is one", () => {
    expect(accepts("identityApiConnector.update", 204)).toBe(true);
    expect(accepts("identityApiConnector.update", 204, null)).toBe(false);
    expect(accepts("identityApiConnector.update", 302)).toBe(false);
    expect(accepts("identityApiConnector.get", 200)).toBe(false);
    expect(accepts("identityApiConnector.get", 404, "text")).toBe(false);
  });
});

describe("spec/examples", () => {
  const { valid, invalid } = readExamples(resolve(spec, "examples"));
  const accepts = ({ operationId, status, body }: (typeof valid)[number]): boolean =>
    acceptsBody(normalised, judges.normalised, operationId, status, body);

  it("are all judged rightly by the normalised document", () => {
    expect(valid.filter((example) => !accepts(example)).map(({ place }) => place)).toEqual([]);
    expect(invalid.filter(accepts).map(({ place, name }) => `${place} ${name}`)).toEqual([]);
    expect([valid.length, invalid.length].every((count) => count > 5)).toBe(true);
  });
});

describe("silentPlaces", () => {
  it("finds members and items without a type, and objects without members", () => {
    const found = silentPlaces({
      named: { type: "object", properties: { any: {}, list: { type: "array", items: { type: "object" } } } },
      empty: { type: "object", properties: { "@odata.type": { type: "string" } } },
      user: { type: "object", properties: { empty: { $ref: "#/components/schemas/empty" } } },
    });
    expect(found).toEqual({ anyValue: ["named/any"], anyObject: ["named/any", "named/list/[]", "empty"] });
  });

  it("has in the normalised document only the abstract base and the type whose members are a tenant's own", () => {
    expect(silentPlaces(normalised.schemas as SchemaSet)).toEqual({
      anyValue: [],
      anyObject: ["microsoft.graph.apiAuthenticationConfigurationBase", "microsoft.graph.customSecurityAttributeValue"],
    });
  });
});
