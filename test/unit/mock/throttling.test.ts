import { describe, expect, it } from "vitest";
import type { Demand } from "../../../src/mock/throttling.js";
import { createThrottle, documentedThrottling } from "../../../src/mock/throttling.js";

const READ: Demand = { workload: "directory", app: "a", tenant: "t", isWrite: false };
const WRITE: Demand = { ...READ, isWrite: true };
const CPIM: Demand = { workload: "cpim", app: "a", tenant: "t", isWrite: false };

/** How many of so many demands go through. */
function passes(take: ReturnType<typeof createThrottle>["take"], demand: Demand, count: number, now: number): number {
  return Array.from({ length: count }, () => take(demand, now)).filter((refused) => refused === undefined).length;
}

describe("createThrottle", () => {
  it("lets everything through unless asked for", () => {
    expect(passes(createThrottle().take, CPIM, 10_000, 0)).toBe(10_000);
  });

  it("lets a budget through in a window, tells how long to wait, and starts again after that", () => {
    const { take } = createThrottle({ cpim: { perApp: { units: 3, windowMs: 60_000 } } });
    expect(passes(take, CPIM, 5, 1_000)).toBe(3);
    expect(take(CPIM, 31_500)).toEqual({ retryAfterSeconds: 30 });
    expect(take(CPIM, 60_999)).toEqual({ retryAfterSeconds: 1 });
    expect(passes(take, CPIM, 5, 61_000)).toBe(3);
  });

  it("counts apps, tenants and workloads apart", () => {
    const { take } = createThrottle({
      cpim: { perApp: { units: 2, windowMs: 1000 }, perTenant: { units: 3, windowMs: 1000 } },
    });
    expect(passes(take, CPIM, 5, 0)).toBe(2);
    expect(passes(take, { ...CPIM, app: "b" }, 5, 0)).toBe(1);
    expect(passes(take, { ...CPIM, tenant: "u" }, 5, 0)).toBe(2);
    expect(passes(take, READ, 5, 0)).toBe(5);
    expect(passes(take, { ...CPIM, workload: "gateway" }, 5, 0)).toBe(5);
  });

  it("counts nothing for a request that it refuses", () => {
    const { take } = createThrottle({
      directory: { perApp: { units: 5, windowMs: 1000 }, writes: { units: 1, windowMs: 1000 } },
    });
    expect(passes(take, WRITE, 10, 0)).toBe(1);
    expect(passes(take, READ, 10, 0)).toBe(4);
  });

  it("counts resource units", () => {
    const { take } = createThrottle({ directory: { perApp: { units: 10, windowMs: 1000 } } });
    expect(passes(take, { ...READ, units: 4 }, 5, 0)).toBe(2);
    expect(passes(take, { ...READ, units: 2 }, 5, 0)).toBe(1);
  });

  it("tells the longest wait where two budgets are used up", () => {
    const { take } = createThrottle({
      directory: { perApp: { units: 1, windowMs: 1000 }, writes: { units: 1, windowMs: 9000 } },
    });
    take(WRITE, 0);
    expect(take(WRITE, 0)).toEqual({ retryAfterSeconds: 9 });
    expect(take(READ, 0)).toEqual({ retryAfterSeconds: 1 });
  });

  it("remembers only so many callers whose windows are over", () => {
    const { take } = createThrottle({ cpim: { perApp: { units: 1, windowMs: 10 } } });
    for (let i = 0; i < 30_000; i++) expect(take({ ...CPIM, app: `app ${i}` }, i)).toBeUndefined();
    expect(take({ ...CPIM, app: "app 29999" }, 30_000)).toEqual({ retryAfterSeconds: 1 });
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses a budget of %d", (units) => {
    const throttle = (): unknown => createThrottle({ directory: { writes: { units, windowMs: 1 } } });
    expect(throttle).toThrow(/"throttling\.directory\.writes\.units" expected/);
  });
});

describe("documentedThrottling", () => {
  it("has the published figures", () => {
    expect(documentedThrottling().directory?.perApp).toEqual({ units: 3500, windowMs: 10_000 });
    expect(documentedThrottling("medium").directory?.perApp?.units).toBe(5000);
    expect(documentedThrottling("large").directory?.perApp?.units).toBe(8000);
    expect(documentedThrottling().directory?.writes).toEqual({ units: 3000, windowMs: 150_000 });
    expect(documentedThrottling().cpim).toEqual({
      perTenant: { units: 300, windowMs: 60_000 },
      perApp: { units: 200, windowMs: 60_000 },
    });
  });
});
