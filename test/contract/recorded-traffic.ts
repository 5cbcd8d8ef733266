/** Traffic as it is recorded: of scenarios against a mock, and as files that other programs write. */
import type { Exchange } from "../../src/contract/exchange.js";
import { parseJson } from "../../src/contract/exchange.js";
import { operationOf } from "../../src/contract/operation-of.js";
import type { ContractResult } from "../../src/contract/result.js";
import type { Scenario } from "../../src/contract/scenario.js";
import { checkTraffic } from "../../src/contract/traffic/check-traffic.js";
import { readHar } from "../../src/contract/traffic/read-har.js";
import { toHar } from "../../src/contract/traffic/to-har.js";
import type { MockGraphOptions } from "../../src/mock/options.js";
import { testProvider } from "../setup/provider.js";
import { runOnMock } from "./mock-under-test.js";

export const NOW = new Date("2026-06-02T00:00:00Z");

/** What went over the wire while scenarios ran on a mock, with nothing of how it was meant. */
export async function recordOnMock(
  scenarios: readonly Scenario["id"][],
  mock: MockGraphOptions = {},
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  let now = Date.parse("2026-06-01T00:00:00.000Z");
  const clock = {
    now: () => now,
    advance: (ms: number): void => {
      now += ms;
    },
  };
  await runOnMock(
    { ...mock, clock: { now: () => new Date(now) } },
    { scenarios, clock },
    (fetch) => async (request) => {
      const sent = request.clone();
      const sentAt = now;
      now += 5;
      const response = await fetch(request);
      const text = await sent.text();
      const answer = await response.clone().text();
      exchanges.push({
        index: exchanges.length,
        step: "recorded",
        ...keyOf(sent),
        request: {
          method: sent.method,
          url: sent.url,
          headers: Object.fromEntries(sent.headers),
          text,
          json: parseJson(text),
        },
        response: {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          text: answer,
          json: parseJson(answer),
        },
        sentAt,
        receivedAt: now,
        isSettled: true,
      });
      now += 1_000;
      return response;
    },
  );
  return exchanges;
}

function keyOf({ method, url }: Request): Pick<Exchange, "operationId" | "key"> {
  const { operationId, key } = operationOf(method, url);
  return { operationId, key };
}

/** A HAR as text. */
export async function harOf(exchanges: readonly Exchange[]): Promise<string> {
  const parts: string[] = [];
  for await (const part of toHar(exchanges)) parts.push(part);
  return parts.join("");
}

/** The octets of a text in pieces of that size. */
export async function* chunksOf(text: string, bytes = 10_000): AsyncGenerator<Uint8Array> {
  const octets = new TextEncoder().encode(text);
  for (let at = 0; at < octets.length; at += bytes) yield await Promise.resolve(octets.subarray(at, at + bytes));
}

/** What is wrong with a HAR. */
export async function checkHar(har: string): Promise<readonly ContractResult[]> {
  const results: ContractResult[] = [];
  for await (const it of checkTraffic(readHar(chunksOf(har)), { provider: testProvider, now: NOW })) results.push(it);
  return results;
}

/** The same of a list. */
export async function* streamOf<T>(values: readonly T[]): AsyncGenerator<T> {
  for (const value of values) yield await Promise.resolve(value);
}
