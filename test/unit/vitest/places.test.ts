import { describe, expect, it } from "vitest";
import type { ContractResult } from "../../../src/contract/result.js";
import { RULES } from "../../../src/contract/rules.js";
import { byPlace, ELSEWHERE, placesOf } from "../../../src/vitest/places.js";

const result: ContractResult = {
  rule: "C4",
  title: "",
  status: "fail",
  operation: "identityApiConnector.update",
  scenario: "",
  evidence: [],
  source: "",
  pointer: "",
  expected: null,
  actual: null,
  exchanges: [],
};

describe("places", () => {
  it("are each rule at each operation that it names, with names that no run changes", () => {
    const places = placesOf(["C4", "S1"]);
    expect(places.map(({ rule, operation }) => `${rule.id} ${operation}`)).toEqual([
      "C4 identityApiConnector.uploadClientCertificate",
      "C4 identityApiConnector.update",
      "C4 identityApiConnector.create",
      "C4 identityApiConnector.get",
      "C4 identityApiConnector.list",
      "C4 elsewhere",
      "S1 servicePrincipal.addTokenSigningCertificate",
      "S1 elsewhere",
    ]);
    expect(places[0]?.name).toMatch(/^C4 thumbprint is .* › identityApiConnector\.uploadClientCertificate$/);
  });

  it("have names that are unique, at least two for each rule", () => {
    const places = placesOf();
    expect(new Set(places.map(({ name }) => name)).size).toBe(places.length);
    for (const rule of RULES) expect(places.filter((it) => it.rule === rule).length).toBeGreaterThan(1);
  });

  it("take every result: at its operation, by appId too, and elsewhere what the rule does not name", () => {
    const placed = (more: Partial<ContractResult>): string => [...byPlace([{ ...result, ...more }]).keys()].join("");
    expect(placed({})).toMatch(/^C4 .* › identityApiConnector\.update$/);
    expect(placed({ operation: "identityApiConnector.delete" })).toMatch(new RegExp(`^C4 .* › ${ELSEWHERE}$`));
    expect(placed({ operation: "other" })).toMatch(new RegExp(`^C4 .* › ${ELSEWHERE}$`));
    const minted = placed({ rule: "S1", operation: "servicePrincipal.addTokenSigningCertificateByAppId" });
    expect(minted).toMatch(/^S1 .* › servicePrincipal\.addTokenSigningCertificate$/);
    expect(placed({ rule: "deviations" })).toBe("");
  });

  it("are not for rules that there are not", () => {
    expect(() => placesOf(["Z1"])).toThrow('"rules"');
  });
});
