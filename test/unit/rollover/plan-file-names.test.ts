import { describe, expect, it } from "vitest";
import { isPlanFileName } from "../../../src/rollover/plan-file-names.js";
import { ROLLOVER_FORMATS, renderRollover } from "../../../src/rollover/render-rollover.js";
import { FIRST_THUMBPRINT, secondTriple, servicePrincipal, triple } from "../audit/sample-service-principal.js";
import { planFor } from "./sample-plan.js";

describe("isPlanFileName", () => {
  it.each(ROLLOVER_FORMATS)("knows every file of a plan with two removals as %s", (format) => {
    const certificates = [triple({ hasKey: true }), secondTriple({ hasKey: true, end: "2026-01-01T00:00:00Z" })];
    const plan = planFor(servicePrincipal(certificates, { preferred: FIRST_THUMBPRINT }), { remove: "expired" });
    const { name, files } = renderRollover(plan, format);
    const names = [name, ...files.map((file) => file.name)];
    expect(names.filter((it) => !isPlanFileName(it))).toEqual([]);
    expect(names.includes("remove-2.json")).toBe(format !== "json");
  });

  it("knows the steps that not every plan has", () => {
    expect(["clear-preferred.json", "clear-preferred-2.json", "remove-12.json"].every(isPlanFileName)).toBe(true);
  });

  it.each(["notes.txt", "package.json", "my-add.json", "add.json.bak", "rollover.md", "remove-.json"])(
    "leaves %s alone",
    (name) => {
      expect(isPlanFileName(name)).toBe(false);
    },
  );
});
