import { describe, expect, it } from "vitest";
import { chaosStage } from "../../../src/mock/chaos-stage.js";
import type { Answer, RequestContext } from "../../../src/mock/pipeline.js";
import { LOST } from "../../../src/mock/pipeline.js";
import { Refusal } from "../../../src/mock/refusal.js";
import { throttlingStage } from "../../../src/mock/throttling-stage.js";

const ANSWER: Answer = { status: 204 };

function context(given: Partial<RequestContext> = {}): RequestContext {
  return { workload: "cpim", isWrite: false, now: new Date(0), token: "x", isInner: false, ...given } as RequestContext;
}

/** What is thrown. */
function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** A token that says who it is; nobody checks its signature. */
function token(claims: object): string {
  const encode = (value: object): string => btoa(JSON.stringify(value)).replaceAll("=", "");
  return `${encode({ alg: "none" })}.${encode(claims)}.`;
}

describe("chaosStage", () => {
  it("is not there without options", () => {
    expect(chaosStage(undefined)).toBeUndefined();
  });

  it("fails before, fails after, or loses the answer", () => {
    const before = chaosStage({ errorBefore: 1 });
    expect([500, 503]).toContain(refusalOf(() => before?.before?.(context())).row.status);
    const after = chaosStage({ errorAfter: 1 });
    const request = context();
    expect(after?.before?.(request)).toBeUndefined();
    expect([500, 503]).toContain(refusalOf(() => after?.after?.(request, ANSWER)).row.status);
    const lost = chaosStage({ lostResponse: 1 });
    expect(lost?.before?.(request)).toBeUndefined();
    expect(lost?.after?.(request, ANSWER)).toBe(LOST);
  });

  it("leaves the requests of a batch to the batch", () => {
    const stage = chaosStage({ errorBefore: 1 });
    const inner = context({ isInner: true });
    expect(stage?.before?.(inner)).toBeUndefined();
    expect(stage?.after?.(inner, ANSWER)).toBeUndefined();
  });
});

describe("throttlingStage", () => {
  const options = { cpim: { perApp: { units: 1, windowMs: 60_000 } } };

  it("is not there without options", () => {
    expect(throttlingStage(undefined)).toBeUndefined();
  });

  it("answers 429 with Retry-After, and lets through again when that is over", () => {
    const stage = throttlingStage(options);
    expect(stage?.before?.(context())).toBeUndefined();
    const refusal = refusalOf(() => stage?.before?.(context({ now: new Date(500) })));
    expect(refusal.row).toMatchObject({ status: 429, code: "TooManyRequests" });
    expect(refusal.details.headers).toEqual({ "Retry-After": "60" });
    expect(stage?.before?.(context({ now: new Date(60_000) }))).toBeUndefined();
  });

  it("tells apps and tenants apart by their tokens, not tokens", () => {
    const stage = throttlingStage(options);
    const ask = (claims: object): unknown => stage?.before?.(context({ token: token(claims) }));
    expect(ask({ appid: "a", tid: "t", iat: 1 })).toBeUndefined();
    expect(refusalOf(() => ask({ appid: "a", tid: "t", iat: 2 })).id).toBe("throttled");
    expect(refusalOf(() => ask({ azp: "a", tid: "t" })).id).toBe("throttled");
    expect(ask({ appid: "b", tid: "t" })).toBeUndefined();
    expect(ask({ appid: "a", tid: "u" })).toBeUndefined();
    expect(stage?.before?.(context({ token: "no.jwt" }))).toBeUndefined();
    expect(stage?.before?.(context({ token: "neither" }))).toBeUndefined();
  });

  it("begins anew when the state is put back", () => {
    const stage = throttlingStage(options);
    stage?.before?.(context());
    stage?.reset?.();
    expect(stage?.before?.(context())).toBeUndefined();
  });
});
