/** `graph-certkit findings`: every rule, for people and for programs. */
import { describe, expect, it } from "vitest";
import packageManifest from "../../../../package.json" with { type: "json" };
import type { Rule } from "../../../../src/findings/finding.js";
import { RULES } from "../../../../src/findings/rules.js";
import { runCli } from "../../../../src/node/cli/program.js";
import { renderRules } from "../../../../src/node/cli/render-rules.js";
import { styleOf } from "../../../../src/node/cli/style.js";
import { displayWidth } from "../../../../src/node/cli/text-layout.js";
import { fakeHost } from "./fake-host.js";

/** Runs the command. */
async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const { host, stdout, stderr } = fakeHost();
  const code = await runCli(["findings", ...args], host);
  return { code, stdout: stdout(), stderr: stderr() };
}

const rule: Rule = {
  id: "sample",
  severity: { "api-connector": "warning", "token-signing": "error", reader: "warning" },
  summary: "A summary of what it finds, long enough to be wrapped at eighty columns and then some.",
  evidence: "hypothesis",
  reference: "RFC 0000",
  check: () => [],
};

describe("findings", () => {
  it("lists every rule in its order, and how many there are", async () => {
    const { code, stdout, stderr } = await run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.match(/^\S+$/gm)).toEqual(RULES.map(({ id }) => id));
    expect(stdout.endsWith(`\n\n${RULES.length} rules\n`)).toBe(true);
    expect(stdout.match(/^ {2}evidence {2}(standard|documented|third-party|hypothesis):( \S|$)/gm)).toHaveLength(
      RULES.length,
    );
  });

  it("lists for a target what matters there", async () => {
    const { stdout } = await run("--target", "token-signing");
    const rules = RULES.filter(({ severity }) => severity["token-signing"] !== null);
    expect(rules.length).toBeLessThan(RULES.length);
    expect(stdout.match(/^\S+$/gm)).toEqual(rules.map(({ id }) => id));
    expect(stdout.match(/^ {2}severity {2}(.*)$/gm)).toEqual(
      rules.map(({ severity }) => `  severity  ${severity["token-signing"]}`),
    );
    expect(stdout.endsWith(`\n\n${rules.length} rules for token-signing\n`)).toBe(true);
  });

  it("prints JSON", async () => {
    const { stdout } = await run("--json");
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      tool: { name: "graph-certkit", version: packageManifest.version },
      target: null,
      rules: RULES.map(({ id, severity, summary, evidence, reference }) => ({
        id,
        severity,
        summary,
        evidence,
        reference,
      })),
    });
    const { target, rules } = JSON.parse((await run("--json", "--target", "java-8")).stdout);
    expect(target).toBe("java-8");
    expect(rules).toHaveLength(RULES.filter(({ severity }) => severity.reader !== null).length);
  });

  it("refuses a target that is none", async () => {
    const { code, stdout, stderr } = await run("--target", "java-9");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--target expects one of api-connector, token-signing, ");
  });
});

describe("renderRules", () => {
  const style = styleOf(fakeHost().host.stdout, { environment: {} }, false);

  it("wraps and groups severities, the gravest first", () => {
    expect(renderRules([rule], undefined, style)).toBe(
      [
        "sample",
        "  finds     A summary of what it finds, long enough to be wrapped at eighty",
        "            columns and then some.",
        "  severity  error for token-signing; warning for api-connector and readers",
        "  evidence  hypothesis: RFC 0000",
        "",
        "1 rule\n",
      ].join("\n"),
    );
  });

  it("leaves out where a rule is silent, and joins what is alike", () => {
    const severity = { "api-connector": null, "token-signing": "info", reader: null } as const;
    expect(renderRules([{ ...rule, severity }], undefined, style)).toContain("  severity  info for token-signing\n");
    const all = { "api-connector": "error", "token-signing": "error", reader: "error" } as const;
    expect(renderRules([{ ...rule, severity: all }], undefined, style)).toContain(
      "  severity  error for api-connector, token-signing and readers\n",
    );
  });

  it("keeps the lines of all rules within eighty columns, save addresses", () => {
    const lines = renderRules(RULES, undefined, style).split("\n");
    expect(lines.filter((line) => displayWidth(line) > 80 && !line.includes("https://"))).toEqual([]);
  });
});
