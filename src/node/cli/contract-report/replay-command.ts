/** The command that finds a result again. */
import type { ContractResult } from "../../../contract/result.js";
import type { RunHead } from "./contract-reporter.js";
import { shellCommand } from "./shell-words.js";

/**
 * A line for a POSIX shell. Of what was drawn: the same draw and nothing else; of what is scripted: its scenario; of
 * recorded traffic: the rule. Where a result has none of these (`deviations`), all of it is done again.
 * @returns no token in it: the command takes that from its environment
 */
export function replayCommand(result: ContractResult, head: RunHead): string {
  const { command, target, mode, seed, replayFlags } = head;
  const words = ["graph-certkit", "contract", command];
  if (command === "check") {
    words.push(target.startsWith("-") ? `./${target}` : target);
    const others = isRule(result) ? without("--rules", replayFlags) : replayFlags;
    if (isRule(result)) words.push("--rules", result.rule);
    return shellCommand([...words, ...others]);
  }
  const add = (flag: string, value: string | undefined): void => {
    if (value !== undefined && !replayFlags.includes(flag)) words.push(flag, value);
  };
  const { counterexample, scenario } = result;
  add("--base-url", target);
  add("--mode", mode);
  // Before what is drawn again: it decides the ids of the scripted ones too.
  add("--seed", String(counterexample?.seed ?? seed ?? 1));
  words.push(...replayFlags);
  if (counterexample !== undefined) {
    words.push("--replay", `${counterexample.scenario}:${counterexample.seed}:${counterexample.path}`);
  } else if (scenario !== "") {
    words.push("--scenario", scenario);
  }
  return shellCommand(words);
}

/** The words but for that flag and its value. */
function without(flag: string, words: readonly string[]): readonly string[] {
  return words.filter((word, index) => word !== flag && words[index - 1] !== flag);
}

/** `deviations` is none. */
function isRule({ rule }: ContractResult): boolean {
  return /^[A-Z]\d+$/.test(rule);
}
