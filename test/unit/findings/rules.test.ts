import { describe, expect, it } from "vitest";
import { inspect } from "../../../src/findings/inspect.js";
import { RULES } from "../../../src/findings/rules.js";
import { NOW } from "../credential/open-file.js";
import { RULE_CASES } from "./all-cases.js";
import { PASSWORD } from "./sample-files.js";

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
    for (const severity of Object.values(rule.severity)) expect(["error", "warning", "info", null]).toContain(severity);
    expect(Object.values(rule.severity).some((severity) => severity !== null)).toBe(true);
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
    it.each(catches)("catches $name", async ({ file, says, target = "api-connector" }) => {
      const opened = await file();
      const findings = inspect({ opened, target, now: NOW }, [rule]);
      expect(findings.map(({ at, severity }) => ({ at, severity }))).toEqual(says);
      for (const finding of findings) {
        expect(finding).toMatchObject({ id: rule.id });
        expect(finding.message).toMatch(/\.$/);
        expect(finding.fix).not.toBe("");
        // It may be the only copy of somebody's key.
        expect(finding.fix).not.toMatch(/(out|rm) key\.pem/);
        expect(JSON.stringify(finding)).not.toContain(PASSWORD);
      }
      for (const { message } of inspect({ opened, target: "openssl-3", now: NOW }, [rule])) {
        expect(message).not.toMatch(/Graph (does|has|takes|wants)/);
      }
    });

    it.each(leaves)("leaves alone: $name", async ({ file, target = "api-connector" }) => {
      expect(inspect({ opened: await file(), target, now: NOW }, [rule])).toEqual([]);
    });
  });
}
