/** The first signal ends the work, the second one the process. */
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { exitCodeOfSignal } from "../../../../src/node/cli/exit-codes.js";
import type { InterruptSignal } from "../../../../src/node/cli/host.js";
import { holdInterrupts, orAborted, settlesSoon, watchInterrupts } from "../../../../src/node/cli/interrupt.js";

/** Signals that a test sends; counts who listens. */
function signals(): {
  readonly host: Parameters<typeof watchInterrupts>[0];
  readonly send: (signal: InterruptSignal) => void;
  readonly listeners: () => number;
} {
  const listeners = new Set<(signal: InterruptSignal) => void>();
  return {
    host: {
      onInterrupt: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    send: (signal) => {
      for (const listener of [...listeners]) listener(signal);
    },
    listeners: () => listeners.size,
  };
}

describe("watchInterrupts", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("aborts on %s, and leaves the next one to the system", (signal, exitCode) => {
    const { host, send, listeners } = signals();
    const interruption = watchInterrupts(host);
    expect({ isAborted: interruption.signal.aborted, received: interruption.received() }).toEqual({
      isAborted: false,
      received: undefined,
    });
    send(signal);
    expect(interruption.signal.aborted).toBe(true);
    expect(interruption.received()).toBe(signal);
    expect(exitCodeOfSignal(signal)).toBe(exitCode);
    expect(listeners()).toBe(0);
  });

  it("listens no more once it is closed", () => {
    const { host, listeners } = signals();
    watchInterrupts(host).close();
    expect(listeners()).toBe(0);
  });
});

describe("orAborted", () => {
  it("gives what the work gives, or why it failed", async () => {
    const { signal } = new AbortController();
    expect(await orAborted(Promise.resolve(1), signal)).toBe(1);
    await expect(orAborted(Promise.reject(new RangeError("odd")), signal)).rejects.toThrow("odd");
  });

  it("does not wait for work that never ends, and hears nothing of work that fails later", async () => {
    const controller = new AbortController();
    let fail = (_: Error): void => {};
    const later = new Promise((_, reject) => {
      fail = reject;
    });
    const waiting = [orAborted(new Promise(() => {}), controller.signal), orAborted(later, controller.signal)];
    controller.abort(new RangeError("enough"));
    for (const work of waiting) await expect(work).rejects.toThrow("enough");
    await expect(orAborted(new Promise(() => {}), controller.signal)).rejects.toThrow("enough");
    fail(new Error("too late"));
    await turn();
  });

  it("leaves no listener behind", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const counting = new Proxy(signal, {
      get: (target, name) => {
        if (name === "addEventListener") return () => void listeners++;
        if (name === "removeEventListener") return () => void listeners--;
        return Reflect.get(target, name);
      },
    });
    for (let i = 0; i < 3; i++) await orAborted(Promise.resolve(i), counting);
    await turn();
    expect(listeners).toBe(0);
  });
});

describe("settlesSoon", () => {
  it("tells work that is done, or failed, from work that never will be", async () => {
    expect(await settlesSoon(Promise.resolve(), 10_000)).toBe(true);
    expect(await settlesSoon(Promise.reject(new RangeError("odd")), 10_000)).toBe(true);
    expect(await settlesSoon(new Promise(() => {}), 10)).toBe(false);
  });
});

describe("holdInterrupts", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("tells what gave up on %s", async (name) => {
    const { host, send, listeners } = signals();
    const work = (signal: AbortSignal): Promise<void> => {
      send(name);
      return Promise.reject(signal.reason);
    };
    await expect(holdInterrupts(host, work)).rejects.toMatchObject({ name: "CancelledError", signal: name });
    expect(listeners()).toBe(0);
  });

  it("lets work be done that is past giving up, and tells its own failure", async () => {
    const { host, send, listeners } = signals();
    const done = holdInterrupts(host, () => {
      send("SIGINT");
      return Promise.resolve("done");
    });
    await expect(done).resolves.toBe("done");
    await expect(holdInterrupts(host, () => Promise.reject(new Error("disk")))).rejects.toThrow("disk");
    expect(listeners()).toBe(0);
  });
});
