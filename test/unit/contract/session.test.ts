import { describe, expect, it } from "vitest";
import { toCurl } from "../../../src/contract/curl.js";
import { retryAfterMs } from "../../../src/contract/session/retry-after.js";
import { BudgetError, createSession } from "../../../src/contract/session/session.js";

const NOW = Date.parse("2026-06-01T12:00:00Z");

function session(answers: readonly (() => Response)[], requests = 99) {
  let now = NOW;
  const sent: number[] = [];
  const advance = (ms: number): void => {
    now += ms;
  };
  const fetch = (): Promise<Response> => {
    const answer = answers[sent.push(now) - 1];
    return answer === undefined ? Promise.reject(new TypeError("lost")) : Promise.resolve(answer());
  };
  const clock = { now: () => now, advance };
  return {
    sent,
    ...createSession({
      fetch,
      baseUrl: "https://a.example/v1.0/",
      auth: () => "secret-token",
      clock,
      budget: { requests },
    }),
  };
}

const busy = (retryAfter: string) => () => new Response(null, { status: 429, headers: { "retry-after": retryAfter } });

describe("createSession", () => {
  it("waits after 429 as it is told, and keeps each answer", async () => {
    const { send, sent, exchanges } = session([busy("2.5"), () => Response.json({ a: 1 })]);
    const last = await send("try", { method: "GET", path: "/applications/x" });
    expect(sent).toEqual([NOW, NOW + 2_500]);
    expect(exchanges.map(({ response, index }) => [index, response.status])).toEqual([
      [0, 429],
      [1, 200],
    ]);
    expect(last.response.json).toEqual({ a: 1 });
    expect(last.operationId).toBe("application.get");
  });

  it("gives up after four tries", async () => {
    const { send, sent } = session([busy("1"), busy("1"), busy("1"), busy("1"), busy("1")]);
    expect((await send("try", { method: "GET", path: "/a" })).response.status).toBe(429);
    expect(sent).toHaveLength(4);
  });

  it("does not try again what was lost, and says so with status 0", async () => {
    const { send, sent } = session([]);
    expect((await send("try", { method: "POST", path: "/a", body: {} })).response.status).toBe(0);
    expect(sent).toHaveLength(1);
  });

  it("keeps no token, and none of a request's secrets gets into a line for a shell", async () => {
    const { send } = session([() => Response.json({})]);
    const body = { pkcs12Value: "MIIsecret", password: "it's-secret", displayName: "it's" };
    const exchange = await send("try", { method: "POST", path: "/a", body });
    expect(JSON.stringify(exchange)).not.toContain("secret-token");
    const curl = toCurl(exchange);
    expect(curl).toContain("$GRAPH_TOKEN");
    expect(curl).toContain(`it'\\''s`);
    expect(curl).not.toContain("secret");
  });

  it("throws BudgetError where no request is left", async () => {
    const { send } = session([() => Response.json({})], 1);
    await send("first", { method: "GET", path: "/a" });
    await expect(send("second", { method: "GET", path: "/a" })).rejects.toBeInstanceOf(BudgetError);
  });
});

describe("retryAfterMs", () => {
  it.each([
    ["0", 0],
    ["2.128", 2_128],
    ["Mon, 01 Jun 2026 12:00:10 GMT", 10_000],
    ["Mon, 01 Jun 2026 11:00:00 GMT", 0],
    ["soon", undefined],
    ["-1", undefined],
    [null, undefined],
  ])("reads %s", (text, ms) => {
    expect(retryAfterMs(text, NOW)).toBe(ms);
  });
});
