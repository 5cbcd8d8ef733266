/** A plan as JSON: whole, with its bodies, and so as secret as they are. */
import type { RolloverPlan } from "../step.js";
import { toAscii } from "./rendering.js";

/** spec/rollover-plan.schema.json: two spaces of indentation, ASCII; `undefined` members are left out. */
export function renderJson(plan: RolloverPlan): string {
  return `${toAscii(JSON.stringify({ schemaVersion: 1, ...plan }, undefined, 2))}\n`;
}
