import { compactVerify } from "jose";
import { describe, expect, it } from "vitest";
import { MalformedError, UnsupportedError } from "../../../src/errors.js";
import type { JwtAlgorithm, JwtSigner } from "../../../src/graph/json-web-token.js";
import { signJwt, toNumericNow } from "../../../src/graph/json-web-token.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { PRIMES, rsaKey } from "../credential/rsa-key.js";
import { NOW, NOW_SECONDS, publicKey, SIGNER } from "./tokens.js";

const content = (algorithm: JwtAlgorithm) => ({ algorithm, header: () => ({ kid: "k" }), claims: { iss: "ü", n: 1 } });
const sign = (signer: Partial<JwtSigner>) => signJwt({ ...SIGNER, ...signer }, content("RS256"));

describe("signJwt", () => {
  it.each<JwtAlgorithm>(["RS256", "PS256"])("signs by %s what jose verifies", async (algorithm) => {
    const token = await signJwt(SIGNER, content(algorithm));
    const { payload, protectedHeader } = await compactVerify(token, await publicKey(algorithm));
    expect(protectedHeader).toEqual({ alg: algorithm, typ: "JWT", kid: "k" });
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ iss: "ü", n: 1 });
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it("refuses a key of another algorithm and one that is too short, by its OID", async () => {
    const short = rsaKey(PRIMES.small, PRIMES.smaller);
    for (const [{ pkcs8 }, oid] of [
      [KEYS.first, "1.3.101.112"],
      [short, "1.2.840.113549.1.1.1"],
    ] as const) {
      const error = await sign({ privateKey: pkcs8 }).catch((it: unknown) => it);
      expect(error).toBeInstanceOf(UnsupportedError);
      expect(error).toMatchObject({ code: "ERR_GRAPH_TOKEN_KEY", at: "privateKey", oid });
    }
  });

  it("refuses another key's certificate", async () => {
    const other = writeCertificate({ key: rsaKey(PRIMES.first, PRIMES.third), subject: "signer" });
    await expect(sign({ certificate: other })).rejects.toThrow(RangeError);
    await expect(sign({ certificate: other })).rejects.toThrow(/^"certificate" expected/);
  });

  it("refuses what is no certificate and no key", async () => {
    const none = Uint8Array.of(0x30, 0);
    await expect(sign({ certificate: none })).rejects.toMatchObject({ code: "ERR_X509_CERTIFICATE" });
    await expect(sign({ privateKey: none })).rejects.toMatchObject({ code: "ERR_X509_PRIVATE_KEY" });
  });

  it("says so where WebCrypto does not take the key", async () => {
    const subtle = { importKey: () => Promise.reject(new Error("no")) } as unknown as SubtleCrypto;
    const error = await sign({ provider: { subtle } }).catch((it: unknown) => it);
    expect(error).toBeInstanceOf(MalformedError);
    expect(error).toMatchObject({ code: "ERR_X509_PRIVATE_KEY", at: "privateKey", cause: new Error("no") });
  });

  it("refuses an algorithm that nobody asked for", async () => {
    for (const algorithm of ["HS256", "none", "toString"]) {
      await expect(signJwt(SIGNER, content(algorithm as JwtAlgorithm))).rejects.toThrow(
        /^"algorithm" expected RS256 or/,
      );
    }
  });
});

describe("toNumericNow", () => {
  it("is the whole second that has begun", () => {
    expect(toNumericNow(NOW)).toBe(NOW_SECONDS);
  });

  it.each([new Date(Number.NaN), NOW_SECONDS as unknown as Date])("refuses %s", (now) => {
    expect(() => toNumericNow(now)).toThrow(TypeError);
  });
});
