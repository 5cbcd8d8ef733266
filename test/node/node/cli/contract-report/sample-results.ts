/** Results as a run gives them, made by hand. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import type { Exchange } from "../../../../../src/contract/exchange.js";
import type { ContractResult } from "../../../../../src/contract/result.js";
import type {
  ContractReporter,
  RunHead,
  RunSummary,
} from "../../../../../src/node/cli/contract-report/contract-reporter.js";

export const HEAD: RunHead = {
  command: "run",
  version: "1.2.3",
  target: "http://127.0.0.1:8080/v1.0",
  mode: "mock",
  seed: 42,
  startedAt: new Date("2026-01-01T12:34:56.789Z"),
  replayFlags: [],
};

/** An upload whose answer has a thumbprint that is too long. */
export function sampleExchange(changes: Partial<Exchange> = {}): Exchange {
  const sent = { pkcs12Value: "[pkcs12Value 1]", password: "[password 1]" };
  const certificateList = [{ thumbprint: "BB".repeat(32), notAfter: 2, notBefore: 1, isActive: true }];
  const answer = { authenticationConfiguration: { certificateList } };
  return {
    index: 8,
    step: "upload a second one",
    operationId: "identityApiConnector.uploadClientCertificate",
    key: "1",
    request: {
      method: "POST",
      url: "http://127.0.0.1:8080/v1.0/identity/apiConnectors/1/uploadClientCertificate",
      headers: { "content-type": "application/json", authorization: "Bearer …" },
      text: JSON.stringify(sent),
      json: sent,
    },
    response: {
      status: 200,
      headers: { "content-type": "application/json", "x-transport": "boring" },
      text: JSON.stringify(answer),
      json: answer,
    },
    sentAt: 0,
    receivedAt: 5,
    isSettled: true,
    ...changes,
  };
}

/** A failure of C4. */
export function sampleFailure(changes: Partial<ContractResult> = {}): ContractResult {
  return {
    rule: "C4",
    title: "thumbprint is the SHA-1 of the certificate",
    status: "fail",
    operation: "identityApiConnector.uploadClientCertificate",
    scenario: "connector-lifecycle",
    evidence: ["doc-example", "crypto"],
    source: "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation; RFC 7519 section 2",
    pointer: "/authenticationConfiguration/certificateList/0/thumbprint",
    expected: "AA".repeat(20),
    actual: "BB".repeat(32),
    exchanges: [sampleExchange()],
    curl: "curl -X POST 'http://127.0.0.1:8080/v1.0/identity'",
    ...changes,
  };
}

const PLACE = { scenario: "", pointer: "", expected: null, actual: null, exchanges: [], curl: undefined };

/** One of each status. */
export function sampleResults(): readonly ContractResult[] {
  const known = { reason: "a gateway is in between", source: "https://example.com/why", expires: "2027-01-31" };
  const seen = { expected: "is a PFX with 3DES taken?", actual: 200, pointer: "status" };
  const counterexample = { scenario: "drawn-uploads", seed: 7, path: "3:0:1", text: "two uploads" };
  return [
    sampleFailure(),
    sampleFailure({ operation: "identityApiConnector.get", counterexample, scenario: "drawn-uploads" }),
    sampleFailure({ rule: "E5", title: "the context is absolute", status: "known", ...known }),
    sampleFailure({ rule: "C8", title: "files in all dresses", status: "observation", ...seen }),
    sampleFailure({ rule: "C5", title: "dates", status: "pass", ...PLACE }),
    sampleFailure({
      rule: "T3",
      title: "throttling",
      status: "skip",
      ...PLACE,
      operation: "",
      reason: "nothing was there",
    }),
  ];
}

/** Tells a reporter all of them, and the end. */
export async function tell(
  reporter: ContractReporter,
  results: readonly ContractResult[],
  ended: RunSummary["ended"] = "complete",
): Promise<void> {
  const counts = { fail: 0, known: 0, observation: 0, pass: 0, skip: 0 };
  for (const result of results) {
    counts[result.status] += 1;
    await reporter.add(result);
  }
  await reporter.end({ counts, requests: 12, durationMs: 3456.7, ended });
}

/** What a reporter of a file writes. */
export async function print(
  create: (
    write: (content: string | Uint8Array | Iterable<string>) => Promise<void>,
    head: RunHead,
  ) => ContractReporter,
  results: readonly ContractResult[] = sampleResults(),
  head: RunHead = HEAD,
  ended: RunSummary["ended"] = "complete",
): Promise<string> {
  let text = "";
  const reporter = create((content) => {
    text += typeof content === "string" ? content : [...content].join("");
    return Promise.resolve();
  }, head);
  await tell(reporter, results, ended);
  return text;
}

/** A failure that has a text wherever an answer, a scenario or a list of deviations may bring one. */
export function failureWith(text: string, changes: Partial<ContractResult> = {}): ContractResult {
  const json = { [text]: text, value: [text] };
  const response = { status: 200, headers: { location: text, "request-id": text }, text: JSON.stringify(json), json };
  return sampleFailure({
    title: `title ${text}`,
    operation: text,
    scenario: text,
    source: text,
    reason: text,
    detail: text,
    pointer: `/${text}`,
    expected: json,
    actual: { ...json, more: text },
    exchanges: [sampleExchange({ step: text, origin: text, response })],
    curl: `curl ${text}`,
    counterexample: { scenario: text, seed: 1, path: text, text },
    ...changes,
  });
}

const SCHEMA = resolve(import.meta.dirname, "../../../../../spec/contract-report.schema.json");

/** Expects lines of `--json` to be as the schema says. */
export function expectLines(lines: readonly unknown[]): void {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addSchema(JSON.parse(readFileSync(SCHEMA, "utf8")), "report");
  const validate = ajv.compile({ $ref: "report#/$defs/line" });
  for (const line of lines) {
    validate(line);
    expect(validate.errors ?? []).toEqual([]);
  }
}
