/** Whatever happens to a file: a result or an error of the toolkit with a documented code, soon. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ToolkitError } from "../../src/errors.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { inspectPkcs12 } from "../../src/pkcs12/inspect.js";
import type { Pkcs12 } from "../../src/pkcs12/parse.js";
import { parsePkcs12 } from "../../src/pkcs12/parse.js";
import { decodePfx } from "../../src/pkcs12/pfx.js";
import { announce } from "../setup/announce.js";
import { integer, sequence } from "../setup/der.js";
import { ownVectors } from "../setup/own-vectors.js";
import { dataInfo } from "../setup/pfx.js";
import type { Original } from "./mutations.js";
import { mutated } from "./mutations.js";
import { settings } from "./settings.js";

/** As the docstring of parsePkcs12 lists them, less those that need another limit or a missing WebCrypto. */
const DOCUMENTED = [
  "ERR_PKCS12_NOT_PFX",
  "ERR_PKCS12_VERSION",
  "ERR_PKCS12_STRUCTURE",
  "ERR_PKCS12_MAC_PARAMETERS",
  "ERR_PKCS12_CIPHER_PARAMETERS",
  "ERR_PKCS12_MAC_MISMATCH",
  "ERR_PKCS12_DECRYPT",
  "ERR_PKCS12_CIPHER",
  "ERR_PKCS12_MAC_ALGORITHM",
  "ERR_PKCS12_PUBLIC_KEY_MODE",
  "ERR_PKCS12_ITERATIONS",
  "ERR_PKCS12_SCRYPT_MEMORY",
  "ERR_PKCS12_CONTENTS",
  "ERR_PKCS12_BAGS",
  "ERR_PKCS12_KEYS",
  "ERR_ASN1_TRUNCATED",
  "ERR_ASN1_TRAILING_DATA",
  "ERR_ASN1_ENCODING",
  "ERR_ASN1_LIMIT",
];

/** No answer may take longer. */
const LONGEST_MS = 2000;

/** Enough for the files below, little enough that a count made a million by a flipped bit is refused. */
const limits = { iterations: 50_000, scryptBytes: 2 ** 24 };

interface Openable extends Original {
  readonly password: string | null;
}

/** Files that open in a few milliseconds. */
const cheap: readonly Openable[] = ownVectors().flatMap(({ entry: { id, expect: expected, password }, bytes }) => {
  if (expected !== "ok" || bytes.length > 10_000) return [];
  const { iterations } = inspectPkcs12(bytes).workload;
  return iterations <= 10_000 ? [{ name: id, bytes, password }] : [];
});

/** The same without their MAC, so that damage gets behind it. */
const withoutMac: readonly Openable[] = cheap.map(({ name, bytes, password }) => {
  const { authSafe } = decodePfx(bytes, DEFAULT_LIMITS);
  return { name: `${name} without MAC`, password, bytes: sequence(integer(3), dataInfo(authSafe)) };
});

/** Opens a file and notes how long the answer took; the code where it is a refusal. */
async function open(
  { bytes, password }: Pick<Openable, "bytes" | "password">,
  tolerant: boolean,
): Promise<Pkcs12 | string> {
  const start = performance.now();
  try {
    return await parsePkcs12(bytes, { password, limits, tolerant });
  } catch (error) {
    expect(error).toBeInstanceOf(ToolkitError);
    if (!(error instanceof ToolkitError)) throw error;
    expect(DOCUMENTED).toContain(error.code);
    expect(error.at).not.toBe("");
    return error.code;
  } finally {
    expect(performance.now() - start).toBeLessThan(LONGEST_MS);
  }
}

describe("a damaged file", () => {
  it.each([
    ["with its MAC", cheap, 400],
    ["without a MAC", withoutMac, 600],
  ])("%s gives a result or a documented error within 2 s", async (what, originals, numRuns) => {
    const run = settings(numRuns);
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(mutated(originals), fc.boolean(), async ({ original, bytes }, tolerant) => {
        const outcome = await open({ bytes, password: original.password }, tolerant);
        const kind = typeof outcome === "string" ? outcome : "opened";
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }),
      run,
    );
    announce(`damaged files ${what}: ${JSON.stringify(Object.fromEntries([...seen].sort()))}`);
    expect(seen.size).toBeGreaterThan(run.numRuns < 200 ? 3 : 5);
  });

  it("under a MAC never opens as another file", async () => {
    const authenticated = cheap.filter(({ bytes }) => inspectPkcs12(bytes).mac !== undefined);
    const whole = new Map<string, Pkcs12 | string>();
    const run = settings(400);
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(mutated(authenticated), async ({ original, bytes }) => {
        const outcome = await open({ bytes, password: original.password }, true);
        if (typeof outcome === "string" || outcome.mac === undefined) return;
        opened += 1;
        const expected = whole.get(original.name) ?? (await open(original, true));
        whole.set(original.name, expected);
        expect(outcome.bags).toEqual(typeof expected === "string" ? expected : expected.bags);
      }),
      run,
    );
    expect(opened).toBeGreaterThanOrEqual(Math.floor(run.numRuns / 200));
  });

  it("is described without a password, or refused with a documented error", () => {
    const run = settings(2000);
    let described = 0;
    fc.assert(
      fc.property(mutated([...cheap, ...withoutMac]), ({ bytes }) => {
        try {
          const { workload, encryptions } = inspectPkcs12(bytes);
          expect(workload.derivations).toBeLessThanOrEqual(encryptions.length + 1);
          described += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(ToolkitError);
          expect(DOCUMENTED).toContain((error as ToolkitError).code);
        }
      }),
      run,
    );
    expect(described).toBeGreaterThan(0.05 * run.numRuns);
  });
});

describe("a file that is cut off", () => {
  const truncated = expect.objectContaining({ code: "ERR_ASN1_TRUNCATED", at: "pfx" });
  const complete = ownVectors().filter(({ entry }) => entry.expect === "ok");

  it.each(["openssl-iter-1", "made-plain", "nss-legacy", "go-passwordless"])(
    "is called so at every octet of %s",
    (id) => {
      const { bytes } = complete.find(({ entry }) => entry.id === id) ?? { bytes: new Uint8Array() };
      expect(bytes.length).toBeGreaterThan(500);
      for (let length = 1; length < bytes.length; length++) {
        const cut = bytes.subarray(0, length);
        const error = ((): unknown => {
          try {
            return inspectPkcs12(cut);
          } catch (caught) {
            return caught;
          }
        })();
        expect(error, `${length} of ${bytes.length} octets`).toEqual(truncated);
      }
    },
  );

  it("is called so anywhere in any file, BER or DER", () => {
    fc.assert(
      fc.property(fc.constantFrom(...complete), fc.double({ min: 0, max: 1, noNaN: true }), ({ bytes }, fraction) => {
        const length = 1 + Math.floor(fraction * (bytes.length - 2));
        expect(() => inspectPkcs12(bytes.subarray(0, length))).toThrow(truncated);
      }),
      settings(1000),
    );
  });
});
