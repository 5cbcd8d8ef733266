import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../../src/bytes/base64.js";
import { createUploadMemory } from "../../../../src/contract/model/upload-memory.js";
import { testProvider } from "../../../setup/provider.js";

const file = (text: string) => ({ pkcs12Value: encodeBase64(new TextEncoder().encode(text)), password: "p" });

describe("createUploadMemory", () => {
  it("reads the same file with the same password once", async () => {
    const read = createUploadMemory();
    const first = await read(file("no PFX"), testProvider);
    expect(first).toEqual({ verdict: "bad", reason: "no PFX" });
    expect(await read(file("no PFX"), testProvider)).toBe(first);
    expect(await read({ ...file("no PFX"), password: "q" }, testProvider)).not.toBe(first);
  });

  it("forgets those that were not sent for longest", async () => {
    const read = createUploadMemory();
    const first = await read(file("first"), testProvider);
    for (let i = 0; i < 63; i++) await read(file(String(i)), testProvider);
    expect(await read(file("first"), testProvider)).toBe(first);
    for (let i = 0; i < 64; i++) await read(file(`more ${i}`), testProvider);
    expect(await read(file("first"), testProvider)).not.toBe(first);
  });

  it("keeps nothing of what has no file or is too large", async () => {
    const read = createUploadMemory();
    const body = { password: "p" };
    expect(await read(body, testProvider)).not.toBe(await read(body, testProvider));
    const large = file("x".repeat(60_000));
    expect(await read(large, testProvider)).not.toBe(await read(large, testProvider));
  });
});
