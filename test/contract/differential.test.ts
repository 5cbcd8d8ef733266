/** One mock by three ways, and one body before three judges: none of them may make a difference. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { http } from "msw";
import { setupServer } from "msw/node";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Exchange } from "../../src/contract/exchange.js";
import { referencedName } from "../../src/contract/validation/schema.js";
import { VALIDATORS } from "../../src/contract/validators.generated.js";
import { OPERATIONS } from "../../src/graph/openapi.generated.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import { serve } from "../../src/node/serve/serve.js";
import type { NormalisedDocument } from "../../tools/generate-spec/validators/generate-validators.js";
import { ajvJudge, hyperjumpJudge, standaloneJudge } from "../../tools/spec-agree/judges.js";
import type { RecordedRun } from "./recorded-run.js";
import { fixedMock, recordRun } from "./recorded-run.js";

type Way = (baseUrl: string, faults: readonly FaultName[]) => Promise<RecordedRun>;

/** Served where it was asked for; whoever else wants that address may have it afterwards. */
const overHttp = async (faults: readonly FaultName[]): Promise<RecordedRun & { readonly baseUrl: string }> => {
  const { graph, clock } = fixedMock(faults);
  const serving = await serve(graph.fetch);
  onTestFinished(() => serving.close(100));
  const baseUrl = `${serving.url}/v1.0`;
  return { ...(await recordRun((request) => fetch(request), baseUrl, clock)), baseUrl };
};

const inProcess: Way = async (baseUrl, faults) => {
  const { graph, clock } = fixedMock(faults);
  return await recordRun(graph.fetch, baseUrl, clock);
};

const intercepted: Way = async (baseUrl, faults) => {
  const { graph, clock } = fixedMock(faults);
  const server = setupServer(http.all(`${new URL(baseUrl).origin}/*`, ({ request }) => graph.fetch(request)));
  server.listen({ onUnhandledRequest: "error" });
  try {
    return await recordRun((request) => fetch(request), baseUrl, clock);
  } finally {
    server.close();
  }
};

const answers = ({ exchanges }: RecordedRun): readonly (readonly unknown[])[] =>
  exchanges.map(({ request, response }) => [
    request.method,
    request.url,
    response.status,
    response.headers["content-type"],
    response.headers["request-id"],
    response.headers["location"],
    response.text,
  ]);
const verdicts = ({ results }: RecordedRun): readonly (readonly unknown[])[] =>
  results.map((it) => [it.rule, it.operation, it.status, it.scenario, it.pointer, it.expected, it.actual]);

describe("in process, over http and intercepted by msw", () => {
  it.each<readonly [string, readonly FaultName[]]>([
    ["a sound mock", []],
    ["a mock with defects", ["thumb-lower", "context-relative", "two-active", "keyid-of-verify"]],
  ])("%s gives the same octets, of which the same is said", async (_, faults) => {
    const served = await overHttp(faults);
    expect(served.exchanges.length).toBeGreaterThan(150);
    expect(served.results.some(({ status }) => status === "fail")).toBe(faults.length > 0);
    for (const way of [inProcess, intercepted]) {
      const other = await way(served.baseUrl, faults);
      expect(answers(other)).toEqual(answers(served));
      expect(verdicts(other)).toEqual(verdicts(served));
    }
  });
});

describe("Ajv, the compiled validators and hyperjump", async () => {
  const document = resolve(import.meta.dirname, "../../spec/graph.normalised.json");
  const { schemas } = (JSON.parse(readFileSync(document, "utf8")) as NormalisedDocument).components;
  const judges = [ajvJudge(schemas), standaloneJudge(VALIDATORS), await hyperjumpJudge(schemas)];

  /** The schema of an answer's body, where it has one. */
  const schemaOf = ({ operationId, response }: Exchange): string | undefined => {
    const responses: Readonly<Record<string, string | null>> =
      OPERATIONS.find((it) => it.operationId === operationId)?.responses ?? {};
    const { status } = response;
    const ref = responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`];
    return typeof ref === "string" ? referencedName(ref) : undefined;
  };

  it.each<readonly [string, readonly FaultName[], boolean]>([
    ["a sound mock", [], false],
    ["a mock with defects", ["null-collection", "int64-as-string", "error-string", "ms-dates"], true],
  ])("say the same of every body of a run on %s", async (_, faults, isRefused) => {
    const { exchanges } = await inProcess("https://graph.microsoft.com/v1.0", faults);
    const judged = exchanges.flatMap((exchange) => {
      const schema = schemaOf(exchange);
      const { json } = exchange.response;
      return schema === undefined || json === undefined
        ? []
        : [{ step: exchange.step, schema, said: judges.map((judge) => judge.accepts(schema, json)) }];
    });
    expect(judged.length).toBeGreaterThan(100);
    expect(judged.filter(({ said }) => new Set(said).size > 1)).toEqual([]);
    expect(judged.some(({ said }) => !said[0])).toBe(isRefused);
  });
});
