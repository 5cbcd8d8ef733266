/** A plan as JSON fits the published JSON Schema, in which no member is missing. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { AUDIT_RULES } from "../../../src/audit/rules.js";
import { CLOUDS } from "../../../src/graph/clouds.js";
import { renderRollover } from "../../../src/rollover/render-rollover.js";
import { secondTriple, servicePrincipal, triple } from "../../unit/audit/sample-service-principal.js";
import { current, planFor } from "../../unit/rollover/sample-plan.js";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const schema = JSON.parse(readFileSync("spec/rollover-plan.schema.json", "utf8"));
const validate = ajv.compile(schema);

it.each([
  ["for one certificate", planFor()],
  [
    "for several that go",
    planFor(servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" }), secondTriple()]), { remove: "expired" }),
  ],
  ["with notes", planFor(servicePrincipal([triple(), secondTriple()]))],
  [
    "without a preference that was read",
    planFor({ ...current(), preferredTokenSigningKeyThumbprint: undefined }, { remove: "none" }),
  ],
])("a plan %s is valid", (_, plan) => {
  validate(JSON.parse(renderRollover(plan, "json").script));
  expect(validate.errors).toBeNull();
});

it("a step of another kind is not", () => {
  const plan = planFor();
  const steps = plan.steps.map((step) => ({ ...step, kind: "other" }));
  expect(validate({ schemaVersion: 1, ...plan, steps })).toBe(false);
});

it("knows the clouds and the rules of the audit", () => {
  expect(schema.properties.cloud.enum).toEqual(Object.keys(CLOUDS));
  expect(schema.$defs.finding.properties.id.enum).toEqual(AUDIT_RULES.map(({ id }) => id));
});
