import { describe, expect, it } from "vitest";
import schema from "../../../spec/audit-report.schema.json" with { type: "json" };
import { auditServicePrincipal } from "../../../src/audit/audit.js";
import { createAuditReport } from "../../../src/audit/report.js";
import { AUDIT_RULES } from "../../../src/audit/rules.js";
import {
  clientCertificate,
  clientSecret,
  END,
  FIRST_THUMBPRINT,
  guid,
  NOW,
  secondTriple,
  servicePrincipal,
  triple,
} from "./sample-service-principal.js";

const options = { now: NOW };
const idsOf = (json: unknown): readonly string[] => auditServicePrincipal(json, options).map(({ id }) => id);

describe("auditServicePrincipal", () => {
  it.each([
    ["without credentials", servicePrincipal([])],
    ["that lets Graph choose", servicePrincipal([triple()])],
    ["that prefers its certificate", servicePrincipal([triple()], { preferred: FIRST_THUMBPRINT })],
    ["whose certificates were selected", servicePrincipal([triple({ hasKey: true })], { preferred: FIRST_THUMBPRINT })],
    [
      "with two certificates, a secret and other members",
      servicePrincipal([triple({ hasKey: true }), secondTriple({ hasKey: true })], {
        preferred: FIRST_THUMBPRINT,
        passwords: [clientSecret()],
        others: { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#servicePrincipals/$entity", tags: [] },
      }),
    ],
  ])("says nothing of a servicePrincipal %s", (_, json) => {
    expect(auditServicePrincipal(json, options)).toEqual([]);
  });

  it("tells of a client's certificate and nothing more", () => {
    const json = servicePrincipal([], { keys: [clientCertificate()], passwords: [clientSecret()] });
    expect(idsOf(json)).toEqual(["verify-without-sign"]);
  });

  it("takes dates with seven digits of fraction, as Graph writes them", () => {
    const dates = { start: "2021-05-05T18:37:42.7869567Z", end: "2024-05-05T18:37:42.7869567Z" };
    expect(auditServicePrincipal(servicePrincipal([triple(dates)]), { now: new Date("2023-01-01") })).toEqual([]);
    expect(
      auditServicePrincipal(servicePrincipal([triple(dates)]), { now: new Date("2024-05-05T18:37:42.786Z") }),
    ).toMatchObject([
      { id: "expires-soon", message: "This certificate ends in less than a day, at 2024-05-05T18:37:42Z." },
    ]);
    expect(idsOf(servicePrincipal([triple(dates)]))).toEqual(["expired"]);
  });

  it("has one reason for each fault", () => {
    expect(idsOf(servicePrincipal([triple({ verify: { customKeyIdentifier: "AAAA" } })]))).toEqual([
      "identifier-mismatch",
    ]);
    expect(idsOf(servicePrincipal([triple({ password: { keyId: guid(99) } })]))).toEqual(["key-id-not-shared"]);
    expect(idsOf(servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" })], { preferred: FIRST_THUMBPRINT }))).toEqual(
      ["preferred-expired"],
    );
  });

  it("lists findings in the order of the rules", () => {
    const json = servicePrincipal([{ sign: triple().sign }, { password: secondTriple().password }], { preferred: "x" });
    expect(idsOf(json)).toEqual([
      "sign-without-verify",
      "sign-without-password",
      "preferred-missing",
      "orphan-password",
    ]);
  });

  it("holds no secret that stood in the input", () => {
    const secret = "c2VjcmV0IGtleQ==";
    const json = servicePrincipal([
      triple({ verify: { key: secret }, sign: { key: secret }, password: { secretText: secret, keyId: null } }),
    ]);
    const findings = auditServicePrincipal(json, options);
    expect(findings.length).toBeGreaterThan(1);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  it.each([
    [undefined],
    ["text"],
    [{ value: [] }],
    [{ keyCredentials: [] }],
    [{ keyCredentials: {}, passwordCredentials: [] }],
  ])("refuses %j, which is no servicePrincipal", (json) => {
    expect(() => auditServicePrincipal(json, options)).toThrow(
      expect.objectContaining({ code: "ERR_GRAPH_SERVICE_PRINCIPAL" }),
    );
  });

  it("refuses days and a time that are none", () => {
    const json = servicePrincipal([]);
    expect(() => auditServicePrincipal(json, { now: NOW, expiresWithinDays: -1 })).toThrow(/"expiresWithinDays"/);
    expect(() => auditServicePrincipal(json, { now: NOW, expiresWithinDays: Number.NaN })).toThrow(RangeError);
    expect(() => auditServicePrincipal(json, { now: new Date("never") })).toThrow(/"now"/);
  });
});

describe("createAuditReport", () => {
  it("counts the findings and says what was judged", () => {
    const json = servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" })], { keys: [clientCertificate()] });
    const { findings, ...rest } = createAuditReport(json, options);
    expect(rest).toEqual({
      servicePrincipal: {
        id: guid(1),
        appId: guid(2),
        displayName: "Sample",
        preferredTokenSigningKeyThumbprint: null,
      },
      now: "2026-06-01T00:00:00.000Z",
      summary: { error: 1, warning: 0, info: 1 },
    });
    expect(findings).toEqual(auditServicePrincipal(json, options));
  });

  it("has null for what was not read", () => {
    const report = createAuditReport({ keyCredentials: [], passwordCredentials: [] }, options);
    expect(report.servicePrincipal).toEqual({
      id: null,
      appId: null,
      displayName: null,
      preferredTokenSigningKeyThumbprint: null,
    });
  });
});

it("the published JSON Schema knows the rules and the members of a report", () => {
  expect(schema.$defs.finding.properties.id.enum).toEqual(AUDIT_RULES.map(({ id }) => id));
  const report = createAuditReport(servicePrincipal([triple({ end: END, verify: { key: "" } })]), options);
  expect(schema.required).toEqual(["schemaVersion", "tool", ...Object.keys(report)]);
  expect(schema.$defs.finding.required).toEqual(["id", "severity", "at", "message", "fix", "evidence", "reference"]);
  expect(Object.keys(report.findings[0] ?? {}).sort()).toEqual([...schema.$defs.finding.required].sort());
});
