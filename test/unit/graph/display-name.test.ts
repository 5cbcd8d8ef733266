import { describe, expect, it } from "vitest";
import { DEFAULT_DISPLAY_NAME, readDisplayName } from "../../../src/graph/display-name.js";

const refusal = (code: string, at = "displayName"): unknown =>
  expect.objectContaining({ name: "MalformedError", code, at });

describe("readDisplayName", () => {
  it.each([
    ["CN=customDisplayName", "customDisplayName"],
    ["cn=test cert", "test cert"],
    ["Cn=a", "a"],
    [DEFAULT_DISPLAY_NAME, "Microsoft Azure Federated SSO Certificate"],
    ["CN=Contoso\\, Ltd.", "Contoso, Ltd."],
    ["CN=Contoso\\2C Ltd.", "Contoso, Ltd."],
    ["CN=a\\+b", "a+b"],
    ["CN=#0C0161", "a"],
    ["CN=CN=a", "CN=a"],
    ["CN=\\ a", " a"],
  ])("reads %s", (displayName, text) => {
    expect(readDisplayName(displayName)).toBe(text);
  });

  it.each([
    "",
    "a",
    "customDisplayName",
    "C=DE",
    "O=a,CN=b",
    " CN=a",
    "CN",
    "CN =a",
    "2.5.4.3=a",
    "commonName=a",
    "OU=CN=a",
  ])("wants CN= at the start of %j", (displayName) => {
    expect(() => readDisplayName(displayName)).toThrow(refusal("ERR_GRAPH_DISPLAY_NAME_PREFIX"));
  });

  it.each(["CN=", "cn=", "CN= ", "CN=\t\n", "CN=\\ ", "CN=\\20\\20", "CN=#0C00", "CN=#0C0120"])(
    "wants a name in %j",
    (displayName) => {
      expect(() => readDisplayName(displayName)).toThrow(refusal("ERR_GRAPH_DISPLAY_NAME_EMPTY"));
    },
  );

  it.each(["CN=a,O=b", "CN=a,CN=b", "CN=a+OU=b", "CN=a+CN=b", "CN=,O=b", "CN=a,C=DE,O=b"])(
    "takes one common name alone, not %s",
    (displayName) => {
      expect(() => readDisplayName(displayName)).toThrow(refusal("ERR_GRAPH_DISPLAY_NAME_RDNS"));
    },
  );

  it.each([
    ["CN=Contoso, Ltd.", 11],
    ['CN="a"', 3],
    ["CN=a\\", 4],
    ["CN= a", 3],
    ["CN=#", 3],
  ])("says where %j breaks RFC 4514", (displayName, index) => {
    expect(() => readDisplayName(displayName)).toThrow(refusal("ERR_X509_NAME", `displayName[${index}]`));
  });

  it("wants a string", () => {
    expect(() => readDisplayName(null as unknown as string)).toThrow(new TypeError('"displayName" expected a string'));
  });
});
