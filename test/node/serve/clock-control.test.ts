/** The route that moves a served mock's clock. */
import { describe, expect, it } from "vitest";
import { CLOCK_PATH, withClockControl } from "../../../src/node/serve/clock-control.js";
import { isLoopback } from "../../../src/node/serve/loopback.js";

const START = Date.parse("2026-06-01T00:00:00.000Z");
const ORIGIN = "http://127.0.0.1:7080";

function controlled(): { readonly call: (init?: RequestInit, path?: string) => Promise<Response>; moved: number[] } {
  const moved: number[] = [];
  const clock = { now: () => new Date(START), advance: (ms: number) => void moved.push(ms) };
  const handler = withClockControl(() => Promise.resolve(new Response("of the mock")), clock);
  return { moved, call: (init, path = CLOCK_PATH) => handler(new Request(`${ORIGIN}${path}`, init)) };
}

function post(body: string, type = "application/json"): RequestInit {
  return { method: "POST", headers: { "content-type": type }, body };
}

describe("withClockControl", () => {
  it("tells the time, moves it, and tells it again", async () => {
    const { call, moved } = controlled();
    const before = { isVirtual: true, now: "2026-06-01T00:00:00.000Z", advancedMs: 0 };
    const after = { isVirtual: true, now: "2026-06-02T00:00:00.000Z", advancedMs: 86_400_000 };
    expect(await (await call()).json()).toEqual(before);
    expect(await (await call(post('{"advanceMs":86400000}'))).json()).toEqual(after);
    expect(await (await call()).json()).toEqual(after);
    expect(moved).toEqual([86_400_000]);
  });

  it("leaves every other path to the mock", async () => {
    const { call } = controlled();
    for (const path of ["/v1.0/applications", `/v1.0${CLOCK_PATH}`, `/v1.0/applications?$filter=${CLOCK_PATH}`]) {
      expect(await (await call({}, path)).text()).toBe("of the mock");
    }
  });

  it.each([
    ["a negative number", post('{"advanceMs":-1}'), 400],
    ["text", post('{"advanceMs":"1"}'), 400],
    ["no JSON", post("{"), 400],
    ["more than a century", post('{"advanceMs":3155760000001}'), 400],
    ["what a form of any page can send", post('{"advanceMs":1}', "text/plain"), 415],
    ["another method", { method: "DELETE" }, 405],
  ])("refuses %s and moves nothing", async (_, init, status) => {
    const { call, moved } = controlled();
    expect((await call(init)).status).toBe(status);
    expect(moved).toEqual([]);
  });
});

describe("isLoopback", () => {
  it.each(["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost", "a.localhost"])("%s is this machine's", (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(["0.0.0.0", "10.0.0.1", "graph.microsoft.com", "localhost.example", "127.0.0.1.example"])(
    "%s is not",
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
