import { jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { encodeBase64Url } from "../../../src/bytes/base64url.js";
import { decodeHex } from "../../../src/bytes/hex.js";
import type { ClientAssertionOptions } from "../../../src/graph/client-assertion.js";
import { createClientAssertion } from "../../../src/graph/client-assertion.js";
import type { CloudId } from "../../../src/graph/clouds.js";
import { CLOUDS, tokenEndpoint } from "../../../src/graph/clouds.js";
import { thumbprintSha256 } from "../../../src/x509/thumbprint.js";
import { KEYS } from "../credential/certificate-writer.js";
import { ids } from "./fixtures.js";
import { CERTIFICATE, NOW, NOW_SECONDS, publicKey, SIGNER } from "./tokens.js";

const clientId = "93bc223f-7235-4b1d-beea-d66847531c49";
const tenant = "contoso.onmicrosoft.com";
const create = (more: Partial<ClientAssertionOptions> = {}) =>
  createClientAssertion({ ...SIGNER, clientId, tenant, now: NOW, newId: ids(), ...more });

describe("createClientAssertion", () => {
  it.each(Object.keys(CLOUDS) as CloudId[])("is for the token endpoint of %s", async (cloud) => {
    const audience = tokenEndpoint(cloud, tenant);
    const checks = { audience, issuer: clientId, subject: clientId, currentDate: NOW, typ: "JWT" };
    const { payload, protectedHeader } = await jwtVerify(await create({ cloud }), await publicKey("PS256"), checks);
    expect(payload).toEqual({
      aud: audience,
      iss: clientId,
      sub: clientId,
      jti: "00000000-0000-4000-8000-000000000001",
      nbf: NOW_SECONDS,
      iat: NOW_SECONDS,
      exp: NOW_SECONDS + 600,
    });
    const x5t = encodeBase64Url(decodeHex(thumbprintSha256(CERTIFICATE), "thumbprint"));
    expect(protectedHeader).toEqual({ alg: "PS256", typ: "JWT", "x5t#S256": x5t });
  });

  it("signs by RS256 on request, for a shorter time too", async () => {
    const token = await create({ algorithm: "RS256", lifetimeSeconds: 1 });
    const { payload } = await jwtVerify(token, await publicKey("RS256"), { currentDate: NOW });
    expect([payload.exp, payload.aud]).toEqual([NOW_SECONDS + 1, tokenEndpoint("global", tenant)]);
  });

  it.each<[string, Partial<ClientAssertionOptions>, ErrorConstructor]>([
    ["lifetimeSeconds", { lifetimeSeconds: 601 }, RangeError],
    ["lifetimeSeconds", { lifetimeSeconds: 0 }, RangeError],
    ["lifetimeSeconds", { lifetimeSeconds: 1.5 }, RangeError],
    ["clientId", { clientId: "app" }, TypeError],
    ["newId", { newId: () => "1" }, TypeError],
    ["now", { now: new Date(Number.NaN) }, TypeError],
    ["tenant", { tenant: "common" }, RangeError],
    ["cloud", { cloud: "germany" as CloudId }, RangeError],
  ])("refuses the %s of %o", async (name, more, kind) => {
    await expect(create(more)).rejects.toThrow(kind);
    await expect(create(more)).rejects.toThrow(new RegExp(`^"${name}" expected`));
  });

  it("refuses a key that is not RSA", async () => {
    await expect(create({ privateKey: KEYS.first.pkcs8 })).rejects.toMatchObject({ code: "ERR_GRAPH_TOKEN_KEY" });
  });
});
