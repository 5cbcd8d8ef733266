import { describe, expect, it } from "vitest";
import { encodeHex } from "../../../src/bytes/hex.js";
import { decodeStandardBase64 } from "../../../src/mock/members.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { formatName } from "../../../src/x509/name.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";
import type { Json } from "./client.js";
import { client, entries, ROOT } from "./client.js";

const octets = (base64: unknown): Uint8Array => decodeStandardBase64(base64 as string) ?? new Uint8Array();

async function begin(options = {}) {
  const graph = client(options);
  const { id, appId } = await graph.principal();
  const path = `/servicePrincipals/${id}`;
  return {
    ...graph,
    id,
    appId,
    path,
    mint: (body?: unknown) => graph.send("POST", `${path}/addTokenSigningCertificate`, body),
    keys: async () => entries((await graph.read(id))["keyCredentials"]),
    passwords: async () => entries((await graph.read(id))["passwordCredentials"]),
  };
}

describe("addTokenSigningCertificate", () => {
  it("answers a certificate whose members agree with its octets", async () => {
    const { mint } = await begin();
    const { status, json } = await mint({ displayName: "CN=SAML Signing", endDateTime: "2027-06-01T00:00:00+02:00" });
    expect(status).toBe(200);
    const der = octets(json["key"]);
    const certificate = parseCertificate(der, "key");
    expect(json).toMatchObject({
      "@odata.context": `${ROOT}/$metadata#microsoft.graph.selfSignedCertificate`,
      displayName: "CN=SAML Signing",
      startDateTime: "2026-06-01T00:00:00.0000000Z",
      endDateTime: "2027-05-31T22:00:00Z",
      thumbprint: thumbprint(der),
      type: "AsymmetricX509Cert",
      usage: "Verify",
    });
    expect(encodeHex(octets(json["customKeyIdentifier"]))).toBe(json["thumbprint"]);
    expect(formatName(certificate.subject)).toBe("CN=SAML Signing");
    expect(certificate.notAfter).toEqual(new Date("2027-05-31T22:00:00Z"));
  });

  it("leaves a Sign key, a Verify key and a password, which a read shows as Graph does", async () => {
    const { mint, keys, passwords, send, path } = await begin();
    const { json: answer } = await mint();
    const [sign, verify] = await keys();
    const [password] = await passwords();
    expect(await keys()).toHaveLength(2);
    expect(sign).toMatchObject({ usage: "Sign", type: "AsymmetricX509Cert", key: null, keyId: answer["keyId"] });
    expect(verify).toMatchObject({ usage: "Verify", type: "AsymmetricX509Cert", key: answer["key"] });
    expect(verify?.["keyId"]).not.toBe(answer["keyId"]);
    expect(password).toMatchObject({ keyId: answer["keyId"], secretText: null });
    for (const entry of [sign, verify, password]) {
      expect(entry?.["customKeyIdentifier"]).toBe(answer["customKeyIdentifier"]);
    }
    const plain = await send("GET", path);
    const list = await send("GET", "/servicePrincipals?$select=id,keyCredentials");
    const [listed] = entries(list.json["value"]);
    const shown = [plain.json["keyCredentials"], listed?.["keyCredentials"]];
    for (const keys of shown) expect(entries(keys).map(({ key }) => key)).toEqual([null, null]);
    expect(plain.json["preferredTokenSigningKeyThumbprint"]).toBeNull();
  });

  it("takes no body, an empty one and members that it does not have", async () => {
    const { mint, send, path } = await begin();
    const empty = await send("POST", `${path}/addTokenSigningCertificate`, undefined, { "content-type": "" });
    expect(empty.json["displayName"]).toBe("CN=Microsoft Azure Federated SSO Certificate");
    expect(empty.json["endDateTime"]).toBe("2029-06-01T00:00:00.0000000Z");
    expect((await mint({})).status).toBe(200);
    expect((await mint({ displayName: null, endDateTime: null, type: "", usage: "" })).status).toBe(200);
  });

  it.each([
    [{ displayName: "x" }],
    [{ displayName: "" }],
    [{ displayName: "CN=" }],
    [{ displayName: "CN=a,O=b" }],
    [{ displayName: 1 }],
    [{ endDateTime: "2029-06-01T00:00:01Z" }],
    [{ endDateTime: "2026-06-01T00:00:00Z" }],
    [{ endDateTime: "tomorrow" }],
    [{ endDateTime: 5 }],
  ])("refuses %j and leaves everything as it was", async (body) => {
    const { mint, mock } = await begin();
    await mint();
    const before = mock.snapshot();
    const reply = await mint(body);
    expect([reply.status, reply.code]).toEqual([400, "Request_BadRequest"]);
    expect(mock.snapshot()).toEqual(before);
  });

  it("keeps the first certificate byte for byte when a second comes", async () => {
    const { mint, keys, passwords } = await begin();
    await mint();
    const before = [await keys(), await passwords()];
    await mint();
    expect((await keys()).slice(0, 2)).toEqual(before[0]);
    expect((await passwords()).slice(0, 1)).toEqual(before[1]);
    expect(await keys()).toHaveLength(4);
  });

  it("loses none of those that run side by side", async () => {
    const { mint, keys, passwords } = await begin();
    const replies = await Promise.all(Array.from({ length: 6 }, () => mint()));
    const ids = replies.map(({ json }) => json["keyId"]);
    expect(new Set(ids).size).toBe(6);
    const signs = (await keys()).filter(({ usage }) => (usage as string) === "Sign").map(({ keyId }) => keyId);
    expect(new Set(signs)).toEqual(new Set(ids));
    expect(await passwords()).toHaveLength(6);
  });

  it("is found by appId too, and nowhere else", async () => {
    const { send, appId } = await begin();
    const byAppId = await send("POST", `/servicePrincipals(appId='${appId}')/addTokenSigningCertificate`, {});
    expect(byAppId.status).toBe(200);
    const missing = await send("POST", `/servicePrincipals/${appId}/addTokenSigningCertificate`, {});
    expect([missing.status, missing.code]).toEqual([404, "Request_ResourceNotFound"]);
    const byName = await send("POST", "/servicePrincipals(displayName='app')/addTokenSigningCertificate", {});
    expect(byName.status).toBe(404);
  });

  it("obeys an app management policy where there is one", async () => {
    const { mint } = await begin({ undocumented: { maxCredentialLifetimeDays: 90, policyId: "the-policy" } });
    expect((await mint({ endDateTime: "2026-08-01T00:00:00Z" })).status).toBe(200);
    const refused = await mint();
    expect([refused.status, refused.code]).toEqual([400, "CredentialInvalidLifetimeAsPerAppPolicy"]);
    expect(refused.message).toContain("the-policy");
    expect(entries((refused.json["error"] as Json)["details"])[0]).toMatchObject({ code: "InvalidKeyEndDate" });
  });

  it("exists in the global cloud alone", async () => {
    const { mint } = await begin({ cloud: "china" });
    expect((await mint()).status).toBe(400);
  });
});
