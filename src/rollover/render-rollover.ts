/** A plan as something to run or to read. */
import { renderAz } from "./render/az.js";
import { renderCurl } from "./render/curl.js";
import { renderHttp } from "./render/http.js";
import { renderJson } from "./render/json.js";
import { renderPowerShell } from "./render/powershell.js";
import type { RolloverFile } from "./render/rendering.js";
import { planFiles } from "./render/rendering.js";
import type { RolloverPlan } from "./step.js";

/** `json` is the plan itself; the others are scripts with their bodies in files. */
export type RolloverFormat = "json" | "curl" | "az" | "powershell" | "http";

/** @see RolloverFormat */
export const ROLLOVER_FORMATS: readonly RolloverFormat[] = ["json", "curl", "az", "powershell", "http"];

/** A rendered plan. */
export interface RenderedRollover {
  readonly script: string;
  /** What the script should be called, such as `rollover.sh`. */
  readonly name: string;
  /** True for `json` alone: the whole plan, bodies included. */
  readonly isSecret: boolean;
  /** What lies beside the script; none for `json`. */
  readonly files: readonly RolloverFile[];
}

/**
 * Renders a plan. Scripts hold no private key, password or PFX, not in a command line either: bodies go by file, the token
 * of curl by standard input. The scripts for `curl` are run in this project's tests; those for `az` and PowerShell are
 * checked by their structure alone.
 * @throws {RangeError} naming `format`
 */
export function renderRollover(plan: RolloverPlan, format: RolloverFormat): RenderedRollover {
  const files = planFiles(plan);
  switch (format) {
    case "json":
      return { script: renderJson(plan), name: "rollover.json", isSecret: true, files: [] };
    case "curl":
      return { script: renderCurl(plan), name: "rollover.sh", isSecret: false, files };
    case "az":
      return { script: renderAz(plan, plan.cloud), name: "rollover.sh", isSecret: false, files };
    case "powershell":
      return { script: renderPowerShell(plan, plan.cloud), name: "rollover.ps1", isSecret: false, files };
    case "http":
      return { script: renderHttp(plan), name: "rollover.http", isSecret: false, files };
    default:
      throw new RangeError(`"format" expected ${ROLLOVER_FORMATS.join(", ")}, got ${String(format)}`);
  }
}
