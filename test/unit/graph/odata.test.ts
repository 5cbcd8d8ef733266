import { expect, it } from "vitest";
import { contextUrl } from "../../../src/graph/odata.js";

it.each([
  ["identity/apiConnectors/$entity", "https://graph.microsoft.com/v1.0/$metadata#identity/apiConnectors/$entity"],
  ["identity/apiConnectors", "https://graph.microsoft.com/v1.0/$metadata#identity/apiConnectors"],
])("puts %s behind the metadata of the global cloud", (fragment, expected) => {
  expect(contextUrl(fragment)).toBe(expected);
});

it("takes the root of another cloud", () => {
  expect(contextUrl("x", "https://graph.example.com/v1.0")).toBe("https://graph.example.com/v1.0/$metadata#x");
});
