/** Who is told what, in which order, and what a reporter that fails does to the others. */
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Examined } from "../../../../src/node/cli/examined.js";
import type { Reporter } from "../../../../src/node/cli/reporter.js";
import type { Telling } from "../../../../src/node/cli/telling.js";
import { createTelling } from "../../../../src/node/cli/telling.js";
import type { FakeHost } from "./fake-host.js";
import { fakeHost } from "./fake-host.js";
import { sampleReport } from "./sample-report.js";

/** A reporter that writes down what it hears. */
function listening(order: Reporter["order"], changes: Partial<Reporter> = {}): Reporter & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    order,
    heard,
    add: async (outcome) => {
      await turn();
      heard.push(outcome.kind === "report" ? outcome.report.file : outcome.kind);
    },
    end: ({ files }, { isComplete }) => void heard.push(`end ${files} ${isComplete}`),
    ...changes,
  };
}

function examined(file: string, changes: Partial<Examined> = {}): Examined {
  return {
    outcome: { kind: "report", report: sampleReport({ file }) },
    notes: `note ${file}\n`,
    isPasswordDoubted: false,
    ...changes,
  };
}

function telling(reporters: readonly Reporter[], host: FakeHost = fakeHost()): Telling {
  return createTelling(reporters, host.host, { clear: () => {} }, "error");
}

describe("createTelling", () => {
  it("tells each reporter in the order that it wants", async () => {
    const reporters = [listening("input"), listening("completion"), listening("input")];
    const { add, end } = telling(reporters);
    await Promise.all([add(2, examined("c")), add(0, examined("a")), add(1, examined("b"))]);
    await end({ isComplete: true });
    expect(reporters.map(({ heard }) => heard)).toEqual([
      ["a", "b", "c", "end 3 true"],
      ["c", "a", "b", "end 3 true"],
      ["a", "b", "c", "end 3 true"],
    ]);
  });

  it.each([
    ["input", "note a\nnote b\n"],
    ["completion", "note b\nnote a\n"],
  ] as const)("writes notes in the order of standard output: %s", async (order, expected) => {
    const host = fakeHost();
    const { add, end } = telling([listening(order), listening("input"), listening("completion")], host);
    await Promise.all([add(1, examined("b")), add(0, examined("a"))]);
    await end({ isComplete: true });
    expect(host.stderr()).toBe(expected);
  });

  it("tells what was laid by where the work was broken off, and that it was", async () => {
    const reporter = listening("input");
    const { add, end } = telling([reporter]);
    await add(0, examined("a"));
    await add(2, examined("c"));
    await end({ isComplete: false });
    expect(reporter.heard).toEqual(["a", "c", "end 2 false"]);
  });

  it("goes on without a reporter that fails, ends the others, and then tells why", async () => {
    const good = listening("input");
    const bad = listening("input", { add: () => Promise.reject(new RangeError("disk full")) });
    const worse = listening("completion", {
      end: () => {
        throw new RangeError("not heard of");
      },
    });
    const { add, end } = telling([bad, good, worse]);
    await add(0, examined("a"));
    await add(1, examined("b"));
    await expect(end({ isComplete: true })).rejects.toThrow("disk full");
    expect(good.heard).toEqual(["a", "b", "end 2 true"]);
    expect(bad.heard).toEqual([]);
  });

  it("makes the work wait for an output that has not taken what was written", async () => {
    let drain = (): void => {};
    const { host } = fakeHost();
    const stdout = {
      ...host.stdout,
      drained: () =>
        new Promise<void>((resolve) => {
          drain = resolve;
        }),
    };
    const { add } = createTelling([listening("input")], { ...host, stdout }, { clear: () => {} }, "error");
    let isAdded = false;
    const adding = add(0, examined("a")).then(() => {
      isAdded = true;
    });
    for (let i = 0; i < 5; i++) await turn();
    expect(isAdded).toBe(false);
    // Once for those who hear of completions, though there are none, and once for those who want the order.
    while (!isAdded) {
      drain();
      await turn();
    }
    await adding;
  });

  it("admits nothing far ahead of what is missing, unless nobody wants the order", async () => {
    let isAdmitted = false;
    const ordered = telling([listening("completion"), listening("input")]);
    void ordered.admit(10_000).then(() => {
      isAdmitted = true;
    });
    await turn();
    expect(isAdmitted).toBe(false);
    await telling([listening("completion")]).admit(10_000);
  });

  it("clears the bar before it writes to a terminal, and where there are notes", async () => {
    const cleared = async (host: FakeHost, notes: string): Promise<number> => {
      let times = 0;
      const progress = { clear: () => void times++ };
      await createTelling([listening("input")], host.host, progress, "error").add(0, examined("a", { notes }));
      return times;
    };
    expect(await cleared(fakeHost({ isTerminal: true }), "")).toBe(1);
    expect(await cleared(fakeHost(), "note\n")).toBe(1);
    expect(await cleared(fakeHost(), "")).toBe(0);
  });

  it("keeps the tally", async () => {
    const { add, tally } = telling([listening("input")]);
    expect(tally()).toMatchObject({ summary: { files: 0 }, hasFailing: false, isPasswordDoubted: false });
    const finding = { id: "expired", severity: "error", at: "pfx", message: "m", fix: "f" } as const;
    const report = sampleReport({
      verdict: "reject",
      findings: [{ ...finding, evidence: "standard", reference: "r" }],
    });
    await add(1, examined("b", { outcome: { kind: "report", report }, isPasswordDoubted: true }));
    await add(0, examined("a"));
    expect(tally()).toMatchObject({
      summary: { files: 2, accepted: 1, rejected: 1 },
      hasFailing: true,
      isPasswordDoubted: true,
    });
  });
});
