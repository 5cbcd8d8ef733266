import { describe, expect, it } from "vitest";
import { auditServicePrincipal } from "../../../src/audit/audit.js";
import { AUDIT_RULES } from "../../../src/audit/rules.js";
import type { AuditRuleCases } from "./rule-case.js";
import { clientCertificate, clientSecret, NOW, servicePrincipal, triple } from "./sample-service-principal.js";

/** The rules' files and their cases; a browser has no folders to read. */
const modules = import.meta.glob("../../../src/audit/rules/*.ts");
const caseModules = import.meta.glob<{ readonly cases: AuditRuleCases }>("./rules/*.cases.ts", { eager: true });

const nameOf = (path: string): string => path.replace(/^.*\/|(\.cases)?\.ts$/g, "");
const RULE_CASES: Readonly<Record<string, AuditRuleCases>> = Object.fromEntries(
  Object.entries(caseModules).map(([path, { cases }]) => [nameOf(path), cases]),
);
const ids = AUDIT_RULES.map(({ id }) => id);

describe("the list of rules", () => {
  it("has each id once", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has the rule of every file, by the file's name", () => {
    expect([...ids].sort()).toEqual(Object.keys(modules).map(nameOf).sort());
  });

  it.each(AUDIT_RULES)("$id is kebab-case and says what it finds, why it matters and where that stands", (rule) => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(["standard", "documented", "third-party", "hypothesis"]).toContain(rule.evidence);
    expect(["error", "warning", "info"]).toContain(rule.severity);
    expect(rule.summary).toMatch(/\.$/);
    expect(rule.reference).toMatch(/^https:/);
  });
});

describe("the cases", () => {
  it("are those of the rules", () => {
    expect(Object.keys(RULE_CASES).sort()).toEqual([...ids].sort());
  });

  it.each(ids)("hold for %s one to catch and one to leave alone", (id) => {
    expect(RULE_CASES[id]?.catches.length).toBeGreaterThan(0);
    expect(RULE_CASES[id]?.leaves.length).toBeGreaterThan(0);
  });
});

describe("all rules together", () => {
  it.each([
    ["a sound certificate", servicePrincipal([triple()])],
    ["a sound certificate that is shown", servicePrincipal([triple({ hasKey: true })])],
    ["no credentials", servicePrincipal([])],
    ["a client secret", servicePrincipal([], { passwords: [clientSecret()] })],
  ])("have nothing to say of %s", (_, json) => {
    expect(auditServicePrincipal(json, { now: NOW })).toEqual([]);
  });

  it("say one thing of a client's certificate and secret", () => {
    const json = servicePrincipal([], { keys: [clientCertificate()], passwords: [clientSecret()] });
    expect(auditServicePrincipal(json, { now: NOW }).map(({ id }) => id)).toEqual(["verify-without-sign"]);
  });
});

for (const rule of AUDIT_RULES) {
  const { catches = [], leaves = [] } = RULE_CASES[rule.id] ?? {};

  describe(rule.id, () => {
    it.each(catches)("catches $name", ({ json, says, expiresWithinDays = 30 }) => {
      const findings = auditServicePrincipal(json, { now: NOW, expiresWithinDays }, [rule]);
      expect(findings.map(({ at, severity }) => ({ at, severity }))).toEqual(says);
      for (const finding of findings) {
        expect(finding).toMatchObject({ id: rule.id });
        expect(finding.message).toMatch(/\."?$/);
        expect(finding.fix).toMatch(/\.$/);
        expect(resolvePointer(json, finding.at)).toBeDefined();
      }
    });

    it.each(leaves)("leaves alone: $name", ({ json, expiresWithinDays = 30 }) => {
      expect(auditServicePrincipal(json, { now: NOW, expiresWithinDays }, [rule])).toEqual([]);
    });
  });
}

/** What a JSON pointer without escapes names. */
function resolvePointer(json: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce((value, member) => (value as Readonly<Record<string, unknown>>)[member], json);
}
