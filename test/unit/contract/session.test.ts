import { describe, expect, it } from "vitest";
import { toCurl } from "../../../src/contract/curl.js";
import { retryAfterMs } from "../../../src/contract/session/retry-after.js";
import { BudgetError } from "../../../src/contract/session/run-end.js";
import { createSession } from "../../../src/contract/session/session.js";

const NOW = Date.parse("2026-06-01T12:00:00Z");

function session(answers: readonly (() => Response)[], requests = 99, token = "secret-token") {
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
      auth: () => token,
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

  it.each(["secret\ntoken", "secret—token", "secret token"])(
    "sends no token that no header takes: %j",
    async (token) => {
      const { send, sent } = session([() => Response.json({})], 1, token);
      const error: unknown = await send("try", { method: "GET", path: "/a" }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(TypeError);
      expect(String(error)).toContain('"auth"');
      expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain("secret");
      expect(sent).toEqual([]);
    },
  );

  it.each([
    "https://name:secret@a.example/v1.0",
    "https://secret@a.example/v1.0",
    "https://a.example/v1.0?code=secret",
    "ftp://a.example/secret",
    "secret",
  ])("takes no root such as %s, and does not repeat it", (baseUrl) => {
    const options = { fetch: () => Promise.reject(new Error("")), baseUrl, auth: () => "", clock: { now: () => NOW } };
    const create = () => createSession({ ...options, budget: { requests: 1 } });
    expect(create).toThrow(RangeError);
    expect(create).toThrow(/^"baseUrl" expected (?!.*secret)/);
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
