/** Results as plain JSON of bounded size, described by spec/contract-report.schema.json. */
import type { Exchange } from "../../../contract/exchange.js";
import type { ContractResult } from "../../../contract/result.js";
import { citationsOf } from "./citations.js";
import type { RunHead, RunSummary } from "./contract-reporter.js";
import { STATUSES } from "./contract-reporter.js";
import { replayCommand } from "./replay-command.js";

/** Of each result; those at fault come last. */
const MAX_EXCHANGES = 8;

/** Of a body. A page of a hundred servicePrincipals has megabytes. */
const MAX_CHARACTERS = 65_536;

/** One result. Optional facts are null, never absent. */
export function toResultDocument(result: ContractResult, head: RunHead): object {
  const { rule, title, status, operation, scenario, evidence, source, pointer, exchanges, counterexample } = result;
  return {
    rule,
    title,
    status,
    operation,
    scenario,
    evidence,
    source,
    links: citationsOf(source).flatMap(({ href }) => href ?? []),
    reason: result.reason ?? null,
    expires: result.expires ?? null,
    pointer,
    expected: result.expected ?? null,
    actual: result.actual ?? null,
    detail: result.detail ?? null,
    counterexample: counterexample === undefined ? null : { ...counterexample },
    curl: result.curl ?? null,
    replay: status === "fail" || status === "known" ? replayCommand(result, head) : null,
    exchanges: exchanges.slice(-MAX_EXCHANGES).map(toExchangeDocument),
    exchangesInAll: exchanges.length,
  };
}

/** The call and how it ended. */
export function toSummaryDocument({ counts, requests, durationMs, ended }: RunSummary, head: RunHead): object {
  return {
    schemaVersion: 1,
    tool: { name: "graph-certkit", version: head.version },
    command: head.command,
    target: head.target,
    mode: head.mode ?? null,
    seed: head.seed ?? null,
    startedAt: head.startedAt.toISOString(),
    verdict: counts.fail === 0 ? "clean" : "findings",
    ended,
    requests,
    durationMs: Math.round(durationMs),
    counts: Object.fromEntries(STATUSES.map((status) => [status, counts[status]])),
  };
}

function toExchangeDocument({
  index,
  origin,
  step,
  operationId,
  sentAt,
  receivedAt,
  request,
  response,
}: Exchange): object {
  return {
    index,
    origin: origin ?? null,
    step,
    operation: operationId ?? null,
    sentAt: instant(sentAt),
    receivedAt: instant(receivedAt),
    request: { method: request.method, url: request.url, headers: request.headers, ...toBody(request.text) },
    response: { status: response.status, headers: response.headers, ...toBody(response.text) },
  };
}

function toBody(text: string): object {
  return { body: text.slice(0, MAX_CHARACTERS), bodyCharacters: text.length };
}

/** Recorded traffic may say any time, and none. */
function instant(ms: number): string | null {
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null;
}
