/** Results that are told together. */
import type { ContractResult } from "../../../contract/result.js";

/** Results by the deviation that covers them. */
export function groupKnown(results: readonly ContractResult[]): ReadonlyMap<string, readonly ContractResult[]> {
  return groupBy(results, ({ rule, reason, source, expires }) => JSON.stringify([rule, reason, source, expires]));
}

/** Results by their reasons, in the order in which those come. */
export function groupByReason(results: readonly ContractResult[]): ReadonlyMap<string, readonly ContractResult[]> {
  return groupBy(results, ({ reason }) => reason ?? "no reason is given");
}

/** In the order in which the names come. */
function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
