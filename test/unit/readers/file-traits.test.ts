import { describe, expect, it } from "vitest";
import { toFileTraits } from "../../../src/readers/file-traits.js";
import { open, openVector } from "../credential/open-file.js";

describe("toFileTraits", () => {
  it("gives nothing for a file that could not be opened", async () => {
    expect(toFileTraits(await openVector("openssl-default", "wrong"))).toBeUndefined();
    expect(toFileTraits(await open(Uint8Array.of(1)))).toBeUndefined();
  });

  it("takes a password under which nothing opens for a wrong one, where no MAC says so", async () => {
    expect(toFileTraits(await openVector("openssl-nomac"))).toBeDefined();
    expect(toFileTraits(await openVector("openssl-nomac", "wrong"))).toBeUndefined();
    expect(toFileTraits(await openVector("openssl-none-nomac", "any"))).toBeDefined();
  });

  it("counts content infos that hold something", async () => {
    expect(toFileTraits(await openVector("openssl-default"))?.contents).toBe(2);
    expect(toFileTraits(await openVector("made-many-safes"))?.contents).toBeGreaterThan(2);
    expect(toFileTraits(await openVector("made-no-bags"))?.contents).toBe(0);
  });

  it("knows whether everything was opened", async () => {
    expect(toFileTraits(await openVector("openssl-default"))?.isWhole).toBe(true);
    expect(toFileTraits(await openVector("nss-camellia"))?.isWhole).toBe(false);
  });

  it.each([
    ["", "ascii"],
    ["Zoe~\n", "ascii"],
    ["Zoë", "bmp"],
    ["clé 🔑", "unicode"],
  ])("knows which characters the password %j has", async (password, expected) => {
    expect(toFileTraits(await openVector("made-no-bags", password))?.passwordCharacters ?? "no").toBe("no");
    expect((await openVector("made-no-bags", password)).passwordCharacters).toBe(expected);
  });

  it("keeps no password", async () => {
    expect(JSON.stringify(toFileTraits(await openVector("made-no-bags", "graph-certkit")))).not.toContain(
      "graph-certkit",
    );
  });
});
