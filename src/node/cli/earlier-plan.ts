/** What an earlier plan left in a folder into which another one was written. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isPlanFileName } from "../../rollover/plan-file-names.js";
import { escapeUnprintable } from "../../x509/name.js";

/**
 * Tells of files that lie among those of a plan and are not of it: another format has other files, and another state of
 * the servicePrincipal takes other steps. They stay where they are, since nobody has said that they may go.
 * @param written - the names of the plan's own files
 * @returns lines for standard error; empty where there is nothing to tell, or the folder cannot be listed
 */
export async function tellEarlierPlan(folder: string, written: readonly string[]): Promise<string> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => isPlanFileName(name) && !written.includes(name))
    .sort()
    .map((name) => {
      const secret = isSecretOfPlan(name) ? " It holds a private key." : "";
      return `graph-certkit: ${escapeUnprintable(join(folder, name))} is of an earlier plan and no part of this one: delete it.${secret}\n`;
    })
    .join("");
}

/** The bodies of the first step, and the plan with all of them in it. */
function isSecretOfPlan(name: string): boolean {
  return name === "add.json" || name === "rollover.json";
}
