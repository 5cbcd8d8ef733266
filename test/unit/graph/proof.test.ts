import { jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { encodeBase64Url } from "../../../src/bytes/base64url.js";
import { decodeHex } from "../../../src/bytes/hex.js";
import type { ProofOptions } from "../../../src/graph/proof.js";
import { createProof } from "../../../src/graph/proof.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";
import { CERTIFICATE, NOW, NOW_SECONDS, publicKey, SIGNER } from "./tokens.js";

const objectId = "00af5dfb-85da-4b41-a677-0c6b86dd34f8";
const options: ProofOptions = { ...SIGNER, objectId, now: NOW };
const audience = "00000002-0000-0000-c000-000000000000";

describe("createProof", () => {
  it.each(["RS256", "PS256"] as const)("has the documented claims, signed by %s", async (algorithm) => {
    const token = await createProof({ ...options, algorithm });
    const checks = { audience, issuer: objectId, currentDate: NOW, typ: "JWT", algorithms: [algorithm] };
    const { payload, protectedHeader } = await jwtVerify(token, await publicKey(algorithm), checks);
    expect(payload).toEqual({ aud: audience, iss: objectId, nbf: NOW_SECONDS, exp: NOW_SECONDS + 600 });
    const x5t = encodeBase64Url(decodeHex(thumbprint(CERTIFICATE), "thumbprint"));
    expect(protectedHeader).toEqual({ alg: algorithm, typ: "JWT", x5t });
  });

  it("is signed by RS256 where nothing is said, and not valid for longer than ten minutes", async () => {
    const token = await createProof(options);
    const key = await publicKey("RS256");
    const at = (seconds: number) => jwtVerify(token, key, { currentDate: new Date(seconds * 1000) });
    await expect(at(NOW_SECONDS + 599)).resolves.toBeDefined();
    await expect(at(NOW_SECONDS + 600)).rejects.toMatchObject({ code: "ERR_JWT_EXPIRED" });
    await expect(at(NOW_SECONDS - 1)).rejects.toMatchObject({ claim: "nbf" });
  });

  it("refuses an object id that is none", async () => {
    await expect(createProof({ ...options, objectId: "me" })).rejects.toThrow(TypeError);
    await expect(createProof({ ...options, objectId: "me" })).rejects.toThrow(/^"objectId" expected/);
  });

  it("refuses a time that is none", async () => {
    await expect(createProof({ ...options, now: new Date(Number.NaN) })).rejects.toThrow(/^"now" expected/);
  });
});
