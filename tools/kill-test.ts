/**
 * Kills `graph-certkit mock --state FILE` with signal 9 in the middle of writes, 200 times or as often as its argument
 * says, and holds its state against every write that it acknowledged: `npx tsx tools/kill-test.ts [ROUNDS] [MAIN]`.
 * Needs a build; the seed is fixed, the moments of death are not, since they depend on the machine.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { seededNumbers } from "../src/mock/seeded.js";
import { killRounds } from "./kill-test/kill-rounds.js";

const [roundsArgument = "200", main = resolve(import.meta.dirname, "../dist/node/bin/main.js")] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "graph-certkit-kill-"));
try {
  const report = await killRounds({
    main,
    stateFile: join(folder, "state"),
    rounds: Number(roundsArgument),
    clients: 4,
    mostMs: 400,
    random: seededNumbers(1, "kill test"),
    onRound: (round, writes) => {
      if (round % 20 === 0) console.log(`round ${round}: ${writes} writes before the kill`);
    },
  });
  console.log(
    `${report.rounds} kills: the state loaded each time and held each of ${report.acknowledged} acknowledged writes; of the writes that were ` +
      `under way, ${report.inFlightDone} had been done and ${report.inFlightLost} had not`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
