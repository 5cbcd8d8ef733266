import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { encodeBase64Url } from "../../../src/bytes/base64url.js";
import { toKeyCredentials } from "../../../src/graph/key-credentials.js";
import type { ServicePrincipal } from "../../../src/graph/model.js";
import { activationPatch, addToPatch, removeFromPatch } from "../../../src/graph/service-principal-patch.js";
import { buildPkcs12 } from "../../../src/pkcs12/build.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { ids } from "../graph/fixtures.js";
import { client, entries } from "./client.js";

const CERTIFICATE = writeCertificate({
  key: KEYS.first,
  subject: "own",
  notBefore: "20260101000000Z",
  notAfter: "20280101000000Z",
});
const PASSWORD = "pfx-password";
const newId = (() => {
  const next = ids();
  return () => `a${next().slice(1)}`;
})();

const GUID = "b0000000-0000-4000-8000-000000000001";

/** The three entries of an own certificate. */
async function own() {
  const pfx = await buildPkcs12([{ privateKey: KEYS.first.pkcs8, certificate: CERTIFICATE }], {
    password: PASSWORD,
    protection: "graph",
  });
  return toKeyCredentials({ certificate: CERTIFICATE, pfx, password: PASSWORD }, { newId });
}

async function begin(options = {}) {
  const graph = client(options);
  const { id } = await graph.principal();
  const path = `/servicePrincipals/${id}`;
  return { ...graph, id, path, patch: (body: unknown) => graph.send("PATCH", path, body) };
}

const bodyOf = ({ keyCredentials, passwordCredential }: Awaited<ReturnType<typeof own>>) => ({
  keyCredentials: [...keyCredentials],
  passwordCredentials: [passwordCredential],
});

describe("PATCH of credentials", () => {
  it("takes an own certificate, beside what is there, and shows it", async () => {
    const { send, path, patch, read, id } = await begin();
    await send("POST", `${path}/addTokenSigningCertificate`, {});
    const before = await read(id);
    const added = await own();
    const body = addToPatch(before as unknown as ServicePrincipal, added);
    expect((await patch(body)).status).toBe(204);
    const after = await read(id);
    expect(entries(after["keyCredentials"]).slice(0, 2)).toEqual(before["keyCredentials"]);
    expect(entries(after["keyCredentials"]).slice(2)).toMatchObject([
      { usage: "Sign", key: null, type: "AsymmetricX509Cert", displayName: "CN=own" },
      { usage: "Verify", key: encodeBase64(CERTIFICATE), endDateTime: "2028-01-01T00:00:00Z" },
    ]);
    expect(entries(after["passwordCredentials"])[1]?.["keyId"]).toBe(added.keyCredentials[0].keyId);
  });

  it("changes nothing where everything is sent back as it was read", async () => {
    const { send, path, patch, read, id, mock } = await begin();
    await send("POST", `${path}/addTokenSigningCertificate`, {});
    await send("POST", `${path}/addPassword`, { passwordCredential: { displayName: "secret" } });
    const before = mock.snapshot();
    const { keyCredentials, passwordCredentials } = await read(id);
    expect((await patch({ keyCredentials, passwordCredentials })).status).toBe(204);
    expect(mock.snapshot()).toEqual(before);
    const emptied = entries(keyCredentials).map((entry) => ({ ...entry, key: null }));
    expect((await patch({ keyCredentials: emptied })).status).toBe(204);
    expect(mock.snapshot()).toEqual(before);
  });

  it("activates and removes one certificate and keeps the other, bytes and all", async () => {
    const { send, path, patch, read, id } = await begin();
    const first = await send("POST", `${path}/addTokenSigningCertificate`, { displayName: "CN=first" });
    const added = await own();
    await patch(addToPatch((await read(id)) as unknown as ServicePrincipal, added));
    const kept = entries((await read(id))["keyCredentials"]).slice(2);
    const thumbprint = first.json["thumbprint"] as string;
    await patch(activationPatch(thumbprint));
    expect((await read(id))["preferredTokenSigningKeyThumbprint"]).toBe(thumbprint);
    for (const body of removeFromPatch((await read(id)) as unknown as ServicePrincipal, { thumbprint })) {
      expect((await patch(body)).status).toBe(204);
    }
    const after = await read(id);
    expect(after["keyCredentials"]).toEqual(kept);
    expect(after["passwordCredentials"]).toHaveLength(1);
    expect(after["preferredTokenSigningKeyThumbprint"]).toBeNull();
  });

  it("drops what is left out", async () => {
    const { send, path, patch, read, id } = await begin();
    await send("POST", `${path}/addTokenSigningCertificate`, {});
    expect((await patch({ keyCredentials: [], passwordCredentials: [] })).status).toBe(204);
    expect((await read(id))["keyCredentials"]).toEqual([]);
  });

  it("takes any text or null as preferred thumbprint", async () => {
    const { patch, read, id } = await begin();
    for (const value of ["unused", "abc", null]) {
      expect((await patch({ preferredTokenSigningKeyThumbprint: value })).status).toBe(204);
      expect((await read(id))["preferredTokenSigningKeyThumbprint"]).toBe(value);
    }
    expect((await patch({ preferredTokenSigningKeyThumbprint: 1 })).status).toBe(400);
  });

  it("names the missing values after the certificate", async () => {
    const { patch, read, id } = await begin();
    const entry = { type: "AsymmetricX509Cert", usage: "Verify", key: encodeBase64(CERTIFICATE) };
    expect((await patch({ keyCredentials: [entry] })).status).toBe(204);
    expect((await read(id))["keyCredentials"]).toMatchObject([
      { displayName: "CN=own", startDateTime: "2026-01-01T00:00:00Z", endDateTime: "2028-01-01T00:00:00Z" },
    ]);
  });
});

