import { describe, expect, it } from "vitest";
import { judgeReaders, READERS } from "../../../src/readers/judge-readers.js";
import type { ReaderId } from "../../../src/readers/reader.js";
import { READER_IDS } from "../../../src/readers/reader.js";
import { ownVectors } from "../../setup/own-vectors.js";
import { open, openVector } from "../credential/open-file.js";

const WITHOUT_AES: readonly ReaderId[] = [
  "entra-b2c",
  "azure-app-service",
  "azure-tripledes",
  "windows-server-2016",
  "java-8",
  "apple",
  "android",
];

/** The readers that refuse a vector; why is tested in checks/, and against the programs themselves in test/interop. */
const TAKEN: readonly (readonly [vector: string, refusing: readonly ReaderId[]])[] = [
  ["openssl-3des", []],
  ["openssl-legacy", ["node-20", "node-24", "openssl-3"]],
  ["openssl-default", WITHOUT_AES],
  ["go-modern-2026", READER_IDS.filter((id) => id !== "node-24" && id !== "go-pkcs12")],
  ["openssl-key-ec-explicit", READER_IDS.filter((id) => !/^(node|openssl)/.test(id))],
];

describe("the list of readers", () => {
  it("has each once, in the order of the ids", () => {
    expect(READERS.map(({ id }) => id)).toEqual(READER_IDS);
  });

  it.each(READERS)("$id has a name and says where its row comes from", ({ name, evidence, reference }) => {
    expect(name).not.toBe("");
    expect(reference).not.toBe("");
    expect(["documented", "measured", "third-party", "hypothesis"]).toContain(evidence);
  });
});

describe("judgeReaders", () => {
  it.each(
    ownVectors()
      .filter(({ entry }) => entry.keys === 1)
      .slice(0, 3),
  )("gives one answer for each reader", async ({ bytes, entry }) => {
    const verdicts = judgeReaders(await open(bytes, entry.password));
    expect(verdicts.map(({ id }) => id)).toEqual(READER_IDS);
    for (const { opens, refusals } of verdicts) expect(opens).toBe(refusals.length === 0);
  });

  it.each(TAKEN)("%s", async (id, refusing) => {
    const refused = judgeReaders(await openVector(id)).filter(({ opens }) => opens === false);
    expect(refused.map((reader) => reader.id)).toEqual(refusing);
  });

  it("cannot say of a file that could not be opened", async () => {
    const verdicts = judgeReaders(await openVector("openssl-default", "wrong"));
    expect(verdicts.map(({ opens }) => opens)).toEqual(READER_IDS.map(() => null));
    expect(verdicts.flatMap(({ refusals }) => refusals)).toEqual([]);
  });

  it("says each reason once, with its first place, in a sentence", async () => {
    for (const { refusals } of judgeReaders(await openVector("openssl-rc4-40"))) {
      expect(new Set(refusals.map(({ message }) => message)).size).toBe(refusals.length);
      for (const { at, message } of refusals)
        expect([at, message]).toEqual([expect.stringMatching(/./), expect.stringMatching(/^\S.*\.$/)]);
    }
  });

  it("takes the PFX alone, not the text around it", async () => {
    const { bytes } = await openVector("openssl-legacy");
    const text = btoa(String.fromCharCode(...bytes));
    const verdicts = judgeReaders(await open(new TextEncoder().encode(text), "graph-certkit"));
    expect(verdicts.map(({ opens }) => opens)).toEqual(READER_IDS.map(() => false));
  });

  it("knows what a password outside ASCII means to Java", async () => {
    const opens = async (id: string): Promise<readonly (boolean | null)[]> =>
      judgeReaders(await openVector(id)).flatMap((verdict) =>
        /^java-(17|25)$/.test(verdict.id) ? [verdict.opens] : [],
      );
    expect(await opens("openssl-greek")).toEqual([false, true]);
    expect(await opens("openssl-greek-legacy")).toEqual([false, false]);
    expect(await opens("keytool-25-legacy-greek")).toEqual([false, true]);
  });
});
