import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { createProof } from "../../../src/graph/proof.js";
import { buildPkcs12 } from "../../../src/pkcs12/build.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { RSA_2048 } from "../credential/rsa-key.js";
import type { Json } from "./client.js";
import { client, entries, START } from "./client.js";

const VALID = { notBefore: "20260101000000Z", notAfter: "20280101000000Z" };
const SIGNER = writeCertificate({ key: RSA_2048, subject: "signer", ...VALID });
const OTHER = writeCertificate({ key: KEYS.second, subject: "other", ...VALID });
const NOW = new Date(START);
const NOBODY = "00000000-0000-4000-8000-00000000ffff";

const verifyEntry = (der: Uint8Array): Json => ({
  type: "AsymmetricX509Cert",
  usage: "Verify",
  key: encodeBase64(der),
});

async function begin(options = {}) {
  const graph = client(options);
  const { id } = await graph.principal();
  const path = `/servicePrincipals/${id}`;
  const act = (action: string, body: unknown) => graph.send("POST", `${path}/${action}`, body);
  const prove = (objectId = id, now = NOW, algorithm: "RS256" | "PS256" = "RS256") =>
    createProof({ certificate: SIGNER, privateKey: RSA_2048.pkcs8, objectId, now, algorithm });
  await graph.send("PATCH", path, { keyCredentials: [verifyEntry(SIGNER)] });
  return { ...graph, id, path, act, prove, keys: async () => entries((await graph.read(id))["keyCredentials"]) };
}

describe("addKey and removeKey", () => {
  it("add a certificate and take it away again, by a proof of either algorithm", async () => {
    const { act, prove, keys } = await begin();
    for (const algorithm of ["RS256", "PS256"] as const) {
      const proof = await prove(undefined, NOW, algorithm);
      const added = await act("addKey", { keyCredential: verifyEntry(OTHER), passwordCredential: null, proof });
      expect([added.status, added.json["key"], added.json["displayName"]]).toEqual([200, null, "CN=other"]);
      expect((await keys())[1]?.["key"]).toBe(encodeBase64(OTHER));
      expect((await act("removeKey", { keyId: added.json["keyId"], proof })).status).toBe(204);
      expect(await keys()).toHaveLength(1);
    }
  });

  it("add a Sign key with its password, which goes with it", async () => {
    const { act, prove, read, id } = await begin({ undocumented: { removalOfPair: "remove" } });
    const credential = { privateKey: KEYS.second.pkcs8, certificate: OTHER };
    const pfx = await buildPkcs12([credential], { password: "p", protection: "graph" });
    const keyCredential = { type: "X509CertAndPassword", usage: "Sign", key: encodeBase64(pfx) };
    const proof = await prove();
    const added = await act("addKey", { keyCredential, passwordCredential: { secretText: "p" }, proof });
    expect(added.status).toBe(200);
    const { keyId } = added.json;
    expect(entries((await read(id))["passwordCredentials"])).toMatchObject([{ keyId, secretText: null }]);
    expect((await act("removeKey", { keyId, proof })).status).toBe(204);
    expect((await read(id))["passwordCredentials"]).toEqual([]);
    expect((await act("addKey", { keyCredential, passwordCredential: null, proof })).message).toContain('"usage"');
  });

  const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);

  it.each<[string, (prove: Awaited<ReturnType<typeof begin>>["prove"]) => unknown]>([
    ["of another object", (prove) => prove(NOBODY)],
    ["that has run out", (prove) => prove(undefined, minutes(-16))],
    ["of the future", (prove) => prove(undefined, minutes(6))],
    ["cut off", async (prove) => (await prove()).slice(0, -4)],
    ["with another signature", async (prove) => (await prove()).replace(/\.[^.]*$/, `.${"A".repeat(342)}`)],
    ["that is none", () => "x"],
    ["without a signature", async (prove) => (await prove()).replace(/\.[^.]*$/, ".")],
  ])("refuse a proof %s", async (_, toProof) => {
    const { act, prove, mock } = await begin();
    const before = mock.snapshot();
    const proof = await toProof(prove);
    const added = await act("addKey", { keyCredential: verifyEntry(OTHER), passwordCredential: null, proof });
    expect([added.status, added.code]).toEqual([401, "Authentication_MissingOrMalformed"]);
    const keyId = mock.snapshot().servicePrincipals[0]?.keyCredentials[0]?.keyId;
    expect((await act("removeKey", { keyId, proof })).status).toBe(401);
    expect(mock.snapshot()).toEqual(before);
  });

  it("take only certificates that are valid now", async () => {
    const { act, prove, mock } = await begin();
    mock.advance(3 * 365 * 86_400_000);
    const proof = await prove(undefined, new Date(NOW.getTime() + 3 * 365 * 86_400_000));
    expect((await act("addKey", { keyCredential: verifyEntry(OTHER), proof })).status).toBe(401);
  });

  it.each([
    ["addKey", { keyCredential: verifyEntry(OTHER) }, 400],
    ["removeKey", {}, 400],
    ["removeKey", { keyId: "x" }, 400],
    ["addPassword", { passwordCredential: 1 }, 400],
    ["addPassword", { passwordCredential: { endDateTime: "2020-01-01T00:00:00Z" } }, 400],
    ["removePassword", {}, 400],
    ["removePassword", { keyId: NOBODY }, 400],
  ])("%s with %j is refused", async (action, body, status) => {
    const { act, mock } = await begin();
    const before = mock.snapshot();
    expect((await act(action, body)).status).toBe(status);
    expect(mock.snapshot()).toEqual(before);
  });

  it("want an entry and a key that is there", async () => {
    const { act, prove } = await begin();
    const proof = await prove();
    expect((await act("addKey", { proof })).status).toBe(400);
    expect((await act("addKey", { keyCredential: verifyEntry(OTHER), passwordCredential: 1, proof })).status).toBe(400);
    expect((await act("removeKey", { keyId: NOBODY, proof })).status).toBe(400);
  });
});

describe("addPassword and removePassword", () => {
  it("show the secret once", async () => {
    const { act, read, id, path, send } = await begin();
    const added = await act("addPassword", { passwordCredential: { displayName: "secret" } });
    const secret = added.json["secretText"] as string;
    expect(added.json).toMatchObject({
      displayName: "secret",
      hint: secret.slice(0, 3),
      startDateTime: "2026-06-01T00:00:00.0000000Z",
      endDateTime: "2028-06-01T00:00:00.0000000Z",
    });
    expect(secret.length).toBeGreaterThan(15);
    const read1 = (await read(id))["passwordCredentials"];
    expect(read1).toMatchObject([{ hint: secret.slice(0, 3), secretText: null, keyId: added.json["keyId"] }]);
    expect((await send("GET", path)).text).not.toContain(secret);
    expect((await act("removePassword", { keyId: String(added.json["keyId"]).toUpperCase() })).status).toBe(204);
    expect((await read(id))["passwordCredentials"]).toEqual([]);
  });

  it.each([
    ["denied", 403, 1],
    ["server-error", 500, 1],
    ["remove", 204, 0],
  ] as const)("on what the action left: %s", async (removalOfPair, status, left) => {
    const { act, read, id, prove } = await begin({ undocumented: { removalOfPair } });
    const { keyId } = (await act("addTokenSigningCertificate", {})).json;
    const proof = await prove();
    if (left === 1) expect((await act("removeKey", { keyId, proof })).status).toBe(status);
    expect((await act("removePassword", { keyId })).status).toBe(status);
    expect((await read(id))["passwordCredentials"]).toHaveLength(left);
  });
});
