/** Tokens signed here, verified by Node's OpenSSL: no JWT library, and the key from a certificate that OpenSSL would read. */
import { constants, createHash, createPublicKey, createVerify, generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createClientAssertion } from "../../../src/graph/client-assertion.js";
import { createProof } from "../../../src/graph/proof.js";
import { writeCertificate } from "../../unit/credential/certificate-writer.js";

const NOW = new Date("2026-05-05T12:00:00Z");
const ID = "93bc223f-7235-4b1d-beea-d66847531c49";

const PADDINGS = {
  RS256: { padding: constants.RSA_PKCS1_PADDING },
  PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
} as const;

interface Signer {
  readonly certificate: Uint8Array;
  readonly privateKey: Uint8Array;
  readonly spki: Buffer;
}

function parts(token: string): { readonly header: Record<string, string>; readonly claims: Record<string, unknown> } {
  const [header = "", claims = ""] = token.split(".").map((part) => Buffer.from(part, "base64url").toString("utf8"));
  return { header: JSON.parse(header), claims: JSON.parse(claims) };
}

function isSigned(token: string, spki: Buffer, algorithm: keyof typeof PADDINGS): boolean {
  const end = token.lastIndexOf(".");
  const key = createPublicKey({ key: spki, format: "der", type: "spki" });
  return createVerify("sha256")
    .update(token.slice(0, end))
    .verify({ key, ...PADDINGS[algorithm] }, token.slice(end + 1), "base64url");
}

describe.each([2048, 3072])("tokens signed with RSA of %i bits", (modulusLength) => {
  let signer: Signer;
  beforeAll(() => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength });
    const spki = publicKey.export({ format: "der", type: "spki" });
    const pkcs8 = privateKey.export({ format: "der", type: "pkcs8" });
    const key = { spki: Uint8Array.from(spki), pkcs8: Uint8Array.from(pkcs8) };
    // A Buffer, as a file is read: a view into memory that it shares.
    signer = { certificate: writeCertificate({ key, subject: "signer" }), privateKey: pkcs8, spki };
  });

  it.each(["RS256", "PS256"] as const)("are verified as %s, and as nothing else", async (algorithm) => {
    const { certificate, privateKey, spki } = signer;
    const proof = await createProof({ certificate, privateKey, objectId: ID, now: NOW, algorithm });
    const assertion = await createClientAssertion({
      certificate,
      privateKey,
      clientId: ID,
      tenant: ID,
      now: NOW,
      newId: () => ID,
      algorithm,
    });
    for (const token of [proof, assertion]) {
      expect(isSigned(token, spki, algorithm)).toBe(true);
      expect(isSigned(token, spki, algorithm === "RS256" ? "PS256" : "RS256")).toBe(false);
      expect(isSigned(token.replace(".", "A."), spki, algorithm)).toBe(false);
      expect(token).not.toContain("=");
    }
    const digest = (name: string): string => createHash(name).update(certificate).digest("base64url");
    expect(parts(proof).header).toEqual({ alg: algorithm, typ: "JWT", x5t: digest("sha1") });
    expect(parts(assertion).header).toEqual({ alg: algorithm, typ: "JWT", "x5t#S256": digest("sha256") });
    expect(parts(proof).claims["exp"]).toBe(NOW.getTime() / 1000 + 600);
  });
});
