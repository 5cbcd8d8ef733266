/** Which rules judge: all of them, or those that were asked for. */
import type { Rule } from "./rule.js";
import { RULES } from "./rules.js";

/**
 * In the order of the list, whatever the order of the ids.
 * @param ids - default: all rules
 * @throws {RangeError} naming `rules`, for an id that no rule has
 */
export function chooseRules(ids: readonly string[] | undefined): readonly Rule[] {
  const stranger = ids?.find((id) => !RULES.some((rule) => rule.id === id));
  if (stranger !== undefined) throw new RangeError(`"rules" expected ids such as C4, got ${stranger}`);
  return ids === undefined ? RULES : RULES.filter(({ id }) => ids.includes(id));
}
