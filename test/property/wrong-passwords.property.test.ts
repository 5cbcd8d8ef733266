/** A wrong password opens nothing, and no message repeats it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../src/bytes/base64.js";
import { encodeHex } from "../../src/bytes/hex.js";
import { PasswordError, ToolkitError } from "../../src/errors.js";
import { inspectPkcs12 } from "../../src/pkcs12/inspect.js";
import { parsePkcs12 } from "../../src/pkcs12/parse.js";
import type { PasswordCandidate } from "../../src/pkcs12/password.js";
import { pkcs5Passwords, pkcs12Passwords } from "../../src/pkcs12/password.js";
import { ownVectors } from "../setup/own-vectors.js";
import { settings } from "./settings.js";

const vectors = ownVectors();

/** Files with a MAC that is computed in a few milliseconds. */
const authenticated = vectors.filter(({ entry, bytes }) => {
  if (entry.expect !== "ok") return false;
  const { mac } = inspectPkcs12(bytes);
  return mac !== undefined && (mac.iterations ?? 0) <= 3000;
});

const candidatesOf = (password: string): readonly PasswordCandidate[] => [
  ...pkcs12Passwords(password),
  ...pkcs5Passwords(password),
];

/** Whether some way to write `one` down is some way to write `other` down: then it is no other password to the file. */
function meet(one: string, other: string): boolean {
  const known = new Set(candidatesOf(one).map(({ bytes }) => encodeHex(bytes)));
  return candidatesOf(other).some(({ bytes }) => known.has(encodeHex(bytes)));
}

/**
 * Passwords that come close to the right one, and any others. Without zero characters, which the derivations themselves
 * cannot tell from none: HMAC fills a key up with zeros (RFC 2104), and App. B of RFC 7292 repeats the password.
 */
const wrongFor = (right: string): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "",
        right.toUpperCase(),
        right.slice(1),
        right.slice(0, -1),
        ` ${right}`,
        `${right}\n`,
        right + right,
        `${right}\u0301`,
        [...right].reverse().join(""),
      ),
    )
    .filter((wrong) => !wrong.includes("\0") && !meet(wrong, right));

const attempts = fc
  .constantFrom(...authenticated)
  .chain((vector) => wrongFor(vector.entry.password ?? "").map((password) => ({ vector, password })))
  .map((it) => ({
    ...it,
    [fc.toStringMethod]: () => `${it.vector.entry.id} under ${JSON.stringify(it.password)}`,
  }));

describe("a wrong password", () => {
  it("does not open a file with a MAC", async () => {
    await fc.assert(
      fc.asyncProperty(attempts, fc.boolean(), async ({ vector: { bytes }, password }, tolerant) => {
        const failure = await parsePkcs12(bytes, { password, tolerant }).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(PasswordError);
        expect(failure).toMatchObject({ code: "ERR_PKCS12_MAC_MISMATCH", at: "macData" });
      }),
      settings(150),
    );
  });
});

/** All that a log may show of an error: its message, stack and fields, and those of its causes. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, error.stack, String(error), JSON.stringify(error), textOf(error.cause ?? "")].join("\n");
}

/** The password as it is, and in the forms in which it might slip out. */
function tracesOf(password: string): readonly string[] {
  return [password, JSON.stringify(password).slice(1, -1), encodeURIComponent(password)].concat(
    candidatesOf(password).flatMap(({ bytes }) => [
      encodeHex(bytes),
      encodeHex(bytes).toLowerCase(),
      encodeBase64(bytes),
      bytes.join(),
      bytes.join(" "),
    ]),
  );
}

describe("an error", () => {
  // A mark that no message contains by chance.
  const marked = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => `Zq7!${text}`);
  const limits = { iterations: 20_000, scryptBytes: 2 ** 24 };

  async function expectNoTrace(bytes: Uint8Array, password: string, tolerant: boolean): Promise<number> {
    const texts: string[] = [];
    try {
      const { unreadable } = await parsePkcs12(bytes, { password, limits, tolerant });
      texts.push(...unreadable.map(({ error }) => textOf(error)));
    } catch (error) {
      expect(error).toBeInstanceOf(ToolkitError);
      texts.push(textOf(error));
    }
    for (const trace of tracesOf(password)) {
      for (const text of texts) expect(text.includes(trace)).toBe(false);
    }
    return texts.length;
  }

  it.each(vectors.map((vector) => [vector.entry.id, vector] as const))(
    "on %s does not tell the password",
    async (_, { bytes, entry }) => {
      for (const password of fc.sample(marked, settings(1))) await expectNoTrace(bytes, password, true);
      // The right one too: a file may be refused for something else.
      if ((entry.password ?? "").length > 3) await expectNoTrace(bytes, entry.password ?? "", false);
    },
  );

  it("is there to be looked at: the check above sees a message with a password in it", () => {
    const error = new ToolkitError("bad password Zq7!x", { code: "ERR_PKCS12_DECRYPT", at: "here" });
    const wrapped = new ToolkitError("broken", { code: "ERR_PKCS12_DECRYPT", at: "here", cause: error });
    expect(tracesOf("Zq7!x").some((trace) => textOf(wrapped).includes(trace))).toBe(true);
  });
});
