/** Who is measured and who is not, with contenders made up here. */
import { describe, expect, it } from "vitest";
import type { Contender, Opening } from "../../../tools/bench/opening/contender.js";
import { sampleAll } from "../../../tools/bench/opening/sample.js";

const task = { bytes: new Uint8Array(8), password: "right", thumbprint: "AB" };
const opening: Opening = { thumbprint: "AB", hasPrivateKey: true };

/** Opens with the right password only, and writes down that it was asked. */
function contender(name: string, log: string[] = [], found: Partial<Opening> = {}): Contender {
  return {
    name,
    open: (_, password) => {
      log.push(name);
      if (password !== task.password) throw new Error("wrong password");
      return { ...opening, ...found };
    },
  };
}

describe("sampleAll", () => {
  it("measures as often as it is told, in turns", async () => {
    const log: string[] = [];
    const rows = await sampleAll([contender("a", log), contender("b", log)], task, 4);
    expect(rows.map((row) => "spread" in row && row.spread.count)).toEqual([4, 4]);
    expect(log.slice(-8).join("")).toBe("abababab");
  });

  it.each([
    ["throws", { ...contender("it"), open: () => Promise.reject(new Error("no such cipher")) }, "no such cipher"],
    ["finds another certificate", contender("it", [], { thumbprint: "CD" }), "finds another certificate"],
    ["finds no key", contender("it", [], { hasPrivateKey: false }), "finds no private key"],
  ])("tells of one that %s instead of timing it", async (_, bad, failure) => {
    const rows = await sampleAll([bad, contender("good")], task, 1);
    expect(rows[0]).toEqual({ name: "it", failure: `cannot open it: ${failure}` });
    expect(rows[1]).toHaveProperty("spread");
  });

  it("has one that shows no certificate refuse a wrong password", async () => {
    const silent = { thumbprint: undefined, hasPrivateKey: true };
    const careless: Contender = { name: "careless", open: () => silent };
    const rows = await sampleAll([careless, contender("careful", [], silent)], task, 1);
    expect(rows[0]).toEqual({ name: "careless", failure: "cannot open it: opens it with a wrong password" });
    expect(rows[1]).toHaveProperty("spread");
  });
});
