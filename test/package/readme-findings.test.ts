/** The tables of README that are made from the code. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AuditRule } from "../../src/audit/audit-finding.js";
import { AUDIT_RULES } from "../../src/audit/rules.js";
import type { Rule } from "../../src/findings/finding.js";
import { RULES } from "../../src/findings/rules.js";
import { BEHAVIOURS } from "../../src/mock/behaviours.js";
import { READERS } from "../../src/readers/judge-readers.js";
import { escapeMarkdown, replaceBlock, toTable } from "../../tools/readme-findings/markdown.js";
import {
  toAuditTable,
  toBehavioursTable,
  toDifferencesTable,
  toFindingsTable,
  toReadersTable,
  updateTables,
} from "../../tools/readme-findings/tables.js";

describe("escapeMarkdown", () => {
  it.each([
    ["a | b", "a \\| b"],
    [
      "with - and _, `code`, *stars*, [links](x), <b>",
      "with - and \\_, \\`code\\`, \\*stars\\*, \\[links\\](x), \\<b>",
    ],
    ["two\nlines\\", "two lines\\\\"],
  ])("writes %j as %j", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

describe("replaceBlock", () => {
  const document = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n";

  it("replaces what stands between the marks, and nothing the second time", () => {
    const once = replaceBlock(document, "x", "new");
    expect(once).toBe("a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n");
    expect(replaceBlock(once, "x", "new")).toBe(once);
  });

  it.each([
    ["no marks", "a"],
    ["no end", "<!-- x -->"],
    ["no begin", "<!-- /x -->"],
    ["the end before the begin", "<!-- /x --><!-- x -->"],
    ["two begins", "<!-- x --><!-- x --><!-- /x -->"],
    ["two ends", "<!-- x --><!-- /x --><!-- /x -->"],
  ])("refuses a document with %s", (_, text) => {
    expect(() => replaceBlock(text, "x", "new")).toThrow("once each and in this order");
  });
});

describe("the tables", () => {
  it("have a row for each rule and each reader", () => {
    const rule: Rule = {
      id: "some-rule",
      severity: { "api-connector": "error", "token-signing": null, reader: "info" },
      summary: "This | that.",
      evidence: "standard",
      reference: "RFC 0000",
      check: () => [],
    };
    const [, , row] = toFindingsTable([rule]).split("\n");
    expect(row).toBe("| `some-rule` | error | – | info | This \\| that. | standard |");
    const [header, , reader] = toReadersTable([{ id: "java-8", name: "Java 8 <8u301", evidence: "third-party" }]).split(
      "\n",
    );
    expect([header, reader]).toEqual([
      "| reader | `--target` | evidence |",
      "| Java 8 \\<8u301 | `java-8` | third-party |",
    ]);
    const auditRule: AuditRule = { ...rule, severity: "warning", check: () => [] };
    expect(toAuditTable([auditRule]).split("\n")[2]).toBe("| `some-rule` | warning | This \\| that. | standard |");
    const [first] = BEHAVIOURS;
    const behaviour = { ...first, id: "some", area: "queries", what: "A | b.", evidence: "standard" } as const;
    const alike = [
      { ...behaviour, difference: undefined },
      { ...behaviour, id: "other", difference: "has <c>" },
    ];
    expect(
      toBehavioursTable(alike as never)
        .split("\n")
        .slice(2),
    ).toEqual(["| queries | `some` | A \\| b. | standard |", "| queries | `other` | A \\| b. | standard |"]);
    expect(
      toDifferencesTable(alike as never)
        .split("\n")
        .slice(2),
    ).toEqual(["| `other` | has \\<c> |"]);
    expect(toTable(["a", "b"], [])).toBe("| a | b |\n| --- | --- |");
  });

  it("stand in README, between marks that are found", () => {
    const readme = readFileSync("README.md", "utf8");
    const listed = { rules: RULES, readers: READERS, auditRules: AUDIT_RULES, behaviours: BEHAVIOURS };
    const updated = updateTables(readme, listed);
    for (const { id } of [...RULES, ...READERS, ...AUDIT_RULES, ...BEHAVIOURS])
      expect(updated).toMatch(new RegExp(`^\\| .*\`${id}\` \\|`, "m"));
    expect(updateTables(updated, listed)).toBe(updated);
    for (const name of ["rules", "readers", "auditRules", "behaviours"]) {
      expect(updateTables(readme, { ...listed, [name]: [] })).not.toBe(updated);
    }
  });
});
