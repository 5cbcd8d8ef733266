import { describe, expect, it } from "vitest";
import { derivePbkdf1 } from "../../../src/crypto/pbkdf1.js";
import { PROMPT_MS, TIMED, watchAbort } from "./abort.js";
import { fromHex, toHex, utf8 } from "./octets.js";

const PARAMETERS = {
  hash: "SHA-1",
  password: utf8("password"),
  salt: fromHex("78578e5a5d63cb06"),
  iterationCount: 1000,
  length: 16,
} as const;

describe("derivePbkdf1", () => {
  // RFC 8018 has no vectors; these are 1000 digests by OpenSSL (the first is also Crypto++'s and .NET's).
  it("derives with SHA-1 and MD5", async () => {
    expect(toHex(await derivePbkdf1(PARAMETERS))).toBe("dc19847e05c64d2faf10ebfb4a3d2a20");
    expect(toHex(await derivePbkdf1({ ...PARAMETERS, length: 20 }))).toBe("dc19847e05c64d2faf10ebfb4a3d2a20b4e35efe");
    expect(toHex(await derivePbkdf1({ ...PARAMETERS, hash: "MD5" }))).toBe("c11246e6b87e77a09ab0643de76e1ea7");
  });

  it("does one iteration with nothing to derive from (SHA-1 of the empty string)", async () => {
    const nothing = new Uint8Array(0);
    const derived = await derivePbkdf1({ ...PARAMETERS, password: nothing, salt: nothing, iterationCount: 1 });
    expect(toHex(derived)).toBe("da39a3ee5e6b4b0d3255bfef95601890");
  });

  it("stops a billion iterations when told to", TIMED, async () => {
    const reason = new Error("no longer wanted");
    const observed = await watchAbort(
      (signal) => derivePbkdf1({ ...PARAMETERS, hash: "MD5", iterationCount: 1e9, signal }),
      reason,
    );
    expect(observed.reason).toBe(reason);
    expect(observed.lagMs).toBeLessThan(PROMPT_MS);
    expect(observed.longestBlockMs).toBeLessThan(PROMPT_MS);
  });

  it.each([
    ["iterationCount", { iterationCount: 0 }],
    ["length", { length: 0 }],
    ["length", { length: 21 }],
    ["length", { hash: "MD5", length: 17 }],
  ] as const)("refuses a wrong %s", async (name, wrong) => {
    const derived = derivePbkdf1({ ...PARAMETERS, ...wrong });
    await expect(derived).rejects.toThrow(RangeError);
    await expect(derived).rejects.toThrow(`"${name}" expected`);
  });
});
