import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KEY, OPERATIONS } from "../../../src/mock/operations.js";
import { settings } from "../../property/settings.js";
import type { Json } from "./client.js";
import { client } from "./client.js";

const MEMBERS = [
  "displayName",
  "targetUrl",
  "authenticationConfiguration",
  "@odata.type",
  "@odata.id",
  "pkcs12Value",
  "password",
  "username",
  "appId",
  "endDateTime",
  "startDateTime",
  "keyCredentials",
  "passwordCredentials",
  "keyCredential",
  "passwordCredential",
  "customKeyIdentifier",
  "key",
  "keyId",
  "type",
  "usage",
  "secretText",
  "proof",
  "preferredTokenSigningKeyThumbprint",
  "requests",
  "id",
  "method",
  "url",
  "headers",
  "dependsOn",
  "__proto__",
  "constructor",
];

const TEXTS = [
  "",
  "AAAA",
  "CN=a",
  "CN=",
  "Sign",
  "Verify",
  "X509CertAndPassword",
  "AsymmetricX509Cert",
  "#microsoft.graph.basicAuthentication",
  "#microsoft.graph.pkcs12Certificate",
  "2027-01-01T00:00:00Z",
  "00000000-0000-4000-8000-000000000001",
  "a.b.c",
  "/applications",
  "GET",
  "\u0000\ud800",
];

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string());
const body = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.constantFrom(null, true, 0, -1, Number.MAX_VALUE, 1.5),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...MEMBERS), tie("value"), { maxKeys: 6 }),
  ),
})).value;

const SEARCHES = ["$select=", "$filter=", "$top=", "$skiptoken=", "$count=", "select=*", "$orderby=", "x="];
const search = fc.tuple(fc.constantFrom("", ...SEARCHES), fc.oneof(text, fc.constant("id eq '1'")));

describe("any request", () => {
  it("is answered, never with 5xx, and changes nothing where it is refused", { timeout: 120_000 }, async () => {
    const graph = client({ limits: { bodyBytes: 100_000 } });
    const connector = await graph.connector();
    const { id } = await graph.principal();
    await graph.send("POST", `/servicePrincipals/${id}/addTokenSigningCertificate`, {});
    const begin = graph.mock.snapshot();
    const key = fc.constantFrom(`/${connector}`, `/${id}`, `('${id}')`, "/x", "(appId='x')", "/%00");
    const operation = fc.constantFrom(...Object.values(OPERATIONS));
    await fc.assert(
      fc.asyncProperty(operation, key, search, body, async ({ method, path }, chosen, [name, value], sent) => {
        graph.mock.restore(begin);
        const steps = path.map((step) => (step === KEY ? chosen : `/${step}`)).join("");
        const query = name === "" ? "" : `?${name}${encodeURIComponent(value.replace(/[\ud800-\udfff]/g, ""))}`;
        const hasBody = method !== "GET" && method !== "DELETE";
        const before = graph.mock.snapshot();
        const reply = await graph.send(method, `${steps}${query}`, hasBody ? sent : undefined);
        expect(reply.status).toBeLessThan(500);
        if (reply.status < 400) return;
        expect((reply.json["error"] as Json)["code"]).toEqual(expect.any(String));
        expect(graph.mock.snapshot()).toEqual(before);
      }),
      settings(1500),
    );
  });
});
