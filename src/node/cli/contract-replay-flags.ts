/** The words that doing a run again needs: what it was told, without what is secret or only about telling. */
import type { RunFlags, RunSettings } from "./contract-options.js";

/** @returns words that are not quoted; address, mode and seed are added by who prints them */
export function replayFlagsOf(flags: RunFlags, { selection, target }: RunSettings): readonly string[] {
  const words: string[] = [];
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined) words.push(name, value);
  };
  if (flags.treatAsForeign === true) words.push("--treat-as-foreign");
  if (flags.allowHttp === true) words.push("--allow-http");
  if (target.live !== undefined) words.push("--allow-writes", "--tenant", target.live.tenantId);
  add("--rules", selection.rules?.join(","));
  add("--draws", flags.draws);
  add("--settle", flags.settle);
  add("--lag-deadline", flags.lagDeadline);
  add("--deviations", flags.deviations);
  for (const id of selection.objects.connectors ?? []) words.push("--object", `connector:${id}`);
  for (const id of selection.objects.servicePrincipals ?? []) words.push("--object", `servicePrincipal:${id}`);
  return words;
}
