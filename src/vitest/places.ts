/** The tests of a suite: a place is a rule at an operation, known before anything was sent. */
import { chooseRules } from "../contract/choose-rules.js";
import type { ContractResult } from "../contract/result.js";
import type { Rule } from "../contract/rule.js";
import { RULES } from "../contract/rules.js";
import { OPERATIONS } from "../graph/openapi.generated.js";

/** Where a rule may find something. */
export interface Place {
  readonly rule: Rule;
  /** By id or by appId; {@link ELSEWHERE} for all that the rule does not name. */
  readonly operation: string;
  /** Of the test: without seeds and ids, so that it is the same in every run. */
  readonly name: string;
}

/** Stands for requests outside the contract, such as `$batch`, and for operations that a rule met without naming them. */
export const ELSEWHERE = "elsewhere";

/**
 * In the order of the rules.
 * @param ids - of rules; default: all
 * @throws {RangeError} naming `rules`
 */
export function placesOf(ids?: readonly string[]): readonly Place[] {
  return chooseRules(ids).flatMap((rule) =>
    [...operationsOf(rule), ELSEWHERE].map((operation) => ({ rule, operation, name: nameOf(rule, operation) })),
  );
}

/** Results by the name of their place; what no place is for, such as stale deviations, is under "". */
export function byPlace(results: readonly ContractResult[]): ReadonlyMap<string, readonly ContractResult[]> {
  const found = new Map<string, ContractResult[]>();
  for (const result of results) {
    const rule = RULES.find(({ id }) => id === result.rule);
    const operation = byEither(result.operation);
    const isNamed = rule !== undefined && operationsOf(rule).includes(operation);
    const name = rule === undefined ? "" : nameOf(rule, isNamed ? operation : ELSEWHERE);
    const at = found.get(name);
    if (at === undefined) found.set(name, [result]);
    else at.push(result);
  }
  return found;
}

function operationsOf({ operations }: Rule): readonly string[] {
  const all = operations.length > 0 ? operations : OPERATIONS.map(({ operationId }) => operationId);
  return [...new Set(all.map(byEither))];
}

/** An object's two addresses are one operation: what differs between them is found by S15. */
const byEither = (operation: string): string => operation.replace(/ByAppId$/, "");

const nameOf = ({ id, title }: Rule, operation: string): string => `${id} ${title} › ${operation}`;
