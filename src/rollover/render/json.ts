/** A plan as JSON: whole, with its bodies, and so as secret as they are. */
import type { RolloverPlan } from "../step.js";
import { toAscii } from "./rendering.js";

/** Two spaces of indentation, ASCII; `undefined` members are left out. */
export function renderJson(plan: RolloverPlan): string {
  return `${toAscii(JSON.stringify(plan, undefined, 2))}\n`;
}
