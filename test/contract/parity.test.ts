import { beforeAll, describe, expect, it } from "vitest";
import type { Exchange } from "../../src/contract/exchange.js";
import type { ParityResult } from "../../src/contract/parity/parity.js";
import { parity } from "../../src/contract/parity/parity.js";
import { withFacts } from "../../src/contract/redaction/facts.js";
import { createRedactor } from "../../src/contract/redaction/redactor.js";
import { SCENARIOS } from "../../src/contract/scenarios.js";
import { createMaterial } from "../../src/contract/session/material.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import type { MockGraphOptions } from "../../src/mock/options.js";
import { createMockGraph } from "../../src/mock/server.js";
import { testProvider } from "../setup/provider.js";
import { fixedKeyProvider } from "../unit/graph/fixed-key-provider.js";
import { recordOnMock, streamOf } from "./recorded-traffic.js";

const material = createMaterial(testProvider);

/** Replays on a new mock, ten days later. */
async function replay(exchanges: readonly Exchange[], mock: MockGraphOptions = {}): Promise<readonly ParityResult[]> {
  let now = Date.parse("2026-06-11T00:00:00.000Z");
  const clock = {
    now: () => now,
    advance: (ms: number): void => {
      now += ms;
    },
  };
  const graph = createMockGraph({ clock: { now: () => new Date(now) }, keys: fixedKeyProvider(), ...mock });
  const results: ParityResult[] = [];
  const options = {
    fetch: (request: Request) => graph.fetch(request),
    baseUrl: "https://mock.example/v1.0",
    auth: "token",
    clock,
    provider: testProvider,
    material,
  };
  for await (const it of parity(streamOf(exchanges), options)) results.push(it);
  return results;
}

/** As a cassette holds it: without files, passwords and secrets. */
async function redacted(exchanges: readonly Exchange[]): Promise<readonly Exchange[]> {
  const { exchange: redact } = createRedactor();
  const found: Exchange[] = [];
  for (const exchange of exchanges) found.push(redact(await withFacts(exchange, testProvider)));
  return found;
}

const wrong = (results: readonly ParityResult[]): readonly string[] =>
  results.flatMap(({ index, operation, differences }) =>
    differences.map((it) => [index, operation, it.pointer, JSON.stringify([it.recorded, it.replayed])].join(" ")),
  );

describe("parity", () => {
  let whole: readonly Exchange[] = [];
  let taken: readonly Exchange[] = [];
  beforeAll(async () => {
    const scenarios = SCENARIOS.map(({ id }) => id).filter((id) => !/race|parallel/.test(id));
    whole = await recordOnMock(scenarios);
    taken = await redacted(whole);
  });

  it("finds no difference between a mock and itself", async () => {
    const results = await replay(whole);
    expect(wrong(results)).toEqual([]);
    expect(results.filter(({ status }) => status === "skipped").length).toBeLessThan(results.length / 20);
  });

  it("finds none where files and secrets were redacted, and replays the files too", async () => {
    expect(JSON.stringify(taken)).not.toContain("a password of the run");
    const results = await replay(taken);
    expect(wrong(results)).toEqual([]);
    const uploads = results.filter(({ operation }) => operation === "identityApiConnector.uploadClientCertificate");
    expect(uploads.filter(({ status }) => status === "same").length).toBeGreaterThan(15);
    const reasons = new Set(results.flatMap(({ reason }) => (reason === undefined ? [] : [reason])));
    for (const reason of reasons) {
      expect(reason).toMatch(
        /^(?:no file can be made|a proof|its object was there|its application|it was throttled|an earlier request)/,
      );
    }
  });

  it("leaves out what hangs on objects of before the recording", async () => {
    const from = whole.findIndex(({ request }) => /apiConnectors\?.*top=/i.test(request.url));
    const results = await replay(whole.slice(from));
    expect(wrong(results)).toEqual([]);
    const reasons = results.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
    expect(reasons).toContain("its page holds what was there before the recording");
  });

  it.each<[FaultName, string, RegExp]>([
    ["keyid-of-verify", "servicePrincipal.get", /keyId$/],
    ["thumb-lower", "identityApiConnector.uploadClientCertificate", /\/thumbprint$/],
    ["ms-dates", "identityApiConnector.uploadClientCertificate", /\/not(?:Before|After)$/],
    ["end-plus-1h", "servicePrincipal.addTokenSigningCertificate", /\/endDateTime$/],
    ["replaces-list", "identityApiConnector.uploadClientCertificate", /certificateList/],
    ["thumb-of-spki", "identityApiConnector.uploadClientCertificate", /\/thumbprint$/],
    ["accepts-anything", "identityApiConnector.uploadClientCertificate", /^status$/],
    ["html-error", "identityApiConnector.get", /^header:content-type$/],
  ])("shows the place of %s", async (fault, operation, pointer) => {
    const found = (await replay(taken, { faults: [fault] })).filter(({ status }) => status === "different");
    const at = found.filter((it) => it.operation.startsWith(operation)).flatMap(({ differences }) => differences);
    expect(at.map((it) => it.pointer)).toEqual(expect.arrayContaining([expect.stringMatching(pointer)]));
  });

  it("tells no secret", async () => {
    const results = await replay(whole, { faults: ["secret-in-get"] });
    const secrets = results.flatMap(({ differences }) =>
      differences.filter(({ pointer }) => /secretText/.test(pointer)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    expect(new Set(secrets.map(({ replayed }) => replayed))).toEqual(new Set(["…"]));
  });

  it("skips what was there before the recording", async () => {
    const start = whole.findIndex(({ operationId }) => operationId === "identityApiConnector.create");
    const { key } = whole[start + 1] ?? {};
    const results = await replay(whole.slice(start + 1).filter((it) => it.key === key));
    expect(results.length).toBeGreaterThan(0);
    expect(new Set(results.filter(({ status }) => status === "skipped").map(({ reason }) => reason))).toEqual(
      new Set(["its object was there before the recording"]),
    );
    expect(results.some(({ status }) => status === "different")).toBe(false);
  });
});
