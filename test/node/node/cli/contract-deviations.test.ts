/** The file of known differences: the reader and the schema take the same, and errors name the place. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parseDeviations } from "../../../../src/node/cli/contract-deviations.js";
import { call } from "./command.js";
import { BASE_URL } from "./contract-mock.js";

const WHOLE = {
  rule: "C4",
  operation: "identityApiConnector.get",
  pointer: "/authenticationConfiguration",
  reason: "seen on the wire",
  source: "https://example.com/issues/1",
  firstSeen: "2026-01-01",
  expires: "2027-01-31",
};

function isValid(document: unknown): boolean {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  const path = resolve(import.meta.dirname, "../../../../spec/deviations.schema.json");
  return ajv.compile(JSON.parse(readFileSync(path, "utf8")))(document);
}

describe("parseDeviations", () => {
  it("takes what the schema takes", () => {
    const least = { rule: "S6", reason: "r", source: "s", expires: "2027-02-28" };
    const document = { $schema: "x", deviations: [WHOLE, least, { ...least, pointer: "header:location" }] };
    expect(isValid(document)).toBe(true);
    const { firstSeen: _, ...read } = WHOLE;
    expect(parseDeviations(document, "d.json")).toEqual([read, least, { ...least, pointer: "header:location" }]);
    expect(parseDeviations({ deviations: [] }, "d.json")).toEqual([]);
  });

  it.each([
    ["no object", [], "/: "],
    ["a list that is missing", {}, "/deviations: "],
    ["a member that there is not", { deviations: [], more: 1 }, "/more: "],
    ["an entry that is none", { deviations: [1] }, "/deviations/0: "],
    ["a misspelt member", { deviations: [WHOLE, { ...WHOLE, expiry: "2027-01-31" }] }, "/deviations/1/expiry: "],
    ["no reason", { deviations: [{ ...WHOLE, reason: "" }] }, "/deviations/0/reason: "],
    ["a day that there is not", { deviations: [{ ...WHOLE, expires: "2027-02-30" }] }, "/deviations/0/expires: "],
    ["a time", { deviations: [{ ...WHOLE, expires: "2027-02-03T00:00:00Z" }] }, "/deviations/0/expires: "],
    ["a pointer that is none", { deviations: [{ ...WHOLE, pointer: "thumbprint" }] }, "/deviations/0/pointer: "],
  ])("refuses %s, as the schema does, and names the place", (_, document, place) => {
    expect(isValid(document)).toBe(false);
    expect(() => parseDeviations(document, "d.json")).toThrow(place);
  });

  it("refuses a rule that there is not", () => {
    expect(() => parseDeviations({ deviations: [{ ...WHOLE, rule: "C99" }] }, "d.json")).toThrow(
      "/deviations/0/rule: ",
    );
  });

  it("ends a call with 2, before anything is sent", async () => {
    const args = ["contract", "run", "--base-url", BASE_URL, "--deviations", "-"];
    const { status, stderr } = await call(args, { input: ['{"deviations":[{"rule":"C4"}]}'] });
    expect(stderr).toBe("graph-certkit: -: /deviations/0/reason: expected a text of 1 to 2000 characters\n");
    expect(status).toBe(2);
  });
});
