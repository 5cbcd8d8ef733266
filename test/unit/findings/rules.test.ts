import { describe, expect, it } from "vitest";
import { inspect, RULES } from "../../../src/findings/inspect.js";
import { NOW } from "../credential/open-file.js";
import { PASSWORD, RULE_CASES } from "./rule-cases.js";

declare global {
  interface ImportMeta {
    /** Vite's list of the modules that a pattern names, made when this file is transformed. */
    glob(pattern: string): Record<string, () => Promise<unknown>>;
  }
}

/** The rules' files; a browser has no folders to read. */
const modules = import.meta.glob("../../../src/findings/rules/*.ts");

const ids = RULES.map(({ id }) => id);

describe("the list of rules", () => {
  it("has each id once", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has the rule of every file, by the file's name", () => {
    const names = Object.keys(modules).map((path) => path.replace(/^.*\/|\.ts$/g, ""));
    expect([...ids].sort()).toEqual(names.sort());
  });

  it.each(RULES)("$id is kebab-case and says what it finds, why it matters and where that stands", (rule) => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(["standard", "documented", "third-party", "hypothesis"]).toContain(rule.evidence);
    expect(["error", "warning", "info"]).toContain(rule.severity);
    expect(rule.summary).toMatch(/\.$/);
    expect(rule.reference).not.toBe("");
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

for (const rule of RULES) {
  const { catches = [], leaves = [] } = RULE_CASES[rule.id] ?? {};

  describe(rule.id, () => {
    it.each(catches)("catches $name", async ({ file, says }) => {
      const findings = inspect({ opened: await file(), target: "api-connector", now: NOW }, [rule]);
      expect(findings.map(({ at, severity }) => ({ at, severity }))).toEqual(says);
      for (const finding of findings) {
        expect(finding).toMatchObject({ id: rule.id, evidence: rule.evidence, reference: rule.reference });
        expect(finding.message).toMatch(/\.$/);
        expect(finding.fix).not.toBe("");
        expect(JSON.stringify(finding)).not.toContain(PASSWORD);
      }
    });

    it.each(leaves)("leaves alone: $name", async ({ file }) => {
      expect(inspect({ opened: await file(), target: "api-connector", now: NOW }, [rule])).toEqual([]);
    });
  });
}
