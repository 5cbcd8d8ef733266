import { describe, expect, it } from "vitest";
import { RULES } from "../../src/contract/rules.js";
import type { ContractOptions } from "../../src/contract/run-options.js";
import { failedRules, runOnMock } from "./mock-under-test.js";

const known = { rule: "S6", reason: "why", source: "where", expires: "2026-12-31" };

describe("runContract", () => {
  it("tells known differences as known, and a deviation without use as a failure", async () => {
    const scenarios = ["token-signing"];
    const results = await runOnMock({ faults: ["keyid-of-verify"] }, { scenarios, deviations: [known] });
    expect(results.filter(({ rule }) => rule === "S6").map(({ status }) => status)).toContain("known");
    expect(failedRules(results)).toEqual([]);
    expect(failedRules(await runOnMock({}, { scenarios, deviations: [known] }))).toEqual(["deviations"]);
  });

  it("ends where its budget does, and says what was not judged", async () => {
    const results = await runOnMock({}, { budget: { requests: 5 } });
    const skipped = results.filter(({ status }) => status === "skip");
    expect(skipped.map(({ rule }) => rule)).toContain("S1");
    expect(new Set(skipped.map(({ reason }) => reason))).toEqual(new Set(["the budget was spent"]));
  });

  it("sends nothing but GET to the objects that it is given, where it may only read", async () => {
    const sent: string[] = [];
    const id = "01234567-89ab-cdef-0123-456789abcdef";
    const objects = { connectors: [id], servicePrincipals: [id] };
    await runOnMock({}, { mode: "read-only", objects }, (fetch) => async (request) => {
      sent.push(`${request.method} ${new URL(request.url).pathname}`);
      return await fetch(request);
    });
    const paths = [`GET /v1.0/identity/apiConnectors/${id}`, `GET /v1.0/servicePrincipals/${id}`];
    expect([...new Set(sent)]).toEqual(paths);
  });

  it("reads before it goes on where the answer to a POST was lost, and sees nothing done twice", async () => {
    let count = 0;
    const results = await runOnMock({}, { scenarios: ["token-signing"], rules: ["T4"] }, (fetch) => async (request) => {
      const response = await fetch(request);
      if (/addTokenSigningCertificate$/.test(request.url) && ++count === 2) throw new TypeError("the connection broke");
      return response;
    });
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["pass"]));
  });

  it("gives a failure with a line for a shell, its exchanges and its place", async () => {
    const results = await runOnMock({ faults: ["thumb-lower"] }, { rules: ["C4"], scenarios: ["pfx-dresses"] });
    const failure = results.find(({ status }) => status === "fail");
    expect(failure).toMatchObject({
      rule: "C4",
      operation: "identityApiConnector.uploadClientCertificate",
      scenario: "pfx-dresses",
      pointer: "/authenticationConfiguration/certificateList/0/thumbprint",
    });
    expect(String(failure?.actual).toUpperCase()).toBe(failure?.expected);
    expect(failure?.curl).toMatch(/^curl -X POST .*<pkcs12Value>/);
    expect(failure?.exchanges).toHaveLength(1);
  });

  it("has no rule that finds something at an operation that it does not name", async () => {
    const byEither = (operation: string): string => operation.replace(/ByAppId$/, "");
    const results = [...(await runOnMock()), ...(await runOnMock({ faults: ["thumb-lower", "ms-dates"] }))];
    const strangers = results.filter(({ rule: id, operation, status }) => {
      const { operations = [] } = RULES.find((rule) => rule.id === id) ?? {};
      const isNamed = operations.length === 0 || operations.map(byEither).includes(byEither(operation));
      return status !== "skip" && !isNamed;
    });
    expect([...new Set(strangers.map(({ rule, operation }) => `${rule} ${operation}`))]).toEqual([]);
  });

  it.each<[string, RegExp]>([
    ["observation", /\/IDENTITY\/|\/uploadclientcertificate$/],
    ["fail", /\/identity\/apiconnectors\//],
  ])("is told by C12 as %s (%s refused)", async (status, refused) => {
    const options = { rules: ["C12"], scenarios: ["spellings"] };
    const results = await runOnMock({}, options, (fetch) => async (request) => {
      const { pathname } = new URL(request.url);
      if (!refused.test(pathname)) return await fetch(request);
      return Response.json({ error: { code: "BadRequest", message: "no" } }, { status: 400 });
    });
    const found = results.filter((it) => it.status === "fail" || it.actual === false);
    expect(new Set(found.map((it) => it.status))).toEqual(new Set([status]));
  });

  it.each<[string, Partial<ContractOptions>]>([
    ["rules", { rules: ["Z1"] }],
    ["scenarios", { scenarios: ["none"] }],
    ["replay", { replay: { scenario: "none", seed: 1, path: "0" } }],
    ["deviations", { deviations: [{ ...known, expires: "never" }] }],
  ])("refuses %s that there are not", async (name, options) => {
    await expect(runOnMock({}, options)).rejects.toThrow(`"${name}`);
  });
});
