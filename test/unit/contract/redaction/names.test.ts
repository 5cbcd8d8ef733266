import { describe, expect, it } from "vitest";
import { createRedactor } from "../../../../src/contract/redaction/redactor.js";
import { sampleExchange } from "./sample-exchange.js";

const ID = "01234567-89ab-cdef-0123-456789abcdef";
const NIL = "00000000-0000-0000-0000-000000000000";
const SHOWN = "0a0a0a0a-0000-4000-8000-000000000001";

describe("pseudonyms of names", () => {
  it("keeps one object one object: in paths, keys, bodies, headers and contexts, in either case", () => {
    const redacted = createRedactor({ names: true }).exchange(
      sampleExchange({
        response: {
          headers: { location: `https://graph.microsoft.com/v1.0/identity/apiConnectors/${ID}` },
          body: {
            "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#x('${ID}')`,
            id: ID,
            keyId: ID.toUpperCase(),
          },
        },
        relation: { kind: "parallel", group: ID, variant: "" },
      }),
    );
    expect(redacted.key).toBe(SHOWN);
    expect(redacted.relation?.group).toBe(SHOWN);
    expect(redacted.request.url).toBe(`https://graph.microsoft.com/v1.0/identity/apiConnectors/${SHOWN}`);
    expect(redacted.response.headers["location"]).toBe(redacted.request.url);
    expect(redacted.response.json).toEqual({
      "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#x('${SHOWN}')`,
      id: SHOWN,
      keyId: SHOWN.toUpperCase(),
    });
  });

  it.each<[string, string]>([
    [`${NIL} 00000003-0000-0000-c000-000000000000`, `${NIL} 00000003-0000-0000-c000-000000000000`],
    [
      "https://login.microsoftonline.com/x http://127.0.0.1:80/",
      "https://login.microsoftonline.com/x http://127.0.0.1:80/",
    ],
    [
      "https://api.contoso.com:8443/a, https://API.contoso.com/b",
      "https://host-1.example:8443/a, https://host-1.example/b",
    ],
    ["contoso.onmicrosoft.com", "host-1.example"],
    ["ask Ann.Lee@contoso.com or ann.lee@CONTOSO.com", "ask user-1@mail.example or user-1@mail.example"],
    ["0123456789ABCDEF0123456789ABCDEF01234567", "0123456789ABCDEF0123456789ABCDEF01234567"],
  ])("shows %s as %s", (text, expected) => {
    expect(createRedactor({ names: true }).text(text)).toBe(expected);
  });

  it("replaces names where they were seen and in other text, but not those that certificates bear", () => {
    const redactor = createRedactor({ names: true });
    const value = {
      displayName: "Payroll",
      username: "svc",
      message: "Payroll exists",
      other: { displayName: "CN=Payroll" },
    };
    expect(redactor.value(value)).toEqual({
      displayName: "[name 1]",
      username: "[name 2]",
      message: "[name 1] exists",
      other: { displayName: "CN=Payroll" },
    });
    const url =
      "https://graph.microsoft.com/v1.0/servicePrincipals?$filter=displayName%20eq%20'Payroll'&$skiptoken=abcdefgh";
    const shown = new URL(redactor.exchange(sampleExchange({ request: { url } })).request.url).searchParams;
    expect([...shown]).toEqual([
      ["$filter", "displayName eq '[name 1]'"],
      ["$skiptoken", "[skiptoken 1]"],
    ]);
  });

  it("leaves all of it alone where it is not asked", () => {
    const exchange = sampleExchange({ response: { body: { id: ID, displayName: "Payroll" } } });
    expect(createRedactor().exchange(exchange)).toEqual(exchange);
  });
});
