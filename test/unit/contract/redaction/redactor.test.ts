import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../../src/bytes/base64.js";
import { encodeBase64Url } from "../../../../src/bytes/base64url.js";
import { encodeHex } from "../../../../src/bytes/hex.js";
import { createRedactor } from "../../../../src/contract/redaction/redactor.js";
import type { ContractResult } from "../../../../src/contract/result.js";
import type { Sample } from "./sample-exchange.js";
import { sampleExchange } from "./sample-exchange.js";

const SECRET = 'corr"ect/h+orse battery';
const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const redact = (sample: Sample) => createRedactor().exchange(sampleExchange(sample));
const sendOf = (body: unknown): unknown => redact({ request: { body } }).request.json;

const FOUND: ContractResult = {
  rule: "C1",
  title: "title",
  status: "fail",
  operation: "other",
  scenario: "x",
  evidence: ["design"],
  source: "",
  pointer: "",
  expected: null,
  actual: null,
  exchanges: [],
};

describe("createRedactor", () => {
  it.each<[string, unknown, unknown]>([
    ["members", { password: SECRET, displayName: "kept" }, { password: "[password 1]", displayName: "kept" }],
    ["any case", { SecretText: SECRET }, { SecretText: "[SecretText 1]" }],
    [
      "what is inside",
      { password: { old: [SECRET, 12_345_678] } },
      { password: { old: ["[password 1]", "[password 2]"] } },
    ],
    [
      "an empty password of a file",
      { pkcs12Value: "x", password: "" },
      { pkcs12Value: "[pkcs12Value 1, short]", password: "[password 1, short]" },
    ],
    [
      "no secret that is none",
      { password: null, secretText: "", pkcs12Value: undefined },
      { password: null, secretText: "" },
    ],
    ["no stars", { password: "******" }, { password: "******" }],
    ["the key of what signs", { key: "c2VjcmV0", usage: "Sign" }, { key: "[key 1]", usage: "Sign" }],
    [
      "the key of a file",
      { key: "c2VjcmV0", type: "X509CertAndPassword" },
      { key: "[key 1]", type: "X509CertAndPassword" },
    ],
    ["not the key of what verifies", { key: "cHVibGlj", usage: "Verify" }, { key: "cHVibGlj", usage: "Verify" }],
    ["a hint that is right", { secretText: "abcdefgh", hint: "abc" }, { secretText: "[secretText 1]", hint: "[se" }],
    [
      "a hint that is wrong",
      { secretText: "abcdefgh", hint: "xyz" },
      { secretText: "[secretText 1]", hint: "[hint 1, short]" },
    ],
    ["a hint by itself", { hint: "abc" }, { hint: "[hint 1, short]" }],
    [
      "bodies, headers and addresses of a batch",
      { requests: [{ url: "/me?sig=abcd", headers: { authorization: "Bearer abcdef" }, body: { proof: SECRET } }] },
      {
        requests: [
          {
            url: "/me?sig=%5Bsig%201%2C%20short%5D",
            headers: { authorization: "[redacted]" },
            body: { proof: "[proof 1]" },
          },
        ],
      },
    ],
    ["JSON in text", { inner: JSON.stringify({ password: SECRET }) }, { inner: '{"password":"[password 1]"}' }],
    [
      "JSON in base64",
      { body: encodeBase64(octets(JSON.stringify({ password: SECRET }))) },
      { body: encodeBase64(octets('{"password":"[password 1]"}')) },
    ],
    ["names of members", { password: SECRET, [SECRET]: 1 }, { password: "[password 1]", "[password 1]": 1 }],
  ])("redacts %s", (_, body, expected) => {
    expect(sendOf(body)).toEqual(expected);
  });

  it.each<[string, string]>([
    ["as it is", SECRET],
    ["escaped for JSON", JSON.stringify(SECRET)],
    ["escaped twice", JSON.stringify(JSON.stringify(SECRET))],
    ["in base64", encodeBase64(octets(SECRET))],
    ["in base64url", encodeBase64Url(octets(SECRET))],
    ["in base64 behind something else", encodeBase64(octets(`user:${SECRET}`))],
    ["in hexadecimal", encodeHex(octets(SECRET))],
    ["percent-encoded", encodeURIComponent(SECRET)],
    ["as a form has it", new URLSearchParams({ x: SECRET }).toString()],
  ])("finds what it has learnt again %s", (_, echo) => {
    const { response } = redact({
      request: { body: { password: SECRET } },
      response: {
        body: `no JSON: ${echo} was wrong`,
        headers: { location: `https://a.example.com/x?y=${echo}`, "x-echo": echo },
      },
    });
    expect(response.text).toContain("[password 1]");
    expect(response.text).not.toContain(echo);
    expect(response.headers["location"]).not.toContain(echo);
    expect(response.headers["x-echo"]).toBe("[redacted]");
  });

  it("keeps headers that are on its list and tells of others that they were there", () => {
    const headers = {
      Authorization: "Bearer abc",
      Cookie: "a=b",
      "content-type": "application/json",
      "request-id": "1",
    };
    expect(redact({ request: { headers } }).request.headers).toEqual({
      Authorization: "[redacted]",
      Cookie: "[redacted]",
      "content-type": "application/json",
      "request-id": "1",
    });
  });

  it.each([
    ["https://a.example.com/x?sig=abcdefgh&top=1", "https://a.example.com/x?sig=%5Bsig%201%5D&top=1"],
    ["https://me:hunter22@a.example.com/", "https://%5Buser%201%5D@a.example.com/"],
    ["https://a.example.com/#access_token=abcdefgh", "https://a.example.com/#access_token=%5Baccess_token%201%5D"],
    ["https://a.example.com/x?$top=1", "https://a.example.com/x?$top=1"],
  ])("takes secrets out of %s, which stays an address", (url, expected) => {
    const redacted = redact({ request: { url } }).request.url;
    expect(redacted).toBe(expected);
    expect(URL.canParse(redacted)).toBe(true);
  });

  it("redacts bodies that are no JSON, which stay none", () => {
    const broken = redact({ request: { body: '{"pkcs12Value":"abcdefghij","password":"hunter2' } }).request;
    expect(broken).toMatchObject({
      json: undefined,
      text: '{"pkcs12Value":"[pkcs12Value 1]","password":"[password 1]',
    });
    const form = redact({ request: { body: "grant_type=client_credentials&client_secret=a%2Bb+c%20d" } }).request;
    expect(form.text).toBe("grant_type=client_credentials&client_secret=%5Bclient_secret%201%5D");
  });

  it("looks for short secrets nowhere else, for middling ones as words, and never for words of the wire", () => {
    const told = (password: string, message: string): unknown => {
      const { response } = redact({ request: { body: { password } }, response: { body: { message } } });
      return (response.json as { message: unknown }).message;
    };
    expect(told("abc", "abc")).toBe("abc");
    expect(told("abcd", "abcd, abcde")).toBe("[password 1, short], abcde");
    expect(told("graph", "microsoft.graph.user")).toBe("microsoft.graph.user");
    expect(told("2026", "2026-06-01T00:00:00Z")).toBe("2026-06-01T00:00:00Z");
    expect(told("0000", "00000000-0000-0000-0000-000000000000")).toBe("00000000-0000-0000-0000-000000000000");
  });

  it("knows one secret by one pseudonym, and redacts nothing twice", () => {
    const redactor = createRedactor();
    const sample = sampleExchange({
      request: { body: { password: SECRET } },
      response: { body: { secretText: SECRET } },
    });
    const once = redactor.exchange(sample);
    expect(once.response.json).toEqual({ secretText: "[password 1]" });
    expect(redactor.exchange(once)).toEqual(once);
    expect(createRedactor().exchange(once)).toEqual(once);
  });

  it("learns ahead, and from outside", () => {
    const redactor = createRedactor();
    redactor.learn([sampleExchange({ response: { body: { secretText: SECRET } } })]);
    redactor.secret("an opaque token", "token");
    expect(redactor.text(`${SECRET}, an opaque token`)).toBe("[secretText 1], [token 1]");
  });

  it("finds in a pointer what is escaped there, and leaves other pointers alone", () => {
    const redactor = createRedactor();
    redactor.secret("abc/def~ghi/jkl", "token");
    const at = (pointer: string): string => redactor.result({ ...FOUND, pointer }).pointer;
    expect(at("/a/abc~1def~0ghi~1jkl/0")).toBe("/a/[token 1]/0");
    for (const pointer of ["", "/keyCredentials/0/key", "/a~1b~0c", "header:location", "status"]) {
      expect(at(pointer)).toBe(pointer);
    }
  });

  it("redacts all of a result", () => {
    const exchange = sampleExchange({ request: { body: { password: SECRET } } });
    const result = createRedactor().result({
      ...FOUND,
      reason: SECRET,
      detail: `is ${SECRET}`,
      pointer: `/error/${SECRET.replace("/", "~1")}/0`,
      expected: SECRET,
      actual: { password: SECRET },
      exchanges: [exchange],
      counterexample: { scenario: "x", seed: 1, path: "0", text: SECRET },
      curl: `curl ${SECRET}`,
    });
    expect(JSON.stringify(result)).not.toContain("battery");
    expect(result).toMatchObject({ expected: "[password 1]", reason: "[password 1]", curl: "curl [password 1]" });
    expect(result).toMatchObject({ detail: "is [password 1]", pointer: "/error/[password 1]/0" });
  });
});
