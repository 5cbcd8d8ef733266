/** What the command line takes for one file, from start to end of its process. */

import type { BenchFile } from "../make-files.js";
import type { Row } from "../row.js";
import { runProcess } from "../run-process.js";
import type { Workbench } from "../workbench.js";
import { runBin } from "./bin.js";
import { takeTurns } from "./take-turns.js";

/** Names of the rows. */
export const NODE_ALONE = "node -e 0";
export const PREFLIGHT_RC2 = "preflight, RC2 and 3DES";
export const PREFLIGHT_AES = "preflight, AES-256";

const ROUNDS = 15;
const ITERATIONS = 2048;

/** Measures `node -e 0` and `preflight FILE --json` in turns. */
export async function measureStart(bench: Workbench): Promise<readonly Row[]> {
  const preflight =
    ({ path, thumbprint }: BenchFile) =>
    async (): Promise<number> => {
      const { ms, stdout } = await runBin({ args: [path, "--json"] }, bench);
      if (!stdout.includes(thumbprint)) throw new Error(`did not open ${path}`);
      return ms;
    };
  const runs = {
    [NODE_ALONE]: async () => (await runProcess(process.execPath, ["-e", "0"], { signal: bench.signal })).ms,
    [PREFLIGHT_AES]: preflight(await bench.makeFile({ protection: "aes", iterations: ITERATIONS })),
    [PREFLIGHT_RC2]: preflight(await bench.makeFile({ protection: "rc2", iterations: ITERATIONS })),
  };
  return takeTurns(runs, bench.rounds ?? ROUNDS, { warmUp: true });
}
