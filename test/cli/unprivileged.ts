/** Runs a process without root's rights, which no permission of a file stops. */
import type { RunOptions } from "./run-main.js";
import { MAIN, run } from "./run-main.js";

/** `nobody` on Linux; any user but root will do. */
const NOBODY = 65_534;

/** How to run so, or the reason why this machine cannot: then the test is skipped with it. */
export async function unprivileged(): Promise<{ readonly options: RunOptions } | { readonly reason: string }> {
  if (process.getuid === undefined) return { reason: "this system has no file modes" };
  if (process.getuid() !== 0) return { options: {} };
  const options = { uid: NOBODY };
  // The runtime or the checkout may stand in a folder that only root can enter.
  const probe = await run(process.execPath, ["-e", `fs.accessSync(${JSON.stringify(MAIN)})`], options).catch(
    () => undefined,
  );
  return probe?.status === 0
    ? { options }
    : { reason: "run by root, and no other user can reach Node and this checkout" };
}
