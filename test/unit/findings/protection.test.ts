import { describe, expect, it } from "vitest";
import { derivationsOf, namePlaces, protectionOf } from "../../../src/findings/protection.js";
import { open, openVector } from "../credential/open-file.js";
import { data, pfxOf, sealedData, shroudedKeyBag } from "../credential/pfx-writer.js";

const places = (encryptions: readonly { readonly at: string }[] = []): readonly string[] =>
  encryptions.map(({ at }) => at);

describe("protectionOf", () => {
  it("is what the password shows, where it is right, and else what lies open", async () => {
    const file = pfxOf(await sealedData("it", await shroudedKeyBag(data(), "it")));
    expect(places(protectionOf(await open(file, "it"))?.encryptions)).toEqual([
      "authSafe[0]",
      "authSafe[0].safeBag[0]",
    ]);
    expect(places(protectionOf(await openVector("openssl-default", "wrong"))?.encryptions)).toEqual([
      "authSafe[0]",
      "authSafe[1].safeBag[0]",
    ]);
    expect(protectionOf(await openVector("openssl-default", "wrong"))?.mac).toMatchObject({ digest: "SHA-256" });
  });

  it("has no MAC where the file has none, and is nothing where there is no PFX", async () => {
    expect(protectionOf(await openVector("openssl-nomac"))).toMatchObject({ mac: undefined });
    expect(protectionOf(await open(new Uint8Array(3)))).toBeUndefined();
    expect(protectionOf(await openVector("broken-version-2"))).toBeUndefined();
  });
});

describe("derivationsOf", () => {
  it.each([
    ["the MAC first", "openssl-default", ["macData 2048", "authSafe[0] 2048", "authSafe[1].safeBag[0] 2048"]],
    ["none of scrypt", "bouncy-castle-scrypt", ["macData 1024"]],
    ["none of an unknown MAC", "openssl-mac-whirlpool", ["authSafe[0] 2048", "authSafe[1].safeBag[0] 2048"]],
    ["none of an open file", "go-passwordless", []],
  ])("has %s", async (_, id, expected) => {
    const protection = protectionOf(await openVector(id));
    const found = protection === undefined ? [] : derivationsOf(protection);
    expect(found.map(({ at, iterations }) => `${at} ${iterations}`)).toEqual(expected);
  });
});

describe("namePlaces", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and 1 other part"],
    [["a", "b", "c"], "a and 2 other parts"],
  ])("%j is %j", (names, expected) => {
    expect(namePlaces(names.map((at) => ({ at })))).toBe(expected);
  });
});
