import pc from "picocolors";
import { describe, expect, it } from "vitest";
import type { Finding, Severity } from "../../../../src/findings/finding.js";
import { renderFindings } from "../../../../src/node/cli/render-findings.js";

const style = { colors: pc.createColors(false), width: 80 };
const finding = (id: string, severity: Severity): Finding => ({
  id,
  severity,
  at: "pfx",
  message: "It is so.",
  fix: "Do this.",
  evidence: "standard",
  reference: "RFC 7292",
});

/** The first lines of the findings, in their order. */
const headlines = (block: string): readonly string[] => block.split("\n").filter((line) => / at pfx$/.test(line));

describe("renderFindings", () => {
  it("is nothing where nothing was found", () => {
    expect(renderFindings([], style)).toBe("");
  });

  it("puts errors before warnings before what is only worth knowing, and keeps the order of equals", () => {
    const block = renderFindings(
      [finding("a", "info"), finding("b", "warning"), finding("c", "error"), finding("d", "error")],
      style,
    );
    expect(headlines(block)).toEqual([
      "    error     c at pfx",
      "    error     d at pfx",
      "    warning   b at pfx",
      "    info      a at pfx",
    ]);
  });

  it("shows twenty and counts the others", () => {
    const many = Array.from({ length: 21 }, (_, i) => finding(`rule-${i}`, "error"));
    const block = renderFindings(many, style);
    expect(headlines(block)).toHaveLength(20);
    expect(block.endsWith("\n    and 1 more: preflight --json shows them all")).toBe(true);
    expect(renderFindings(many.slice(1), style)).not.toContain("more");
  });
});
