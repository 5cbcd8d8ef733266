import { describe, expect, it } from "vitest";
import { joseKind } from "../../../src/sniff/jose.js";
import { base64url, utf8 } from "./wrap.js";

const part = (value: unknown): string => new TextDecoder().decode(base64url(utf8(JSON.stringify(value))));
const kind = (text: string): string | undefined => joseKind(utf8(text));

const jwe = part({ alg: "RSA-OAEP", enc: "A256GCM" });
const jws = part({ alg: "RS256", typ: "JWT" });

describe("joseKind", () => {
  it.each([
    // The value of pkcs12Value in the documentation of uploadClientCertificate.
    ["the official sample", "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ...kDJ04sJShkkgjL9Bm49plA"],
    ["five parts", `${jwe}.AAAA.BBBB.CCCC.DDDD`],
    ["an empty key", `${jwe}..BBBB.CCCC.DDDD`],
    ["the header alone", jwe],
    ["half the header", jwe.slice(0, 36)],
    ["a header with white space", `${new TextDecoder().decode(base64url(utf8('{ "enc" : "A128GCM" }')))}.A`],
  ])("knows a JWE: %s", (_, text) => {
    expect(kind(text)).toBe("jwe");
  });

  it.each([
    ["three parts", `${jws}.${part({ sub: "a" })}.AAAA`],
    ["no signature", `${part({ alg: "none" })}.${part({ sub: "a" })}.`],
    ["cut off", `${jws}.${part({ sub: "a" })}`],
  ])("knows a JWT: %s", (_, text) => {
    expect(kind(text)).toBe("jwt");
  });

  it.each([
    ["JSON in base64", part({ pkcs12Value: "MII", password: "" })],
    ["a header of neither", `${part({ typ: "JWT" })}.AAAA.AAAA`],
    ["a JWS header without its dot", jws],
    ["a header whose enc is no text", `${part({ enc: 1 })}.A.A.A.A`],
    ["a list", `${part(["enc"])}.A.A.A.A`],
    ["words", "ey.you.there"],
    ["a sentence behind a token", `${jwe}.AAAA is a token`],
    ["a PFX in base64", "MIIKcQIBAzCC"],
    ["nothing", ""],
  ])("leaves alone: %s", (_, text) => {
    expect(kind(text)).toBeUndefined();
  });
});
