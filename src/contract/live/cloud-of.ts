/** Which of the clouds a service root is of. */
import type { Cloud } from "../../graph/clouds.js";
import { CLOUDS } from "../../graph/clouds.js";
import type { Need } from "../scenario.js";

/** By its host; `undefined` for one that is none of Microsoft's. */
export function cloudOf(baseUrl: string): Cloud | undefined {
  const { hostname } = new URL(baseUrl);
  return Object.values(CLOUDS).find(({ graphHost }) => graphHost.value === hostname);
}

/** Why a scenario cannot be played in the cloud; `undefined` where it can, as far as anybody has written. */
export function lackOfCloud(baseUrl: string, needs: readonly Need[]): string | undefined {
  const cloud = cloudOf(baseUrl);
  // What is written of v1.0 is not said of beta.
  if (cloud === undefined || !/\/v1\.0\/?$/i.test(baseUrl)) return undefined;
  const lacking = needs.find((need) => need !== "apiConnectors" && !cloud.actions[need].value);
  return lacking === undefined ? undefined : `${cloud.name} has no ${lacking}`;
}
