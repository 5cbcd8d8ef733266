import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../src/contract/exchange.js";
import type { ContractResult } from "../../../src/contract/result.js";
import { failureMessage, noteOf } from "../../../src/vitest/failure-message.js";

const exchange: Exchange = {
  index: 0,
  step: "upload",
  operationId: "identityApiConnector.uploadClientCertificate",
  key: "1",
  request: {
    method: "POST",
    url: "https://graph.microsoft.com/v1.0/x",
    headers: {},
    text: '{"password":"hush"}',
    json: { password: "hush" },
  },
  response: { status: 200, headers: {}, text: "{}", json: { id: "1", secretText: "hush", usage: "Sign", key: "hush" } },
  sentAt: 0,
  receivedAt: 0,
  isSettled: true,
};

const result: ContractResult = {
  rule: "C4",
  title: "thumbprint is the certificate's",
  status: "fail",
  operation: "identityApiConnector.uploadClientCertificate",
  scenario: "drawn-uploads",
  evidence: ["crypto"],
  source: "https://learn.microsoft.com/x",
  pointer: "/a/0",
  expected: "AB",
  actual: "ab",
  exchanges: [exchange],
  counterexample: { scenario: "drawn-uploads", seed: 7, path: "3:1", text: "an upload" },
  curl: "curl -X POST 'https://graph.microsoft.com/v1.0/x'",
};

describe("a failure's message", () => {
  it("holds the rule, why, place, both values, the exchange, a curl line and how to replay it", () => {
    const lines = failureMessage(result).split("\n");
    expect(lines[0]).toBe("C4 thumbprint is the certificate's");
    for (const text of [
      "why         https://learn.microsoft.com/x (crypto)",
      "at          /a/0",
      'expected    "AB"',
      'actual      "ab"',
      'replay: { scenario: "drawn-uploads", seed: 7, path: "3:1" }',
      "curl        curl -X POST",
      "POST https://graph.microsoft.com/v1.0/x -> 200 (upload)",
    ]) {
      expect(lines.filter((line) => line.includes(text)).length, text).toBe(1);
    }
  });

  it("shows no secret of a request or an answer, and nothing of what is no JSON", () => {
    expect(failureMessage(result)).not.toContain("hush");
    const html = { ...exchange, response: { ...exchange.response, text: "<b>hush</b>", json: undefined } };
    const message = failureMessage({ ...result, exchanges: [html] });
    expect(message).not.toContain("hush");
    expect(message).toContain("11 characters, no JSON");
  });

  it("cuts long bodies, and says that there was no answer", () => {
    const long = { ...exchange, response: { ...exchange.response, json: { text: "x".repeat(9_000) } } };
    expect(failureMessage({ ...result, exchanges: [long] }).length).toBeLessThan(3_000);
    const lost = { ...exchange, response: { status: 0, headers: {}, text: "", json: undefined } };
    expect(failureMessage({ ...result, exchanges: [lost] })).toContain("-> no answer");
  });
});

it("a note is one line; of a known difference with its reason", () => {
  expect(noteOf(result)).toBe('C4 /a/0: "AB" -> "ab"');
  expect(noteOf({ ...result, status: "known", reason: "why" })).toBe(
    'known: C4 /a/0: "AB" -> "ab"; why (https://learn.microsoft.com/x)',
  );
});