describe("PATCH of credentials refuses", () => {
  type Own = Awaited<ReturnType<typeof own>>;
  const change =
    (part: object, index = 0) =>
    (made: Own) => {
      const body = bodyOf(made);
      return {
        ...body,
        keyCredentials: body.keyCredentials.map((entry, at) => (at === index ? { ...entry, ...part } : entry)),
      };
    };
  const changePassword = (part: object) => (made: Own) => {
    const body = bodyOf(made);
    return { ...body, passwordCredentials: body.passwordCredentials.map((entry) => ({ ...entry, ...part })) };
  };
  const USAGE = 'The value for the property "usage" in one of your credentials is invalid.';
  const NEW_PASSWORD = "New password credentials must be generated using service actions.";
  const BINARY = "Cannot convert a primitive value to the expected type 'Edm.Binary'.";

  it.each<[string, (made: Own) => unknown, string, string]>([
    ["a wrong pair of type and usage", change({ usage: "Verify" }), "Request_BadRequest", USAGE],
    ["another usage", change({ usage: "Encrypt" }), "Request_BadRequest", USAGE],
    ["no type", change({ type: null }), "Request_BadRequest", USAGE],
    ["no password", (made) => ({ keyCredentials: bodyOf(made).keyCredentials }), "Request_BadRequest", USAGE],
    ["an empty password", changePassword({ secretText: "" }), "Request_BadRequest", USAGE],
    ["a wrong password", changePassword({ secretText: "wrong" }), "Request_BadRequest", USAGE],
    [
      "a PFX in a Verify entry",
      (made) => change({ key: made.keyCredentials[0].key }, 1)(made),
      "Request_BadRequest",
      USAGE,
    ],
    ["a certificate in a Sign entry", change({ key: encodeBase64(CERTIFICATE) }), "Request_BadRequest", USAGE],
    ["no key", change({ key: null }), "KeyCredentialsInvalidValue", "KeyValue cannot be null or empty"],
    ["an empty key", change({ key: "" }, 1), "KeyCredentialsInvalidValue", "KeyValue cannot be null or empty"],
    ["no certificate", change({ key: "AAAA" }, 1), "KeyCredentialsInvalidValue", "Invalid certificate"],
    ["base64url", change({ key: encodeBase64Url(Uint8Array.of(251, 255)) }), "Request_BadRequest", BINARY],
    ["no base64", change({ customKeyIdentifier: "!" }), "Request_BadRequest", BINARY],
    ["a number for a key", change({ key: 1 }), "Request_BadRequest", BINARY],
    [
      "33 octets of identifier",
      change({ customKeyIdentifier: encodeBase64(new Uint8Array(33)) }),
      "Request_BadRequest",
      "When present",
    ],
    ["no octet of identifier", change({ customKeyIdentifier: "" }), "Request_BadRequest", "When present"],
    [
      "33 octets of identifier of a password",
      changePassword({ customKeyIdentifier: encodeBase64(new Uint8Array(33)) }),
      "Request_BadRequest",
      "When present",
    ],
    ["a password without its key", changePassword({ keyId: GUID }), "Request_BadRequest", USAGE],
    ["a keyId that is none", change({ keyId: "x" }), "Request_BadRequest", "Cannot convert the literal of 'keyId'"],
    [
      "a date that is none",
      change({ endDateTime: "x" }),
      "Request_BadRequest",
      "Cannot convert the literal of 'endDateTime'",
    ],
    [
      "an end beyond the certificate's",
      change({ endDateTime: "2028-01-02T00:00:00Z" }),
      "Request_BadRequest",
      "Key credential end date",
    ],
    [
      "an end before the start",
      change({ endDateTime: "2025-01-01T00:00:00Z" }),
      "Request_BadRequest",
      "Key credential end date",
    ],
    [
      "one keyId twice",
      (made) => ({ keyCredentials: [made.keyCredentials[1], made.keyCredentials[1]] }),
      "Request_BadRequest",
      "Duplicate keyId",
    ],
    ["entries that are none", () => ({ keyCredentials: [1] }), "Request_BadRequest", "Invalid value"],
    ["null for a collection", () => ({ keyCredentials: null }), "Request_BadRequest", "Invalid value"],
    [
      "a password alone",
      (made) => ({ passwordCredentials: [made.passwordCredential] }),
      "Request_BadRequest",
      NEW_PASSWORD,
    ],
    [
      "a client secret",
      () => ({ passwordCredentials: [{ displayName: "s", secretText: "s" }] }),
      "Request_BadRequest",
      NEW_PASSWORD,
    ],
    ["another appId", () => ({ appId: GUID }), "Request_BadRequest", "Property 'appId' is read-only"],
    ["another id", () => ({ id: GUID }), "Request_BadRequest", "Property 'id' is read-only"],
  ])("%s and leaves everything as it was", async (_, toBody, code, message) => {
    const { patch, send, path, mock } = await begin();
    await send("POST", `${path}/addPassword`, {});
    const before = mock.snapshot();
    const reply = await patch({ notes: "no", ...(toBody(await own()) as object) });
    expect([reply.status, reply.code]).toEqual([400, code]);
    expect(reply.message).toContain(message);
    expect(mock.snapshot()).toEqual(before);
    expect(reply.text).not.toContain(PASSWORD);
  });

  it.each([
    ["customKeyIdentifier", "AAAA"],
    ["displayName", "CN=other"],
    ["endDateTime", "2027-01-01T00:00:00Z"],
    ["startDateTime", null],
    ["type", "X509CertAndPassword "],
    ["usage", "Sign"],
    ["key", "AAAA"],
  ])("another %s in an entry that is there", async (member, value) => {
    const { patch, send, path, read, id, mock } = await begin();
    await send("POST", `${path}/addTokenSigningCertificate`, {});
    const before = mock.snapshot();
    const [sign, verify] = entries((await read(id))["keyCredentials"]);
    const reply = await patch({ keyCredentials: [sign, { ...verify, [member]: value }] });
    expect(reply.message).toBe(
      `Update to existing credential with KeyId '${String(verify?.["keyId"])}' is not allowed.`,
    );
    expect(mock.snapshot()).toEqual(before);
  });

  it("nothing of dates outside the certificate's where that is the choice", async () => {
    const { patch } = await begin({ undocumented: { datesOutsideCertificate: "accept" } });
    expect((await patch(change({ endDateTime: "2028-01-02T00:00:00Z" })(await own()))).status).toBe(204);
  });
});
