/** The one runner of all vectors: this project's own, and those of `../shared/vectors` where that folder is. */
import { afterAll, describe, expect, inject, it } from "vitest";
import { DEFAULT_LIMITS } from "../src/limits.js";
import { inspectPkcs12 } from "../src/pkcs12/inspect.js";
import { announce } from "./setup/announce.js";
import { testProvider } from "./setup/provider.js";
import type { VectorCase } from "./setup/vector-case.js";
import exceptionList from "./vectors/exceptions.json" with { type: "json" };
import { observe, vectorBytes, vectorId } from "./vectors/observe.js";
import type { Exception, Outcome } from "./vectors/outcome.js";
import { summarise, toOutcome } from "./vectors/outcome.js";

const exceptions: readonly Exception[] = exceptionList;
const vectors = inject("vectors");
/** More than this is refused before any work, which costs nothing. */
const MOST_ITERATIONS = DEFAULT_LIMITS.iterations;

/** Iterations that can be seen without a password; 0 for a file that cannot be read. */
function visibleIterations(vector: VectorCase): number {
  try {
    return inspectPkcs12(vectorBytes(vector)).workload.iterations;
  } catch {
    return 0;
  }
}

/** Vectors that this runtime leaves out, and expectations on which the manifest says that nothing definite can be asked. */
function skipReason(vector: VectorCase): string | undefined {
  const iterations = visibleIterations(vector);
  if (iterations > inject("iterations") && iterations < MOST_ITERATIONS)
    return `more than ${inject("iterations")} iterations, which other runtimes do`;
  const known = ["ok", "malformed", "policy", "quirk", "exotic", "two-passwords", "public-key", "no-cert"];
  if (vector.set === "own" || known.includes(vector.entry.expect)) return undefined;
  return `nothing is known of expect: ${vector.entry.expect}`;
}

async function run(vector: VectorCase): Promise<Outcome> {
  const reason = skipReason(vector);
  if (reason !== undefined) return { kind: "skip", reason };
  return toOutcome(await observe(vector, testProvider), exceptions);
}

for (const set of ["own", "shared"] as const) {
  const cases = vectors.filter((vector) => vector.set === set);
  describe.runIf(cases.length > 0)(`${set} vectors`, () => {
    const outcomes: Outcome[] = [];
    afterAll(() => announce(summarise(set, outcomes)));

    for (const vector of cases) {
      it(vectorId(vector), async ({ skip }) => {
        const outcome = await run(vector);
        outcomes.push(outcome);
        if (outcome.kind === "skip") skip(outcome.reason);
        expect(["pass", "known"], "message" in outcome ? outcome.message : "").toContain(outcome.kind);
      });
    }

    it("has no exception for a vector that is not there", () => {
      const ids = new Set(cases.map(vectorId));
      expect(exceptions.filter(({ id }) => id.startsWith(`${set}::`) && !ids.has(id))).toEqual([]);
    });
  });
}

it("has a bound on iterations that compares", () => {
  expect(Number.isSafeInteger(inject("iterations"))).toBe(true);
});

it("finds this project's own vectors", () => {
  expect(vectors.filter((vector) => vector.set === "own").length).toBeGreaterThan(100);
});

describe("the judgement", () => {
  const seen = { id: "own::x", expected: "ok", actual: "ERR_PKCS12_CIPHER", agrees: false };
  const exception = { id: "own::x", expected: "ok", actual: "ERR_PKCS12_CIPHER", reason: "because" };

  it("fails a divergence that nobody listed", () => {
    expect(toOutcome(seen, []).kind).toBe("unexpected failure");
  });

  it("fails a file that opens although it must be refused", () => {
    const opened = { id: "own::x", expected: "ERR_PKCS12_CIPHER", actual: "ok", agrees: false };
    expect(toOutcome(opened, []).kind).toBe("unexpected success");
  });

  it("knows the divergence that is listed, and no other of the same vector", () => {
    expect(toOutcome(seen, [exception])).toEqual({ kind: "known", reason: "because" });
    expect(toOutcome({ ...seen, actual: "ERR_PKCS12_DECRYPT" }, [exception]).kind).toBe("unexpected failure");
  });

  it("fails an exception that does not diverge any more", () => {
    expect(toOutcome({ ...seen, actual: "ok", agrees: true }, [exception]).kind).toBe("stale exception");
  });

  it("sums up with the reasons for what was left out", () => {
    const skipped = { kind: "skip", reason: "too slow" } as const;
    expect(summarise("own", [{ kind: "pass" }, skipped, skipped])).toBe(
      "vectors own: 1 pass, 2 skip (too slow), 0 known",
    );
  });

  it("passes what agrees", () => {
    expect(toOutcome({ ...seen, actual: "ok", agrees: true }, [])).toEqual({ kind: "pass" });
  });
});
