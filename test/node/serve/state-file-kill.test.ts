/** A writer that is killed at any moment, also while it replaces the file, has kept all that it said it had. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { seededNumbers } from "../../../src/mock/seeded.js";
import { readState } from "../../../src/node/serve/read-state.js";
import { useScratch } from "../../cli/scratch.js";

const scratch = useScratch();
const WRITER = resolve(import.meta.dirname, "endless-writer.ts");

/** Lets a writer count for a while after its first number, kills it, and gives the highest number that it told. */
async function countAndDie(path: string, ms: number): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", WRITER, path], { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  const begun = new Promise<void>((done) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      told += text;
      done();
    });
    child.once("close", () => done());
  });
  const gone = new Promise<void>((done) => child.once("close", () => done()));
  await begun;
  await setTimeout(ms);
  child.kill("SIGKILL");
  await gone;
  return Math.max(...told.split("\n").map(Number));
}

it("loads with every number that was told, and at most three more", async () => {
  const path = scratch("state");
  const random = seededNumbers(1, "moments of death");
  let before = 0;
  for (let round = 0; round < 6; round++) {
    const told = await countAndDie(path, random() * 100);
    const { snapshot, changes } = await readState(path);
    const kept = Math.max(Number(snapshot), ...(changes as number[]));
    expect(told).toBeGreaterThan(before);
    expect(kept).toBeGreaterThanOrEqual(told);
    expect(kept).toBeLessThanOrEqual(told + 3);
    before = kept;
  }
});
