/** The process in which creations are measured, with nothing loaded but the contenders. Takes a job as its one argument. */
import type { Creator } from "./creator.js";
import { MANY_AT_ONCE, MANY_IN_TURN } from "./creator.js";
import { creatorWithoutKey, loadLibrary, wholeCreator } from "./graph-certkit.js";
import type { CreatingJob, CreatingResult } from "./job.js";
import { nativeCreator } from "./native.js";
import { forgeCreator } from "./node-forge.js";
import { peculiarCreator } from "./peculiar-x509.js";
import type { Turn } from "./sample.js";
import { sampleCreators } from "./sample.js";

/** So many that the ratio of two medians is good to a twentieth; the peers are many times off. */
const KEYS = 250;
const PEER_KEYS = 60;
const FORGE_KEYS = 7;
const ROUNDS_WITHOUT_KEY = 100;
const ROUNDS_OF_MANY = 3;

const MANY = 64;

async function turnsOf({ entry, creation, rounds }: CreatingJob): Promise<readonly Turn[]> {
  const library = await loadLibrary(entry);
  const turn = (creator: Creator, count: number): Turn => ({ creator, count: rounds ?? count });
  const whole = wholeCreator(library);
  switch (creation) {
    case "one":
      return [
        turn(nativeCreator, KEYS),
        turn(whole, KEYS),
        turn(peculiarCreator, PEER_KEYS),
        turn(forgeCreator, FORGE_KEYS),
      ];
    case "without-key":
      return [turn(await creatorWithoutKey(library), ROUNDS_WITHOUT_KEY)];
    case "many":
      return [turn(inTurn(whole), ROUNDS_OF_MANY), turn(atOnce(whole), ROUNDS_OF_MANY)];
  }
}

function inTurn({ create }: Creator): Creator {
  return {
    name: MANY_IN_TURN,
    create: async () => {
      for (let left = MANY - 1; left > 0; left--) await create();
      return await create();
    },
  };
}

function atOnce({ create }: Creator): Creator {
  return {
    name: MANY_AT_ONCE,
    create: async () => (await Promise.all(Array.from({ length: MANY }, create)))[0] ?? {},
  };
}

const result: CreatingResult = await sampleCreators(await turnsOf(JSON.parse(process.argv[2] ?? "") as CreatingJob));
process.stdout.write(JSON.stringify(result));
