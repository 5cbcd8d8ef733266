import { describe, expect, it } from "vitest";
import { MalformedError } from "../../../src/errors.js";
import { readServicePrincipal } from "../../../src/graph/service-principal.js";

const BARE = { keyCredentials: [], passwordCredentials: [] };

/** As a GET of the beta shows it, with members that are not modelled here. */
const ANSWER = {
  "@odata.context": "https://graph.microsoft.com/beta/$metadata#servicePrincipals/$entity",
  id: "00af5dfb-85da-4b41-a677-0c6b86dd34f8",
  appId: null,
  preferredTokenSigningKeyThumbprint: null,
  tags: ["WindowsAzureActiveDirectoryIntegratedApp"],
  keyCredentials: [
    {
      customKeyIdentifier: "2iD8ppbE+D6Kmu1ZvjM2jtQh88E=",
      displayName: null,
      endDateTime: "2024-01-25T00:00:00Z",
      key: null,
      keyId: "93bc223f-7235-4b1d-beea-d66847531c49",
      startDateTime: "2021-05-05T18:38:51.8100763Z",
      type: "AsymmetricX509Cert",
      usage: "Sign",
      hasExtendedValue: null,
    },
  ],
  passwordCredentials: [{ keyId: "93bc223f-7235-4b1d-beea-d66847531c49", hint: "abc", secretText: null }],
};

describe("readServicePrincipal", () => {
  it.each([
    ["nothing but empty collections", BARE],
    ["a whole answer with members that are not known", ANSWER],
  ])("gives back %s as it is", (_, json) => {
    expect(readServicePrincipal(json)).toBe(json);
  });

  it.each<[string, unknown, string]>([
    ["null", null, "/"],
    ["a text", JSON.stringify(ANSWER), "/"],
    ["an array", [ANSWER], "/"],
    ["a list as OData answers it", { value: [ANSWER] }, "/value"],
    ["an object without collections", { id: "x" }, "/keyCredentials"],
    ["one without passwords", { keyCredentials: [] }, "/passwordCredentials"],
    ["a collection that is null", { ...BARE, keyCredentials: null }, "/keyCredentials"],
    ["a collection that is an object", { ...BARE, passwordCredentials: {} }, "/passwordCredentials"],
    ["an entry that is a text", { ...BARE, keyCredentials: [{}, "x"] }, "/keyCredentials/1"],
    ["an entry that is null", { ...BARE, passwordCredentials: [null] }, "/passwordCredentials/0"],
    ["an id that is a number", { ...BARE, id: 1 }, "/id"],
    ["a key that is an object", { ...BARE, keyCredentials: [{ key: {} }] }, "/keyCredentials/0/key"],
    [
      "a secret that is a number",
      { ...BARE, passwordCredentials: [{ secretText: 1 }] },
      "/passwordCredentials/0/secretText",
    ],
    [
      "a thumbprint that is a list",
      { ...BARE, preferredTokenSigningKeyThumbprint: [] },
      "/preferredTokenSigningKeyThumbprint",
    ],
  ])("refuses %s", (_, json, at) => {
    expect(() => readServicePrincipal(json)).toThrow(MalformedError);
    expect(() => readServicePrincipal(json)).toThrow(
      expect.objectContaining({ code: "ERR_GRAPH_SERVICE_PRINCIPAL", at }),
    );
  });

  it("says how to read what is missing", () => {
    for (const json of [{}, { keyCredentials: [] }, { ...BARE, passwordCredentials: null }, { value: [] }]) {
      expect(() => readServicePrincipal(json)).toThrow(/GET \/servicePrincipals\/\{id\}\?\$select=id,appId,/);
    }
  });

  it("never shows a value", () => {
    expect(() => readServicePrincipal({ ...BARE, passwordCredentials: [{ secretText: ["hunter2"] }] })).toThrow(
      /^(?!.*hunter2)/,
    );
  });
});
