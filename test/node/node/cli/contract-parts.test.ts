/** What a run is made of: its sender, its clock, its journal, times as they are typed, and where it may write. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JournalEntry } from "../../../../src/contract/live/journal.js";
import { findClock } from "../../../../src/node/cli/contract-clock.js";
import { createJournalFile } from "../../../../src/node/cli/contract-journal.js";
import { readSelection } from "../../../../src/node/cli/contract-options.js";
import { createSender } from "../../../../src/node/cli/contract-sender.js";
import { readTarget } from "../../../../src/node/cli/contract-target.js";
import { readDuration, readIntegerOption } from "../../../../src/node/cli/duration.js";
import type { Host } from "../../../../src/node/cli/host.js";
import { useScratch } from "../../../cli/scratch.js";
import { BASE_URL, mockService } from "./contract-mock.js";
import { fakeHost } from "./fake-host.js";

const scratch = useScratch();

describe("createSender", () => {
  const authorized = { headers: { authorization: "Bearer x" } };
  const refusing: Host["fetch"] = () =>
    Promise.reject(new TypeError("fetch failed", { cause: systemError("ECONNREFUSED") }));
  const lost: Host["fetch"] = () => Promise.reject(new TypeError("fetch failed", { cause: systemError("ECONNRESET") }));

  it("gives up where the first request with a token finds nobody", async () => {
    const sender = createSender({ fetch: refusing }, BASE_URL);
    await expect(sender.fetch(new Request(BASE_URL, authorized))).rejects.toThrow("fetch failed");
    expect(sender.signal.aborted).toBe(true);
    expect(() => sender.check()).toThrow("cannot be reached (ECONNREFUSED)");
    await expect(sender.fetch(new Request(BASE_URL))).rejects.toThrow("cannot be reached");
    expect(sender.sent()).toBe(1);
  });

  it("goes on where an answer was lost, and where a later token is refused", async () => {
    const losing = createSender({ fetch: lost }, BASE_URL);
    await expect(losing.fetch(new Request(BASE_URL, authorized))).rejects.toThrow();
    losing.check();
    const answers = [200, 401];
    const fetch: Host["fetch"] = () => Promise.resolve(new Response(null, { status: answers.shift() ?? 500 }));
    const sender = createSender({ fetch }, BASE_URL);
    await sender.fetch(new Request(BASE_URL, authorized));
    await sender.fetch(new Request(BASE_URL, authorized));
    sender.check();
    expect(sender.sent()).toBe(2);
  });

  it("follows no redirect, and hands on method, headers and body", async () => {
    const seen: unknown[] = [];
    const fetch: Host["fetch"] = (address, { method, headers, body, redirect }) => {
      seen.push([address, method, new Headers(headers).get("if-match"), body, redirect]);
      return Promise.resolve(new Response());
    };
    const request = new Request(`${BASE_URL}/x`, { method: "PATCH", body: "{}", headers: { "if-match": "*" } });
    await createSender({ fetch }, BASE_URL).fetch(request);
    expect(seen).toEqual([[`${BASE_URL}/x`, "PATCH", "*", "{}", "manual"]]);
  });
});

describe("findClock", () => {
  it("moves with the mock, and starts where it is", async () => {
    const { fetch } = mockService();
    const { host } = fakeHost({ fetch });
    const clock = await findClock(BASE_URL, host);
    const start = clock.now();
    await clock.advance?.(1000);
    expect(clock.now()).toBe(start + 1000);
    expect((await findClock(BASE_URL, host)).now()).toBe(start + 1000);
  });

  it.each<[string, Host["fetch"]]>([
    ["a mock that has none", mockService({}, false).fetch],
    ["nobody", () => Promise.reject(new Error())],
    ["another service", () => Promise.resolve(Response.json({ isVirtual: "yes" }))],
  ])("is real time with %s", async (_, fetch) => {
    const { host } = fakeHost({ fetch });
    const clock = await findClock(BASE_URL, host);
    expect(clock.advance).toBeUndefined();
    expect(clock.now()).toBe(host.now().getTime());
  });
});

describe("createJournalFile", () => {
  const entry = (state: JournalEntry["state"], id?: string): JournalEntry => {
    const at = "2026-01-01T00:00:00Z";
    return { kind: "connector", state, run: "r", displayName: "n", at, ...(id === undefined ? {} : { id }) };
  };

  it("is there for its owner alone, and has a line when `write` has settled", async () => {
    const journal = await createJournalFile(scratch("journal"));
    await journal.write(entry("intended"));
    expect(statSync(journal.path).mode & 0o777).toBe(0o600);
    expect(readFileSync(journal.path, "utf8")).toBe(`${JSON.stringify(entry("intended"))}\n`);
    expect(await journal.close()).toBe(true);
    expect(existsSync(journal.path)).toBe(true);
    await expect(createJournalFile(scratch("journal"))).rejects.toMatchObject({ code: "EEXIST" });
  });

  it("goes where nothing is left", async () => {
    const journal = await createJournalFile(scratch("journal"));
    for (const [state, id] of [["intended"], ["created", "1"], ["intended"], ["created", "2"]] as const) {
      await journal.write(entry(state, id));
    }
    await journal.write(entry("deleted", "2"));
    await journal.write(entry("deleted", "1"));
    expect(await journal.close()).toBe(false);
    expect(existsSync(journal.path)).toBe(false);
  });
});

describe("options", () => {
  it("reads times with their unit", () => {
    expect(["250ms", "90s", "1.5m", "2h", "1d"].map((text) => readDuration(text, "--x", 1e9))).toEqual([
      250, 90_000, 90_000, 7_200_000, 86_400_000,
    ]);
    expect(readDuration(undefined, "--x", 1)).toBeUndefined();
    for (const text of ["", "10", "0s", "-1s", "1 s", "1w", "2h"]) {
      expect(() => readDuration(text, "--x", 3_600_000), text).toThrow("--x expects a time");
    }
    expect(() => readIntegerOption("1.5", "--n", 0, 9)).toThrow("--n expects an integer from 0 to 9");
  });

  it("reads what is played", () => {
    const { host } = fakeHost();
    expect(readSelection({}, host)).toMatchObject({ seed: 1, isNarrow: false, rules: undefined });
    const flags = { rules: "c4, S6", object: ["connector:a-1", "servicePrincipal:b"], draws: "5" };
    expect(readSelection(flags, host)).toMatchObject({
      rules: ["C4", "S6"],
      objects: { connectors: ["a-1"], servicePrincipals: ["b"] },
      draws: 5,
      isNarrow: true,
    });
    expect(readSelection({ replay: "drawn-races:-7:3:0:1" }, host)).toMatchObject({
      replay: { scenario: "drawn-races", seed: -7, path: "3:0:1" },
    });
    const { seed } = readSelection({ seed: "random" }, host);
    expect(seed).not.toBe(1);
    expect(Number.isSafeInteger(seed)).toBe(true);
    for (const object of ["a", "connector:", "user:1", "connector:../x"]) {
      expect(() => readSelection({ object: [object] }, host), object).toThrow("--object");
    }
  });

  it("takes a mock for one only on this machine", () => {
    const modeOf = (baseUrl: string, treatAsForeign = false): string => readTarget({ baseUrl, treatAsForeign }).mode;
    expect(modeOf("http://localhost:1/v1.0/")).toBe("mock");
    expect(modeOf("http://[::1]:1/beta")).toBe("mock");
    expect(modeOf("http://127.0.0.1:1/v1.0", true)).toBe("read-only");
    expect(modeOf("https://graph.microsoft.com/v1.0")).toBe("read-only");
    expect(readTarget({ baseUrl: "https://microsoftgraph.chinacloudapi.cn/v1.0" }).cloud).toBe("china");
    for (const baseUrl of ["x", "ftp://127.0.0.1/v1.0", "https://a:b@graph.microsoft.com/v1.0", "https://x/v1.0?a=1"]) {
      expect(() => readTarget({ baseUrl }), baseUrl).toThrow("--base-url");
    }
  });
});

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
