/** A report in its envelope fits the published JSON Schema. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { createAuditReport } from "../../../src/audit/report.js";
import { clientCertificate, NOW, servicePrincipal, triple } from "../../unit/audit/sample-service-principal.js";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync("spec/audit-report.schema.json", "utf8")));
const envelope = { schemaVersion: 1, tool: { name: "graph-certkit", version: "1.2.3" } };

it.each([
  ["without findings", servicePrincipal([triple()])],
  [
    "with some",
    servicePrincipal([triple({ identifier: "%", end: "2026-01-01T00:00:00Z" })], { keys: [clientCertificate()] }),
  ],
  ["of which little was read", { keyCredentials: [], passwordCredentials: [] }],
])("a report %s is valid", (_, json) => {
  validate({ ...envelope, ...createAuditReport(json, { now: NOW }) });
  expect(validate.errors).toBeNull();
});

it("a member of another name is not", () => {
  expect(validate({ ...envelope, ...createAuditReport(servicePrincipal([]), { now: NOW }), other: 1 })).toBe(false);
});
