/** Whatever is done to any vector, bare or wrapped as text: a report, within two seconds, for every target. */
import fc from "fast-check";
import { describe, expect, inject, it } from "vitest";
import { encodeBase64 } from "../../src/bytes/base64.js";
import { RULES } from "../../src/findings/rules.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { inspectPkcs12 } from "../../src/pkcs12/inspect.js";
import { preflight } from "../../src/preflight/preflight.js";
import { READER_IDS } from "../../src/readers/reader.js";
import { announce } from "../setup/announce.js";
import { testProvider } from "../setup/provider.js";
import { vectorBytes, vectorId } from "../vectors/observe.js";
import type { Original } from "./mutations.js";
import { mutated } from "./mutations.js";
import { settings } from "./settings.js";

const LONGEST_MS = 2000;
const NOW = new Date("2026-06-01T00:00:00Z");
const ids = new Set(RULES.map(({ id }) => id));

interface Openable extends Original {
  readonly password: string | null;
}

/** Every vector on this machine, those that are refused included. */
const originals: readonly Openable[] = inject("vectors").map((vector) => ({
  name: vectorId(vector),
  bytes: Uint8Array.from(vectorBytes(vector)),
  password: vector.entry.password,
}));

/** Work that opening the file takes, as the limit counts it; 0 where it cannot be seen. */
function workOf({ bytes }: Openable): number {
  try {
    return inspectPkcs12(bytes).workload.iterations;
  } catch {
    return 0;
  }
}

const isCheap = (file: Openable): boolean => workOf(file) <= 100_000;
const cheap = originals.filter(isCheap);
/** Those that a flipped bit does not make cheap, and that take a good part of a second each. */
const costly = originals.filter((file) => !isCheap(file) && workOf(file) <= DEFAULT_LIMITS.iterations);

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** How a file may come: as it is, or as text, which is damaged likewise. */
const wrappings: readonly ((bytes: Uint8Array, password: string | null) => Uint8Array)[] = [
  (bytes) => bytes,
  (bytes) => text(encodeBase64(bytes).replace(/.{64}/g, "$&\r\n")),
  (bytes) => text(`-----BEGIN PKCS12-----\n${encodeBase64(bytes)}\n-----END PKCS12-----\n`),
  (bytes, password) => text(JSON.stringify({ pkcs12Value: encodeBase64(bytes), password })),
];

const targets = ["api-connector", "token-signing", ...READER_IDS] as const;

async function judge(
  file: Uint8Array,
  { password }: Pick<Openable, "password">,
  target: (typeof targets)[number],
): Promise<string> {
  const start = performance.now();
  const report = await preflight(file, { file: "it", password, now: NOW, target, provider: testProvider });
  expect(performance.now() - start).toBeLessThan(LONGEST_MS);
  for (const { id, at, message, fix } of report.findings) {
    expect(ids.has(id)).toBe(true);
    expect([at, message, fix].every((told) => told !== "")).toBe(true);
  }
  // A file that is no PFX that can be read must not be accepted for anything.
  if (report.container === null) expect(report.verdict).toBe("reject");
  return report.findings.find(({ severity }) => severity === "error")?.id ?? report.verdict;
}

describe("a report", () => {
  it("is made of any damaged vector, wrapped or bare, damaged before or after it was wrapped", async () => {
    const seen = new Map<string, number>();
    const damaged = fc
      .tuple(fc.constantFrom(...cheap), fc.constantFrom(...wrappings), fc.boolean())
      .chain(([original, wrap, isDamagedFirst]) => {
        const wrapped = (bytes: Uint8Array): Uint8Array => wrap(bytes, original.password);
        const whole = isDamagedFirst ? original : { ...original, bytes: Uint8Array.from(wrapped(original.bytes)) };
        return mutated([whole]).map((mutant) => ({
          original,
          file: isDamagedFirst ? wrapped(mutant.bytes) : mutant.bytes,
          [fc.toStringMethod]: () => String(mutant),
        }));
      });
    await fc.assert(
      fc.asyncProperty(damaged, fc.constantFrom(...targets), async ({ original, file }, target) => {
        const outcome = await judge(file, original, target);
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      }),
      settings(500),
    );
    announce(`reports on damaged vectors: ${JSON.stringify(Object.fromEntries([...seen].sort()))}`);
    expect(seen.size).toBeGreaterThan(3);
  });

  it("is made in time of those that take the most work", async () => {
    expect(costly.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(mutated(costly), async ({ bytes, original }) => {
        await judge(bytes, original, "api-connector");
      }),
      settings(10),
    );
  });

  it("is made of any bytes at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...targets), async (bytes, target) => {
        await judge(bytes, { password: "x" }, target);
      }),
      settings(300),
    );
  });

  it("is made of any text at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.base64String()), async (content) => {
        await judge(text(content), { password: "x" }, "api-connector");
      }),
      settings(300),
    );
  });
});
