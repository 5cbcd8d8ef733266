/** A plan as a shell script around the Azure CLI. Checked by its structure alone: no test runs az. */
import type { CloudId } from "../../graph/clouds.js";
import { requireCloud } from "../../graph/clouds.js";
import type { RolloverPlan } from "../step.js";
import { quoteForShell, renderShell } from "./shell.js";

/** `az rest` signs in by itself; `--resource` says for whom, since it knows not every cloud's Graph by its address. */
export function renderAz(plan: RolloverPlan, cloud: CloudId): string {
  const resource = quoteForShell(`https://${requireCloud(cloud).graphHost.value}/`);
  const preamble = [
    "get() {",
    `  az rest --only-show-errors --method get --resource ${resource} --uri "$1" --output json`,
    "}",
    "patch() {",
    `  az rest --only-show-errors --method patch --resource ${resource} --uri "$1" \\`,
    `    --headers 'Content-Type=application/json' --body "@$2" --output none`,
    "}",
  ];
  return renderShell(plan, { notes: ["Needs the Azure CLI, signed in: az login."], preamble });
}
