import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/contract/exchange.js";
import { checkTraffic } from "../../src/contract/traffic/check-traffic.js";
import { failedRules } from "./mock-under-test.js";
import { checkHar, harOf, NOW, recordOnMock, streamOf } from "./recorded-traffic.js";

const CONNECTOR = ["connector-lifecycle", "active-certificate", "pfx-dresses", "upload-refusals"];
const PRINCIPAL = ["token-signing"];
const recorded = recordOnMock([...CONNECTOR, ...PRINCIPAL]);

interface Entry {
  request: { method: string; url: string };
  response: { content: { text?: string; size: number } };
}

/** The HAR with one text altered in the body of the nth answer that is meant. */
async function alterOne(
  isMeant: (entry: Entry) => boolean,
  pattern: RegExp,
  alter: (found: string) => string,
): Promise<{ har: string; at: number; found: string }> {
  const har = JSON.parse(await harOf(await recorded)) as { log: { entries: Entry[] } };
  const at = har.log.entries.findIndex((it) => isMeant(it) && pattern.test(it.response.content.text ?? ""));
  const entry = har.log.entries[at];
  const [, found = ""] = pattern.exec(entry?.response.content.text ?? "") ?? [];
  if (entry !== undefined)
    entry.response.content.text = entry.response.content.text?.replace(found, alter(found)) ?? "";
  return { har: JSON.stringify(har), at, found };
}

/** The third octet is another one. */
const flip = (hex: string): string => `${hex.slice(0, 4)}${hex.slice(4, 6) === "A7" ? "B7" : "A7"}${hex.slice(6)}`;

describe("checkTraffic", () => {
  it("finds nothing wrong with the recording of a sound service", async () => {
    const results = await checkHar(await harOf(await recorded));
    expect(
      results
        .filter(({ status }) => status === "fail")
        .map(({ rule, exchanges, pointer, expected, actual }) =>
          [
            rule,
            exchanges.map(({ origin }) => origin).join(),
            pointer,
            JSON.stringify(expected),
            JSON.stringify(actual),
          ].join(" "),
        ),
    ).toEqual([]);
    const passed = new Set(results.filter(({ status }) => status === "pass").map(({ rule }) => rule));
    for (const rule of ["C1", "C3", "C4", "C5", "C6", "C7", "C9", "S1", "S2", "S3", "S6", "S7", "S10"]) {
      expect(passed, rule).toContain(rule);
    }
  });

  it("says rule, entry, pointer and octet of an altered thumbprint in the answer to an upload", async () => {
    const { har, at, found } = await alterOne(
      ({ request }) => request.url.endsWith("/uploadClientCertificate"),
      /"thumbprint":"([\dA-F]{40})"/,
      flip,
    );
    const finding = (await checkHar(har)).find(({ rule, status }) => rule === "C4" && status === "fail");
    expect(finding?.exchanges.at(-1)?.origin).toBe(`log.entries[${at}]`);
    expect(finding?.pointer).toBe("/authenticationConfiguration/certificateList/0/thumbprint");
    expect(finding?.detail).toBe(`byte 3 of 20: expected ${found.slice(4, 6)}, got ${flip(found).slice(4, 6)}`);
  });

  it("says the same of one in an answer to GET", async () => {
    const { har, at, found } = await alterOne(
      ({ request }) => request.method === "GET" && /apiConnectors\/[^/]+$/.test(request.url),
      /"thumbprint":"([\dA-F]{40})"/,
      flip,
    );
    const finding = (await checkHar(har)).find(({ rule, status }) => rule === "C4" && status === "fail");
    expect(finding?.exchanges.at(-1)?.origin).toBe(`log.entries[${at}]`);
    expect(finding?.detail).toContain(`byte 3 of 20: expected ${found.slice(4, 6)}`);
  });

  it("says the same of one in the answer of addTokenSigningCertificate", async () => {
    const { har, at, found } = await alterOne(
      ({ request }) => request.url.endsWith("/addTokenSigningCertificate"),
      /"thumbprint":"([\dA-F]{40})"/,
      flip,
    );
    const finding = (await checkHar(har)).find(({ rule, status }) => rule === "S2" && status === "fail");
    expect(finding?.exchanges.at(-1)?.origin).toBe(`log.entries[${at}]`);
    expect(finding?.pointer).toBe("/thumbprint");
    expect(finding?.detail).toContain(`byte 3 of 20: expected ${found.slice(4, 6)}`);
  });

  it("accuses nobody for lack of what came before: from any entry on, and with answers lost", async () => {
    const { log } = JSON.parse(await harOf(await recorded)) as { log: { entries: Entry[] } };
    expect(log.entries.length).toBeGreaterThan(70);
    for (const from of [1, 7, 20, 33, 47, 61]) {
      const results = await checkHar(JSON.stringify({ log: { entries: log.entries.slice(from) } }));
      expect(failedRules(results), `from ${from}`).toEqual([]);
    }
    for (const step of [2, 3, 5]) {
      const entries = log.entries.map((entry, index) =>
        index % step === 0
          ? { ...entry, response: { ...entry.response, content: { size: 200, mimeType: "application/json" } } }
          : entry,
      );
      expect(failedRules(await checkHar(JSON.stringify({ log: { entries } }))), `each ${step}`).toEqual([]);
    }
  });

  it("takes a read for old that shows what was there before a write", async () => {
    const { log } = JSON.parse(await harOf(await recorded)) as { log: { entries: Entry[] } };
    const isRead = ({ request }: Entry): boolean =>
      request.method === "GET" && /(?:apiConnectors|servicePrincipals)\/[^/]+$/.test(new URL(request.url).pathname);
    // Every other read shows what the one before it did.
    const last = new Map<string, Entry["response"]>();
    let count = 0;
    let altered = 0;
    const entries = log.entries.map((entry) => {
      if (!isRead(entry)) return entry;
      const old = last.get(entry.request.url);
      last.set(entry.request.url, entry.response);
      count += 1;
      if (old === undefined || count % 2 === 0) return entry;
      if (old.content.text !== entry.response.content.text) altered += 1;
      return { ...entry, response: old };
    });
    expect(altered).toBeGreaterThan(3);
    expect(failedRules(await checkHar(JSON.stringify({ log: { entries } })))).toEqual([]);
  });

  it("still finds faults of a service that was recorded", async () => {
    const faulty = await recordOnMock(PRINCIPAL, { faults: ["keyid-of-verify"] });
    expect(failedRules(await checkHar(await harOf(faulty)))).toContain("S6");
    const other = await recordOnMock(CONNECTOR, { faults: ["replaces-list"] });
    expect(failedRules(await checkHar(await harOf(other)))).toContain("C3");
  });

  it("refuses what is no HAR, and rules that there are not", async () => {
    await expect(checkHar("{}")).rejects.toMatchObject({ code: "ERR_CONTRACT_HAR_STRUCTURE", at: "log.entries" });
    const run = checkTraffic(streamOf<Exchange>([]), { rules: ["C4", "C99"], now: NOW });
    await expect(run.next()).rejects.toThrow(new RangeError('"rules" expected ids such as C4, got C99'));
  });
});
