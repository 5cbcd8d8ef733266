import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultProvider } from "../../../src/crypto/provider.js";
import { UnsupportedError } from "../../../src/errors.js";

describe("defaultProvider", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("is the runtime's WebCrypto", () => {
    expect(defaultProvider().subtle).toBe(globalThis.crypto.subtle);
  });

  it.each([
    ["no crypto at all", undefined],
    ["crypto without subtle, as outside a secure context", {}],
  ])("says that a secure context is needed where there is %s", (_, crypto) => {
    vi.stubGlobal("crypto", crypto);
    expect(() => defaultProvider()).toThrow(UnsupportedError);
    expect(() => defaultProvider()).toThrow(
      expect.objectContaining({
        code: "ERR_CRYPTO_UNAVAILABLE",
        message: expect.stringContaining("secure context"),
        oid: undefined,
      }),
    );
  });
});
